import { packHangul, unpackHangul } from '@/search/hangul.ts';
import { searchWeights } from '@/search/kind.ts';
import { holdsQuery } from '@/search/mark.ts';
import { writeTag } from '@/search/tag.ts';
import { describeHit, type Hit, type PagefindData } from './hit.ts';
import type { Query } from './query.ts';

export interface Found {
  total: number;
  /** How many there are without filters. */
  unfiltered: number;
  /** Whether the best result has all words of the query: Pagefind shortens those that it does not know. */
  fits: () => Promise<boolean>;
  /** How many there are in other languages, once `join` is done; none where the best has not all words. */
  countOthers: () => Promise<Map<string, number>>;
  /** The results from one place to another. Rejects if they cannot be fetched. */
  load: (from: number, to: number) => Promise<Hit[]>;
  /** How many results there would be of each kind, or of all (''), under the other filters. */
  count: (kinds: readonly string[]) => Promise<Map<string, number>>;
}

export interface Searcher {
  search: (query: Query) => Promise<Found>;
  /** Has later searches count what there is in other languages. */
  join: (others: readonly { locale: string; index: string }[]) => Promise<void>;
}

/** What is used of Pagefind's module. */
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => PagefindInstance;
}

interface PagefindInstance {
  search: (term: string) => Promise<{ results: PagefindResult[] }>;
  mergeIndex: (index: string, options: { language: string }) => Promise<void>;
}

interface PagefindResult {
  /** Begins with the language. */
  id: string;
  data: () => Promise<PagefindData>;
}

/**
 * Loads Pagefind with the index of a language. Without a worker: it would be 12 KB more, and the index of a
 * programme is searched in a few milliseconds.
 * @param index the folder of the index
 */
export async function loadSearcher(index: string, locale: string): Promise<Searcher> {
  const { createInstance } = (await import(/* @vite-ignore */ `${index}pagefind.js`)) as PagefindModule;
  const pagefind = createInstance({
    basePath: index,
    noWorker: true,
    ranking: { metaWeights: searchWeights },
  });
  const joined: string[] = [];
  const isOf = (language: string) => (result: PagefindResult) =>
    result.id.startsWith(`${language.toLowerCase()}_`);
  const ask = async (text: string, filters: Record<string, string>) => {
    const tags = Object.entries(filters).filter(([, value]) => value !== '');
    const words = [packHangul(text), ...tags.map(([name, value]) => writeTag(name, value))];
    const { results } = await pagefind.search(words.join(' '));
    if (hasBrokenFile(index)) throw new Error('A file of the search index could not be fetched.');
    return results;
  };
  return {
    search: async ({ text, ...filters }) => {
      const all = await ask(text, {});
      // In the order without filters: their tags are words too, and would change it.
      const filter = async (chosen: Record<string, string>) => {
        const passing = new Set((await ask(text, chosen)).map(({ id }) => id));
        return all.filter(({ id }) => passing.has(id));
      };
      const passing = await filter(filters);
      const isOwn = isOf(locale);
      const results = passing.filter(isOwn);
      const fits = async ([best]: readonly PagefindResult[]) => {
        if (!best) return false;
        const { content, meta } = await best.data();
        const { title, label, alias, dates, words } = meta;
        const parts = [title, label, alias, dates, words, content].filter((part) => part !== undefined);
        return holdsQuery(unpackHangul(parts.join(' ')), text);
      };
      return {
        total: results.length,
        unfiltered: all.filter(isOwn).length,
        fits: () => fits(results),
        countOthers: async () => {
          const counts = new Map<string, number>();
          for (const other of joined) {
            const found = passing.filter(isOf(other));
            counts.set(other, (await fits(found)) ? found.length : 0);
          }
          return counts;
        },
        load: async (from, to) =>
          Promise.all(results.slice(from, to).map(async ({ data }) => describeHit(await data(), text))),
        count: async (kinds) => {
          const counts = new Map<string, number>();
          for (const kind of kinds)
            counts.set(kind, (await filter({ ...filters, kind })).filter(isOwn).length);
          return counts;
        },
      };
    },
    join: async (others) => {
      for (const other of others) await pagefind.mergeIndex(other.index, { language: other.locale });
      joined.push(...others.map((other) => other.locale));
    },
  };
}

/** Pagefind finds nothing in a file that it could not fetch, and does not say so. Most browsers know. */
function hasBrokenFile(index: string): boolean {
  const folder = new URL(index, location.href).href;
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const files = entries.filter(({ name }) => name.startsWith(folder) && name.endsWith('.pf_index'));
  // Of a file that was fetched again the last entry counts; 0 is a request that was never answered.
  const statuses = new Map(files.map(({ name, responseStatus }) => [name, responseStatus]));
  return [...statuses.values()].some((status) => status === 0 || status >= 400);
}
