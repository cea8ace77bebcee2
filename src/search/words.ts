import { findNearest } from '../model/nearest.ts';
import { foldWord } from './mark.ts';
import type { SearchRecord } from './records.ts';

/**
 * The words of all records, the most frequent first: what a misspelt word can have meant. Words of one letter,
 * or two where they are not Hangul, are left out, and so are numbers.
 */
export function listWords(records: readonly SearchRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { title, label, words, content } of records) {
    const text = [title.text, label, ...words, ...content].join(' ').normalize('NFC').toLowerCase();
    for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}\p{N}’']*/gu)) {
      if (word.length < (/[\uAC00-\uD7A3]/.test(word) ? 2 : 3)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
}

/**
 * What a query that found nothing may have meant: each word that is unknown is replaced by the nearest one.
 * @param words the words that are known, as `listWords` gives them
 * @returns the mended query, or undefined where nothing is near or nothing is unknown
 */
export function suggestQuery(query: string, words: readonly string[]): string | undefined {
  const known = words.map(foldWord);
  // Letter by letter: two Hangul syllables that share a consonant are nearer than two that share none.
  const letters = known.map((word) => word.normalize('NFD'));
  const terms = query
    .normalize('NFC')
    .split(/\s+/)
    .filter((term) => foldWord(term) !== '');
  const mended = terms.map((term) => {
    const folded = foldWord(term);
    if (known.some((word) => word.startsWith(folded))) return term;
    const spelt = folded.normalize('NFD');
    const sorted = sortLetters(spelt);
    const nearest = letters.find((word) => sortLetters(word) === sorted) ?? findNearest(spelt, letters);
    return nearest === undefined ? term : (words[letters.indexOf(nearest)] ?? term);
  });
  const suggestion = mended.join(' ');
  return suggestion === terms.join(' ') ? undefined : suggestion;
}

/** Words that are the same so differ by letters that were swapped. */
const sortLetters = (word: string) => Array.from(word).sort().join('');
