import { formatAmount } from '../format/amounts.ts';
import { formatSpan } from '../format/dates.ts';
import { createTranslator } from '../i18n/translator.ts';
import { addDays, type PlainDate } from '../model/date.ts';
import type { Site } from '../model/site.ts';
import type { SearchWords } from '../search/records.ts';
import type { BuildContext } from './context.ts';
import { writeSearch, type SearchSource } from './search-index.ts';

/** Writes the search index of each language into the site. */
export async function indexSearch({ model, address, site: dir }: BuildContext): Promise<string> {
  const indexed = await writeSearch(dir, listSearchSources(model.published), address.base);
  return indexed
    .map(({ locale, records, words }) => `${locale} ${records} records with ${words} words`)
    .join(', ');
}

/** The sites to index, with what their records are written with. */
export function listSearchSources(sites: readonly Site[]): SearchSource[] {
  return sites.map((site) => ({ site, words: createSearchWords(site.locale) }));
}

/** The words and formats of a language that search records are written with. */
function createSearchWords(locale: string): SearchWords {
  const t = createTranslator(locale);
  const dateLocale = t('locale');
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    t,
    formatSpan: (start, end) => formatSpan(start, end, dateLocale),
    listDays: createDayLister(dateLocale),
    formatAmount: (amount) => formatAmount(amount, t),
    nameCountry: (code) => countries.of(code),
  };
}

function createDayLister(locale: string): SearchWords['listDays'] {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (start, end) => {
    const days: PlainDate[] = [];
    for (let day = start; day <= end; day = addDays(day, 1)) days.push(day);
    return days.map((day) => `${format.format(new Date(`${day}T00:00:00Z`))}, ${day}`).join(', ');
  };
}
