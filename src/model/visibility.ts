import { identify, type Body, type Entry, type Library, type TranslationEntry } from './entry.ts';

/** What of a library visitors see, and in which languages. */
export interface Visibility {
  /** Says whether a published site leaves an edition out. */
  isDraftEdition: (edition: string | undefined) => boolean;
  /** Says whether a published site leaves an entry out: it is a draft itself, or its edition is one. */
  isDraft: (entry: Entry | TranslationEntry) => boolean;
  /** The body that a language shows of an original: its translation, or else its own. */
  bodyIn: (entry: Entry, language: string) => Body | undefined;
  /**
   * The languages in which a body is shown: that of a translation in its own, that of an original in
   * each one that has no translation of it.
   */
  languagesOf: (entry: Entry | TranslationEntry) => string[];
}

/** The languages in which the pages of a site are: the default first. */
export function listLanguages(library: Library): string[] {
  return library.originals.site[0]?.data.languages ?? ['en'];
}

/** Says whether an entry is marked as a draft itself. */
export const isMarkedDraft = ({ data }: Pick<Entry, 'data'>): boolean => 'draft' in data && data.draft;

/** Sorts a library out once, so that each question costs the same however large it is. */
export function createVisibility(library: Library): Visibility {
  const languages = listLanguages(library);
  const originals = Object.values(library.originals).flat() as Entry[];
  const drafts = originals.filter(isMarkedDraft);
  const draftEditions = new Set(
    drafts.filter(({ collection }) => collection === 'programmes').map(({ edition }) => edition),
  );
  const draftEntries = new Set(drafts.map(identify));
  const translated = Map.groupBy(
    library.translations.filter((each) => (each.body?.markdown.trim() ?? '') !== ''),
    identify,
  );
  const translations = new Set<Entry | TranslationEntry>(library.translations);
  const translationsOf = (entry: Entry | TranslationEntry) => translated.get(identify(entry)) ?? [];
  return {
    isDraftEdition: (edition) => draftEditions.has(edition),
    isDraft: (entry) => draftEditions.has(entry.edition) || draftEntries.has(identify(entry)),
    bodyIn: (entry, language) =>
      translationsOf(entry).find((each) => each.lang === language)?.body ?? entry.body,
    languagesOf: (entry) => {
      if (translations.has(entry)) return [entry.lang];
      const taken = translationsOf(entry).map((each) => each.lang);
      return languages.filter((language) => !taken.includes(language));
    },
  };
}
