import type { MarkedPiece } from '@/search/mark.ts';
import type { Choice, SearchInterface } from '@/search/interface.ts';
import { lineOf } from '@/format/labels.ts';
import { element, type Child } from './element.ts';
import type { Hit } from './hit.ts';

/** A list of results in groups, a group a kind. */
export interface ResultList {
  node: HTMLElement;
  /** Adds results to the groups that are there, and new groups after them. Gives the link of the first one. */
  add: (hits: readonly Hit[]) => HTMLElement | undefined;
}

/** Makes an empty list. The groups stand in the order of their best results. */
export function createResultList({ kinds, words }: SearchInterface): ResultList {
  const node = element('div', { class: 'search-groups' });
  const lists = new Map<string, HTMLElement>();
  const listOf = (kind: string) => {
    const known = lists.get(kind);
    if (known) return known;
    const list = element('ul', { role: 'list' });
    node.append(element('section', {}, element('h2', {}, nameOf(kind, kinds)), list));
    lists.set(kind, list);
    return list;
  };
  return {
    node,
    add: (hits) => {
      const items = hits.map((hit) => {
        const item = showHit(hit, words);
        listOf(hit.kind).append(item);
        return item;
      });
      return items[0]?.querySelector('a') ?? undefined;
    },
  };
}

function showHit(hit: Hit, words: SearchInterface['words']): HTMLElement {
  const { href, title, titleLang, label, dates, status, phase, excerpt, excerptLang } = hit;
  const line = phase === undefined ? 'beside' : String(lineOf({ number: Number(phase) }));
  const isOff = status === 'cancelled' || status === 'postponed';
  const name = status === 'cancelled' ? [element('del', {}, ...mark(title))] : mark(title);
  const facts = [
    ...(isOff ? [element('strong', {}, words[status])] : []),
    ...(label.length > 0 ? [element('span', {}, ...mark(label))] : []),
    ...(dates.length > 0 ? [element('span', { class: 'dates' }, ...mark(dates))] : []),
  ];
  return element(
    'li',
    { 'data-line': line },
    element('a', { href, lang: titleLang }, ...name),
    element('p', { class: 'facts' }, ...facts),
    ...(excerpt.length > 0 ? [element('p', { class: 'excerpt', lang: excerptLang }, ...mark(excerpt))] : []),
  );
}

function mark(pieces: readonly MarkedPiece[]): Child[] {
  return pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}

const nameOf = (value: string, choices: readonly Choice[]) =>
  choices.find((choice) => choice.value === value)?.label ?? value;
