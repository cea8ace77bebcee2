import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** The HTML files of a built site, from its folder on, with forward slashes. */
export function listPages(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
}

/** A page of a built site, parsed. */
export function readPage(dir: string, path: string): HTMLElement {
  const file = path.endsWith('.html') ? path : `${path}index.html`;
  return parse(readFileSync(join(dir, file), 'utf8'), {
    blockTextElements: { script: true, style: true, noscript: true },
  });
}

const blocks = /<\/?(?:p|li|ul|ol|h\d|div|dl|dt|dd|section|header|footer|nav|table|tr|td|th|br)\b[^>]*>/g;

/** What a visitor reads in a part of a page, spaces as one. Blocks stand apart, inline elements do not. */
export function textOf(page: HTMLElement, selector = 'main'): string {
  return page
    .querySelectorAll(selector)
    .map(({ innerHTML }) => parse(innerHTML.replaceAll(blocks, ' ')).text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
