import { packHangul, unpackHangul } from '@/search/hangul.ts';
import { describeHit, type Hit, type PagefindData } from '@/search/hit.ts';
import { searchWeights } from '@/search/kind.ts';
import { holdsQuery } from '@/search/mark.ts';
import type { Query } from '@/search/query.ts';
import { writeTag } from '@/search/tag.ts';

/** The results of a query. */
export interface Found {
  total: number;
  /** The number of results without filters. */
  unfiltered: number;
  /** Whether the best result has all words of the query: Pagefind shortens unknown words. */
  fits: () => Promise<boolean>;
  /** Counts the results in each joined language; none where the best one lacks a word of the query. */
  countOthers: () => Promise<Map<string, number>>;
  /** Fetches the results from one index up to but without another. */
  load: (from: number, to: number) => Promise<Hit[]>;
  /** Counts the results of each kind, or of all (''), with the other filters. */
  count: (kinds: readonly string[]) => Promise<Map<string, number>>;
}

export interface Searcher {
  search: (query: Query) => Promise<Found>;
  /** Adds the indexes of other languages, for `countOthers` of later searches. */
  join: (others: readonly { locale: string; index: string }[]) => Promise<void>;
}

/** The part of Pagefind's module that is used. */
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => PagefindInstance;
}

interface PagefindInstance {
  search: (term: string) => Promise<{ results: PagefindResult[] }>;
  mergeIndex: (index: string, options: { language: string }) => Promise<void>;
}

interface PagefindResult {
  /** Prefixed with the language. */
  id: string;
  data: () => Promise<PagefindData>;
}

/**
 * Loads Pagefind with the index of a language, without its worker: that is another 12 KB, and the index of a
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
    search: async ({ q, ...filters }) => {
      const all = await ask(q, {});
      // Keeps the order without filters: tags are words too and would change the ranking.
      const filter = async (chosen: Record<string, string>) => {
        const passing = new Set((await ask(q, chosen)).map(({ id }) => id));
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
        return holdsQuery(unpackHangul(parts.join(' ')), q);
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
          Promise.all(results.slice(from, to).map(async ({ data }) => describeHit(await data(), q))),
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

/** Whether a file of the index could not be fetched. Pagefind ignores that; most browsers report it. */
function hasBrokenFile(index: string): boolean {
  const folder = new URL(index, location.href).href;
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const files = entries.filter(({ name }) => name.startsWith(folder) && name.endsWith('.pf_index'));
  // The last entry of a file counts; 0 is a request without a response.
  const statuses = new Map(files.map(({ name, responseStatus }) => [name, responseStatus]));
  return [...statuses.values()].some((status) => status === 0 || status >= 400);
}
