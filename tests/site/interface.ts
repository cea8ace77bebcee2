import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { textOf, type HtmlNode } from './dom.ts';

/** The words of the interface in one language, by their keys. */
export type Catalogue = Readonly<Record<string, string>>;

/** The words of the interface as they stand in `src/i18n`. */
export const readCatalogue = (locale: string): Catalogue =>
  JSON.parse(readFileSync(resolve(`src/i18n/${locale}.json`), 'utf8')) as Catalogue;

/**
 * The texts of a catalogue by which its language can be told anywhere on a page: what stands between the places
 * for values, where another language says something else. A single short word may be part of a name.
 */
export function listPhrases(catalogue: Catalogue, other: Catalogue): string[] {
  const phrases = Object.entries(catalogue)
    .filter(([key, message]) => message !== other[key])
    .flatMap(([, message]) => message.replaceAll(/\{\w+(?:, \w+,)?/g, '{').split(/[{}#]/))
    .map((piece) => piece.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((piece) => (piece.match(/\p{L}/gu)?.length ?? 0) > (piece.includes(' ') ? 4 : 7));
  return [...new Set(phrases)];
}

/** The phrases that stand in a text as words of their own. */
export function findPhrases(text: string, phrases: readonly string[]): string[] {
  return phrases.filter((phrase) =>
    new RegExp(`(?<!\\p{L})${RegExp.escape(phrase)}(?!\\p{L})`, 'u').test(text),
  );
}

/** The messages of a catalogue that are the whole text of something on a page, where another language differs. */
export function findMessages(page: HtmlNode, catalogue: Catalogue, other: Catalogue): string[] {
  const root = keepOwn(page);
  const texts = root.querySelectorAll('*').flatMap(({ childTexts }) => childTexts.map((text) => text.trim()));
  const found = new Set([...texts, ...readNames(root)]);
  return Object.entries(catalogue)
    .filter(([key, message]) => message !== other[key] && found.has(message))
    .map(([, message]) => message);
}

/** What a page says in its own language. What is marked as another language is left out. */
export function readOwnWords(page: HtmlNode): string {
  const root = keepOwn(page);
  return [textOf(root, 'title'), textOf(root, 'body'), ...readNames(root)].join('\n');
}

/** What a page says to assistive technology and to those who share it. */
const readNames = (root: HtmlNode): string[] => [
  ...['aria-label', 'alt', 'title', 'placeholder'].flatMap((name) =>
    root.querySelectorAll(`[${name}]`).map((element) => element.getAttribute(name) ?? ''),
  ),
  ...root.querySelectorAll('meta[name=description]').map((meta) => meta.getAttribute('content') ?? ''),
];

/** A copy of a page without what is marked as another language. */
function keepOwn(page: HtmlNode): HtmlNode {
  const root = page.clone();
  const lang = root.querySelector('html')?.getAttribute('lang');
  for (const element of root.querySelectorAll('script, style, body [lang]')) {
    if (element.getAttribute('lang') !== lang) element.remove();
  }
  return root;
}
