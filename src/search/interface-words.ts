import { addressOf, type Paths } from '../model/address.ts';
import { namePhase } from '../format/labels.ts';
import type { Site } from '../model/site.ts';
import {
  searchWordKeys,
  type Choice,
  type CountWords,
  type PhaseChoice,
  type SearchInterface,
  type SearchWord,
} from './interface.ts';
import { searchKinds, type SearchKind } from './kind.ts';
import type { SearchRecord } from './records.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { MessageKey, Translate } from '../model/translate.ts';

const kindNames: Record<SearchKind, MessageKey> = {
  week: 'nav.weeks',
  topic: 'nav.topics',
  event: 'nav.events',
  partner: 'nav.partners',
  prize: 'nav.prizes',
  page: 'search.pages',
};

/** The folder of the index of a language, without base. */
export const indexAddressOf = (locale: string) => `/pagefind/${locale}/`;

/**
 * Makes what the search needs to show itself in the language of a site: its words, and the values of its filters.
 * @param records what was indexed of the site: filters offer nothing that would find nothing
 * @param pathTo gives paths with the base
 */
export function createInterface(
  site: Site,
  records: readonly SearchRecord[],
  pathTo: Paths,
): SearchInterface {
  const { locale } = site;
  const t = createTranslator(locale);
  const has = (choice: (record: SearchRecord) => boolean) => records.some(choice);
  return {
    page: pathTo(addressOf.site('search'), locale),
    words: readWords(t),
    results: countWords(locale, (count) => t('search.results', { count })),
    kinds: searchKinds
      .filter((kind) => has((record) => record.kind === kind))
      .map((kind) => ({ value: kind, label: t(kindNames[kind]) })),
    phases: listPhases(site, t),
    editions: listEditions(records),
    others: site.languages
      .filter((language) => language !== locale)
      .map((language) => ({
        locale: language,
        index: pathTo(indexAddressOf(language)),
        page: pathTo(addressOf.site('search'), language),
        results: countWords(locale, (count) =>
          t('search.other', { count, language: nameLanguage(language, locale) }),
        ),
      })),
  };
}

/** The browser puts the query into its place: the place stays in the words. */
function readWords(t: Translate): Record<SearchWord, string> {
  const words = searchWordKeys.map((key) => [key, t(`search.${key}`, { query: '{query}' })]);
  const statuses = { cancelled: t('status.cancelled'), postponed: t('status.postponed') };
  return { ...(Object.fromEntries(words) as Record<SearchWord, string>), ...statuses };
}

/** Words for each plural form of a language, made from a number that has it, with # in the number's place. */
function countWords(locale: string, write: (count: number) => string): CountWords {
  const rules = new Intl.PluralRules(locale);
  const words: CountWords = {};
  // Every language shows all forms that whole numbers have within the first hundred.
  for (let count = 100; count >= 0; count -= 1) {
    words[rules.select(count)] = write(count).replace(String(count), '#');
  }
  return words;
}

/** The phases of all editions by their number: an edition's Phase I and another's are found together. */
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

/** Editions, the latest first. */
function listEditions(records: readonly SearchRecord[]): Choice[] {
  const editions = new Set(records.map(({ edition }) => edition));
  return [...editions]
    .sort()
    .reverse()
    .map((edition) => ({ value: edition, label: edition }));
}

const nameLanguage = (language: string, locale: string) =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
