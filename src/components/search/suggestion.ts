import { suggestQuery } from '@/search/words.ts';
import type { Searcher } from './pagefind.ts';
import { noFilters } from './query.ts';

/**
 * What a query may have meant that found nothing, or nothing with all of its words, if that finds something.
 * @param index the folder of the index, which has the list of words
 * @throws if the list cannot be fetched
 */
export async function findSuggestion(
  index: string,
  text: string,
  searcher: Searcher,
): Promise<string | undefined> {
  const response = await fetch(`${index}words.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const suggestion = suggestQuery(text, (await response.json()) as string[]);
  if (suggestion === undefined) return undefined;
  const { total } = await searcher.search({ ...noFilters, text: suggestion });
  return total > 0 ? suggestion : undefined;
}
