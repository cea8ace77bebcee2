import type { Messages } from './messages.ts';
import { loadSearcher, type Found, type Searcher } from './pagefind.ts';
import { hasFilters, type Query } from './query.ts';

/** Milliseconds until the visitor is told that the search goes on, and until other languages are counted. */
const wait = { loading: 300, slow: 5000, others: 1000 };

export interface SearchOptions {
  /** The folder of the index, and its language. */
  index: string;
  locale: string;
  others: readonly { locale: string; index: string }[];
  messages: Messages;
  ask: (query: Query) => void;
  /**
   * Shows the first result, unless the search was overtaken by another meanwhile.
   * @returns a function that shows the others
   */
  show: (found: Found, isLatest: () => boolean) => Promise<() => Promise<void>>;
  clear: () => void;
}

/** Makes the function that carries a query out and says how it went. A query overtakes the one before it. */
export function createSearch(options: SearchOptions): (asked: Query) => Promise<void> {
  const { index, locale, messages, ask, show, clear } = options;
  let searcher: Promise<Searcher> | undefined;
  let others = [...options.others];
  let latest: Query | undefined;

  const search = async (asked: Query): Promise<void> => {
    latest = asked;
    const isLatest = () => latest === asked;
    if (asked.text === '') {
      clear();
      messages.hint();
      return;
    }
    const timers = [setTimeout(messages.loading, wait.loading), setTimeout(messages.slow, wait.slow)];
    try {
      searcher ??= loadSearcher(index, locale);
      const ready = await searcher;
      const found = await ready.search(asked);
      const isFiltered = hasFilters(asked) && (found.locales.get(locale) ?? 0) > 0;
      const suggestion =
        found.total > 0 || isFiltered || !isLatest() ? undefined : await suggest(asked.text, ready);
      if (!isLatest()) return;
      const showOthers = await show(found, isLatest);
      if (!isLatest()) return;
      timers.forEach(clearTimeout);
      if (found.total > 0) messages.count(found.total);
      else if (isFiltered) messages.filtered(asked, ask);
      else messages.none(asked, suggestion, ask);
      await showOthers();
      await offerOthers(asked, found, ready, isLatest);
    } catch {
      // What has failed is remembered by Pagefind: the next attempt begins anew.
      searcher = undefined;
      others = [...options.others];
      if (!isLatest()) return;
      timers.forEach(clearTimeout);
      clear();
      messages.failed(() => void search(asked));
    } finally {
      timers.forEach(clearTimeout);
    }
  };

  const suggest = async (text: string, ready: Searcher) => {
    const { findSuggestion } = await import('./suggestion.ts');
    return findSuggestion(index, text, ready);
  };

  /** Says what there is in other languages: at once where there is nothing in this one. */
  const offerOthers = async (asked: Query, found: Found, ready: Searcher, isLatest: () => boolean) => {
    messages.offer(asked, found.locales);
    if (others.length === 0) return;
    await new Promise((done) => setTimeout(done, found.total > 0 ? wait.others : 0));
    if (!isLatest()) return;
    const joined = others;
    others = [];
    try {
      await ready.join(joined);
    } catch {
      // The search of this language goes on without them.
      searcher = undefined;
      return;
    }
    const { locales } = await ready.search(asked);
    if (isLatest()) messages.offer(asked, locales);
  };
  return search;
}
