import { lineOf } from '@/format/labels.ts';
import type { Hit } from '@/search/hit.ts';
import type { SearchInterface } from '@/search/interface.ts';
import type { MarkedPiece } from '@/search/mark.ts';
import { element, type Child } from './element.ts';

/** Results in groups by kind. */
export interface ResultList {
  node: HTMLElement;
  /** Adds results to their groups, new groups at the end, and returns the link of the first result. */
  add: (hits: readonly Hit[]) => HTMLElement | undefined;
}

/** Creates an empty list. Its groups are in the order of their best results. */
export function createResultList({ kinds, words }: SearchInterface): ResultList {
  const node = element('div', { class: 'search-groups' });
  const lists = new Map<string, HTMLElement>();
  const addList = (kind: string) => {
    const list = element('ul', { role: 'list' });
    const name = kinds.find(({ value }) => value === kind)?.label ?? kind;
    node.append(element('section', {}, element('h2', {}, name), list));
    lists.set(kind, list);
    return list;
  };
  return {
    node,
    add: (hits) => {
      const items = hits.map((hit) => {
        const item = createItem(hit, words);
        (lists.get(hit.kind) ?? addList(hit.kind)).append(item);
        return item;
      });
      return items[0]?.querySelector('a') ?? undefined;
    },
  };
}

function createItem(hit: Hit, words: SearchInterface['words']): HTMLElement {
  const { href, title, titleLang, label, dates, status, phase, excerpt, excerptLang, byEditors } = hit;
  const name = status === 'cancelled' ? [element('del', {}, ...mark(title))] : mark(title);
  const facts = element('p', { class: 'facts' });
  if (status === 'cancelled' || status === 'postponed') facts.append(element('strong', {}, words[status]));
  if (label.length > 0) facts.append(element('span', {}, ...mark(label)));
  if (dates.length > 0) facts.append(element('span', { class: 'dates' }, ...mark(dates)));
  const line = phase === undefined ? 'beside' : String(lineOf({ number: Number(phase) }));
  const item = element('li', { 'data-line': line }, element('a', { href, lang: titleLang }, ...name), facts);
  if (excerpt.length > 0)
    item.append(element('p', { class: 'excerpt', lang: excerptLang }, ...mark(excerpt)));
  if (excerpt.length > 0 && byEditors) item.append(element('p', { class: 'author' }, words.editors));
  return item;
}

const mark = (pieces: readonly MarkedPiece[]): Child[] =>
  pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
