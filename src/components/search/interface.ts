import type { SearchInterface } from '@/search/interface.ts';

/**
 * Fetches the words of the search and the values of its filters.
 * @param index the folder of the index of the page's language
 */
export async function fetchInterface(index: string): Promise<SearchInterface> {
  const response = await fetch(`${index}interface.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as SearchInterface;
}
