import { writeSearch } from './search-index.ts';
import { readSearchSources } from '../search/source.ts';
import { addressOf } from './content.ts';
import type { BuildContext } from './steps.ts';

/** Writes the search index of each language into the site. Only a preview finds drafts. */
export async function indexSearch({ settings, content, site }: BuildContext): Promise<string> {
  const sources = readSearchSources(content.library, !settings.publish);
  const indexed = await writeSearch(site, sources, addressOf(settings, content).base);
  return indexed
    .map(({ locale, records, words }) => `${locale} ${records} records with ${words} words`)
    .join(', ');
}
