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

/** What a visitor reads in a part of a page, spaces as one. */
export function textOf(page: HTMLElement, selector = 'main'): string {
  return page
    .querySelectorAll(selector)
    .map((element) => element.structuredText)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
