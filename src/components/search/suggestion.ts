import { noFilters } from '@/search/query.ts';
import { suggestQuery } from '@/search/words.ts';
import { fetchJson } from './fetch.ts';
import type { Searcher } from './pagefind.ts';

/**
 * Suggests a correction of a query, if it has results.
 * @param index the folder of the index, which has the list of known words
 * @throws if the list cannot be fetched
 */
export async function findSuggestion(
  index: string,
  q: string,
  searcher: Searcher,
): Promise<string | undefined> {
  const suggestion = suggestQuery(q, await fetchJson<string[]>(`${index}words.json`));
  if (suggestion === undefined) return undefined;
  const { total } = await searcher.search({ ...noFilters, q: suggestion });
  return total > 0 ? suggestion : undefined;
}
