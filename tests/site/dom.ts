import { is, selectAll, selectOne } from 'css-select';
import { DomUtils, parseDocument } from 'htmlparser2';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Document = ReturnType<typeof parseDocument>;
type ChildNode = Document['children'][number];
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

const blocks = /^(?:p|li|ul|ol|h\d|div|dl|dt|dd|section|header|footer|nav|table|tr|td|th|br)$/;

/** A parsed document or an element of one, with the methods of the DOM that tests use. */
export class HtmlNode {
  readonly #node: Document | Element;

  constructor(node: Document | Element) {
    this.#node = node;
  }

  querySelectorAll(selector: string): HtmlNode[] {
    return selectAll<Element, Element>(selector, this.#node as Element).map((node) => new HtmlNode(node));
  }

  querySelector(selector: string): HtmlNode | null {
    const node = selectOne<Element, Element>(selector, this.#node as Element);
    return node ? new HtmlNode(node) : null;
  }

  /** The nearest element around this one, or this one itself, that matches a selector. */
  closest(selector: string): HtmlNode | null {
    for (let node: Document | Element | null = this.#node; node; node = node.parent as Element | null)
      if ('attribs' in node && is<Element, Element>(node, selector)) return new HtmlNode(node);
    return null;
  }

  /** The name of an element, such as `li`. */
  get name(): string {
    return 'name' in this.#node ? this.#node.name : '';
  }

  /** The attributes of an element by name, decoded. */
  get attributes(): Readonly<Record<string, string>> {
    return 'attribs' in this.#node ? this.#node.attribs : {};
  }

  getAttribute(name: string): string | undefined {
    return this.attributes[name];
  }

  get id(): string {
    return this.attributes['id'] ?? '';
  }

  /** All text below the node, decoded. */
  get text(): string {
    return DomUtils.textContent(this.#node);
  }

  /** The text of each child. */
  get childTexts(): string[] {
    return this.#node.children.map((child) => DomUtils.textContent(child));
  }

  /** All text below the node, with a space before and after each block. */
  get spacedText(): string {
    const write = (node: ChildNode): string => {
      if (!('children' in node)) return DomUtils.textContent(node);
      const text = node.children.map(write).join('');
      return 'name' in node && blocks.test(node.name) ? ` ${text} ` : text;
    };
    return this.#node.children.map(write).join('');
  }

  remove(): void {
    if ('attribs' in this.#node) DomUtils.removeElement(this.#node);
  }

  clone(): HtmlNode {
    return new HtmlNode(this.#node.cloneNode(true));
  }
}

export const parseHtml = (html: string) => new HtmlNode(parseDocument(html));

/** Lists the HTML files of a built site, relative to its folder, with forward slashes. */
export function listPages(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
}

/** Pages by file: many tests look at each. */
const parsed = new Map<string, HtmlNode>();

/** Parses a page of a built site, once: tests change a clone of it. */
export function readPage(dir: string, path: string): HtmlNode {
  const file = join(dir, path.endsWith('.html') ? path : `${path}index.html`);
  const page = parsed.get(file) ?? parseHtml(readFileSync(file, 'utf8'));
  parsed.set(file, page);
  return page;
}

/** The text that visitors read in a part of a page, with single spaces, also between blocks. */
export function textOf(page: HtmlNode, selector = 'main'): string {
  return page
    .querySelectorAll(selector)
    .map(({ spacedText }) => spacedText)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
