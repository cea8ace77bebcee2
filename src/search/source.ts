import { toParts } from '../reader/parts.ts';
import { readProse } from '../reader/prose.ts';
import { assembleSite } from '../model/assemble.ts';
import { addDays, type PlainDate } from '../model/date.ts';
import type { Library } from '../model/entry.ts';
import type { Site } from '../model/site.ts';
import type { SearchWords } from './records.ts';
import { formatAmount } from '../format/amounts.ts';
import { formatSpan } from '../format/dates.ts';
import { createTranslator } from '../i18n/translator.ts';

/** A site in one language, with what its records are written with. */
export interface SearchSource {
  site: Site;
  words: SearchWords;
}

/**
 * The site in each of its languages, the default first, ready to be indexed.
 * @param drafts whether drafts are found: in a preview, never in a publishing build
 */
export function readSearchSources(library: Library, drafts: boolean): SearchSource[] {
  const parts = toParts(library);
  const bodies = readBodies(library);
  const languages = library.originals.site[0]?.data.languages ?? [];
  return languages.map((locale) => ({
    site: assembleSite(parts, { locale, drafts }),
    words: createWords(bodies, locale),
  }));
}

/** The bodies of a library as plain text, read when they are asked for and once only. */
function readBodies(library: Library): SearchWords['readProse'] {
  const markdown = new Map<string, string>();
  const entries = [...Object.values(library.originals).flat(), ...library.translations];
  const originals = new Set<unknown>(Object.values(library.originals).flat());
  for (const entry of entries) {
    const { collection, edition, id, lang, body } = entry;
    const name = originals.has(entry) ? id : `${id}.${lang}`;
    markdown.set(`${collection}/${edition === undefined ? '' : `${edition}/`}${name}`, body?.markdown ?? '');
  }
  const known = new Map<string, string>();
  return (collection, { key }) => {
    const name = `${collection}/${key}`;
    const text = known.get(name) ?? readProse(markdown.get(name) ?? '');
    known.set(name, text);
    return text;
  };
}

function createWords(readBody: SearchWords['readProse'], locale: string): SearchWords {
  const t = createTranslator(locale);
  const dateLocale = t('locale');
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    t,
    readProse: readBody,
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
