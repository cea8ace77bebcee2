import type { BuildContext } from './context.ts';
import { writeSearch } from './search-index.ts';

/** Writes the search index of each language into the site. */
export async function indexSearch({ model, address, site: dir }: BuildContext): Promise<string> {
  const indexed = await writeSearch(dir, model.published, address.base);
  return indexed
    .map(({ locale, records, words }) => `${locale} ${records} records with ${words} words`)
    .join(', ');
}
