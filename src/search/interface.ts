import { addressOf, type Paths } from '../model/address.ts';
import { namePhase } from '../format/labels.ts';
import { nameLanguage } from '../format/names.ts';
import type { Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import { searchKinds } from './kind.ts';
import type { SearchRecord } from './record.ts';

/** An option of a filter. */
export interface Choice {
  value: string;
  label: string;
}

/** A phase, by its number. */
export interface PhaseChoice extends Choice {
  /** Its name with an Arabic numeral, "Phase 2", where that is not its label. */
  typed?: string;
}

/** A message with a count, "# results", for each plural form of the language. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;

/** Another language of the site. */
export interface OtherLanguage {
  locale: string;
  /** The folder of its index. */
  index: string;
  /** Its search page. */
  page: string;
  /** "# results in Korean", in the language of the page. */
  results: PluralForms;
}

/** The translations and filter options of the search in one language. Paths include the base. */
export interface SearchInterface {
  /** The search page. */
  page: string;
  words: Record<SearchWord, string>;
  results: PluralForms;
  /** The kinds of records that exist. */
  kinds: Choice[];
  phases: PhaseChoice[];
  editions: Choice[];
  others: OtherLanguage[];
}

/** The messages of the interface, in the catalogues under `search.`. */
const wordKeys = [
  'all',
  'allEditions',
  'allKinds',
  'allPhases',
  'close',
  'edition',
  'editors',
  'failed',
  'field',
  'filters',
  'hint',
  'index',
  'keys',
  'kind',
  'loading',
  'more',
  'none',
  'noneFiltered',
  'phase',
  'placeholder',
  'retry',
  'slash',
  'slow',
  'suggestion',
  'title',
  'unfilter',
] as const;
type WordKey = (typeof wordKeys)[number];
export type SearchWord = WordKey | 'cancelled' | 'postponed';

const kindKeys = {
  week: 'nav.weeks',
  topic: 'nav.topics',
  event: 'nav.events',
  partner: 'nav.partners',
  prize: 'nav.prizes',
  page: 'search.pages',
} as const;

/** The folder of a language's index, without base. */
export const indexAddressOf = (locale: string) => `/pagefind/${locale}/`;

/**
 * Creates the interface of the search in the language of a site.
 * @param records the indexed records of the site: filters offer only what these have
 * @param pathTo makes paths with the base
 */
export function createInterface(
  site: Site,
  records: readonly SearchRecord[],
  t: Translate,
  pathTo: Paths,
): SearchInterface {
  const { locale } = site;
  const words = wordKeys.map((key) => [key, t(`search.${key}`, { query: '{query}' })] as const);
  const kinds = new Set(records.map(({ kind }) => kind));
  const editions = [...new Set(records.map(({ edition }) => edition))].sort().reverse();
  return {
    page: pathTo(addressOf.site('search'), locale),
    words: {
      ...(Object.fromEntries(words) as Record<WordKey, string>),
      cancelled: t('status.cancelled'),
      postponed: t('status.postponed'),
    },
    results: listPluralForms(locale, (count) => t('search.results', { count })),
    kinds: searchKinds
      .filter((kind) => kinds.has(kind))
      .map((kind) => ({ value: kind, label: t(kindKeys[kind]) })),
    phases: listPhases(site, t),
    editions: editions.map((edition) => ({ value: edition, label: edition })),
    others: site.languages
      .filter((other) => other !== locale)
      .map((other) => ({
        locale: other,
        index: pathTo(indexAddressOf(other)),
        page: pathTo(addressOf.site('search'), other),
        results: listPluralForms(locale, (count) =>
          t('search.other', { count, language: nameLanguage(other, locale) }),
        ),
      })),
  };
}

/** Writes a message in each plural form of a language, with # in place of the count. */
function listPluralForms(locale: string, write: (count: number) => string): PluralForms {
  const rules = new Intl.PluralRules(locale);
  const forms: PluralForms = {};
  // Whole numbers show every form of a language within the first hundred.
  for (let count = 100; count >= 0; count -= 1) {
    forms[rules.select(count)] = write(count).replace(String(count), '#');
  }
  return forms;
}

/** Lists the phases of all editions by number: Phase I of every edition is one option. */
function listPhases(site: Site, t: Translate): PhaseChoice[] {
  const numbers = new Set(site.programmes.flatMap(({ phases }) => phases.map(({ number }) => number)));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const label = namePhase({ number }, t);
      const typed = t('phase.name', { number, roman: String(number) });
      return { value: String(number), label, ...(typed === label ? {} : { typed }) };
    });
}
