import type { PluralForms, SearchInterface } from '@/search/interface.ts';
import { noFilters, writeQuery, type Query } from '@/search/query.ts';
import { button, element, type Child } from './element.ts';

/** The state of a search, as a live region, with what can be done next. */
export interface Messages {
  node: HTMLElement;
  hint: () => void;
  loading: () => void;
  slow: () => void;
  failed: (retry: () => void) => void;
  /** The number of results, and a suggested correction. */
  found: (query: Query, total: number, suggestion: string | undefined) => void;
  /** Nothing passes the filters. */
  filtered: (query: Query) => void;
  /** Links to the results in other languages. */
  offer: (query: Query, counts: ReadonlyMap<string, number>) => void;
}

/**
 * Creates the messages of a search.
 * @param ask carries out a query that the visitor has chosen
 */
export function createMessages(
  { words, results, others }: SearchInterface,
  locale: string,
  ask: (query: Query) => void,
): Messages {
  const status = element('div', { role: 'status' });
  const offers = element('p', { class: 'offers' });
  const rules = new Intl.PluralRules(locale);
  const count = (number: number, forms: PluralForms) =>
    (forms[rules.select(number)] ?? forms.other ?? '').replace('#', String(number));
  const show = (text: string, ...more: Child[]) => {
    status.replaceChildren(element('p', {}, text), ...more);
    offers.replaceChildren();
  };
  return {
    node: element('div', { class: 'search-messages' }, status, offers),
    hint: () => show(words.hint),
    loading: () => show(words.loading),
    slow: () => show(words.slow),
    failed: (retry) => show(words.failed, button(words.retry, retry)),
    found: ({ q }, total, suggestion) => {
      const text = total > 0 ? count(total, results) : words.none.replace('{query}', () => q);
      if (suggestion === undefined) {
        show(text);
        return;
      }
      const link = button(suggestion, () => ask({ ...noFilters, q: suggestion }), { class: 'link' });
      const [before = '', after = ''] = words.suggestion.split('{query}');
      show(text, element('p', { class: 'suggestion' }, before, link, after));
    },
    filtered: ({ q }) => {
      const remove = button(words.unfilter, () => ask({ ...noFilters, q }));
      show(words.noneFiltered, remove);
    },
    offer: (query, counts) => {
      const links = others.flatMap(({ locale: hreflang, page, results: forms }) => {
        const number = counts.get(hreflang) ?? 0;
        if (number === 0) return [];
        return [element('a', { href: writeQuery(page, query), hreflang }, count(number, forms))];
      });
      offers.replaceChildren(...links);
    },
  };
}
