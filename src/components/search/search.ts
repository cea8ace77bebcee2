import { namePhases } from '@/search/phase.ts';
import type { SearchInterface } from '@/search/interface.ts';
import type { Messages } from './messages.ts';
import { loadSearcher, type Found, type Searcher } from './pagefind.ts';
import { hasFilters, type Query } from './query.ts';

/** Milliseconds until the visitor is told that the search goes on, and until other languages are counted. */
const wait = { loading: 300, slow: 5000, others: 1000 };

export interface SearchOptions {
  /** The folder of the index, and its language. */
  index: string;
  locale: string;
  text: Pick<SearchInterface, 'others' | 'phases'>;
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
  const { index, locale, text, messages, ask, show, clear } = options;
  let searcher: Promise<Searcher> | undefined;
  let others = [...text.others];
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
      const found = await ready.search(nameAll(asked));
      const isFiltered = found.total === 0 && hasFilters(asked) && found.unfiltered > 0;
      const isKnown = isFiltered || (await found.fits());
      const suggestion = isKnown || !isLatest() ? undefined : await suggest(asked.text, found, ready);
      if (!isLatest()) return;
      const showOthers = await show(found, isLatest);
      if (!isLatest()) return;
      timers.forEach(clearTimeout);
      if (isFiltered) messages.filtered(asked, ask);
      else messages.found(asked, found.total, suggestion, ask);
      await showOthers();
      await offerOthers(asked, found, ready, isLatest);
    } catch {
      // What has failed is remembered by Pagefind: the next attempt begins anew.
      searcher = undefined;
      others = [...text.others];
      if (!isLatest()) return;
      timers.forEach(clearTimeout);
      clear();
      messages.failed(() => void search(asked));
    } finally {
      timers.forEach(clearTimeout);
    }
  };

  const nameAll = (asked: Query): Query => ({ ...asked, text: namePhases(asked.text, text.phases) });

  /** What may have been meant. Results that there are stand also where that cannot be found out. */
  const suggest = async (query: string, { total }: Found, ready: Searcher) => {
    try {
      const { findSuggestion } = await import('./suggestion.ts');
      return await findSuggestion(index, query, ready);
    } catch (error) {
      if (total === 0) throw error;
      return undefined;
    }
  };

  /** Says what there is in other languages: at once where there is nothing in this one. */
  const offerOthers = async (asked: Query, found: Found, ready: Searcher, isLatest: () => boolean) => {
    const known = await found.countOthers();
    if (isLatest()) messages.offer(asked, known);
    if (others.length === 0) return;
    await new Promise((done) => setTimeout(done, found.total > 0 ? wait.others : 0));
    if (!isLatest()) return;
    const joined = others;
    others = [];
    try {
      await ready.join(joined);
      const again = await ready.search(nameAll(asked));
      const counts = await again.countOthers();
      if (isLatest()) messages.offer(asked, counts);
    } catch {
      // The search of this language goes on without them.
      searcher = undefined;
    }
  };
  return search;
}
