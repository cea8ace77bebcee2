import type { Advice } from './advice.ts';
import type { CollectionName } from '../../../src/model/registry.ts';
import { findPosition, valueAt, type Library, type TranslationEntry } from '../../../src/model/entry.ts';
import { isText } from '../../../src/model/text.ts';

/** What a search engine shows of a title, in letters: 600 pixels hold about as many. The name of the site follows and may be cut. */
const ofTitles = {
  limit: 70,
  where: 'search results and shared links cut a title there, and its picture sets it small',
};
/** What a search engine shows below the title. Messengers show less. */
const ofSummaries = { limit: 160, where: 'search results and shared links cut the sentence there' };
/** Three lines on the picture of a home page, which goes without where they do not fit (src/exports/pictures/text.ts). */
const ofThemes = { limit: 200, where: 'the picture of the home page may have no room for it' };
/** One line on pictures, which is cut (src/exports/pictures/text.ts). */
const ofNames = { limit: 60, where: 'pictures cut it there' };

/** The words that stand where there is little room, by collection and dotted path. */
const tight: Partial<Record<CollectionName, Record<string, typeof ofTitles>>> = {
  site: { name: ofTitles, 'organiser.name': ofNames, 'organiser.fullName': ofNames },
  programmes: { title: ofTitles, theme: ofThemes, goal: ofSummaries },
  weeks: { title: ofTitles },
  events: { title: ofTitles },
  topics: { title: ofTitles, summary: ofSummaries },
  pages: { title: ofTitles, summary: ofSummaries },
};

/** Names words that are longer than the places that show them, in originals and translations. */
export function adviseLengths(library: Library): Advice[] {
  const entries = [...Object.values(library.originals).flat(), ...library.translations];
  return entries.flatMap((entry: TranslationEntry) =>
    Object.entries(tight[entry.collection] ?? {}).flatMap(([field, { limit, where }]): Advice[] => {
      const words = valueAt(entry.data, field);
      if (!isText(words)) return [];
      const length = measureText(words.text, words.lang);
      if (length <= limit) return [];
      return [
        {
          topic: 'lengths',
          file: entry.file,
          ...findPosition(entry.positions, field),
          message: `"${field.split('.').at(-1) ?? field}" is ${length} letters long, and ${limit} are enough${isWide(words.text) ? ' (letters of Hangul count double)' : ''}: ${where}.`,
          fix: `Say it in fewer words${limit === ofSummaries.limit ? '; what is left over can stand in the text of the page' : ''}.`,
        },
      ];
    }),
  );
}

const wide = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isWide = (text: string) => wide.test(text);

/**
 * How much room a text takes, in letters as people count them (UAX #29, grapheme clusters): those of Hangul and other
 * wide scripts count double, as they are about twice as wide as Latin ones.
 */
export function measureText(text: string, lang: string): number {
  const letters = [...new Intl.Segmenter(lang).segment(text)];
  return letters.reduce((sum, { segment }) => sum + (isWide(segment) ? 2 : 1), 0);
}
