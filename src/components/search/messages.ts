import type { CountWords, SearchInterface } from '@/search/interface.ts';
import { button, element, type Child } from './element.ts';
import { noFilters, writeQuery, type Query } from './query.ts';

/** What the visitor is told about a search, also aloud, and what can be done next. */
export interface Messages {
  node: HTMLElement;
  hint: () => void;
  loading: () => void;
  slow: () => void;
  failed: (retry: () => void) => void;
  /** How many results there are, or none, and what may have been meant. */
  found: (asked: Query, total: number, suggestion: string | undefined, ask: (query: Query) => void) => void;
  /** The filters let nothing through. */
  filtered: (asked: Query, ask: (query: Query) => void) => void;
  /** Leads to what there is in other languages with the same filters. */
  offer: (asked: Query, locales: ReadonlyMap<string, number>) => void;
}

/** Makes the messages of a panel. */
export function createMessages({ words, results, others }: SearchInterface, locale: string): Messages {
  const status = element('div', { role: 'status' });
  const offers = element('p', { class: 'offers' });
  const rules = new Intl.PluralRules(locale);
  const count = (number: number, forms: CountWords) =>
    (forms[rules.select(number)] ?? forms.other ?? '').replace('#', String(number));
  const say = (text: string, ...more: Child[]) => {
    status.replaceChildren(element('p', {}, text), ...more);
    offers.replaceChildren();
  };
  return {
    node: element('div', { class: 'search-messages' }, status, offers),
    hint: () => say(words.hint),
    loading: () => say(words.loading),
    slow: () => say(words.slow),
    failed: (retry) => say(words.failed, button(words.retry, retry)),
    found: (asked, total, suggestion, ask) => {
      const text = total > 0 ? count(total, results) : words.none.replace('{query}', () => asked.text);
      if (suggestion === undefined) {
        say(text);
        return;
      }
      const link = button(suggestion, () => ask({ ...noFilters, text: suggestion }), { class: 'link' });
      const [before = '', after = ''] = words.suggestion.split('{query}');
      say(text, element('p', { class: 'suggestion' }, before, link, after));
    },
    filtered: (asked, ask) =>
      say(
        words.noneFiltered,
        button(words.unfilter, () => ask({ ...asked, ...noFilters })),
      ),
    offer: (asked, locales) => {
      const links = others.flatMap((other) => {
        const number = locales.get(other.locale) ?? 0;
        const href = writeQuery(other.page, asked);
        return number === 0
          ? []
          : [element('a', { href, hreflang: other.locale }, count(number, other.results))];
      });
      offers.replaceChildren(...links);
    },
  };
}
