import { findNearest } from '../model/nearest.ts';
import { foldWord } from './mark.ts';
import type { SearchRecord } from './record.ts';

/**
 * Lists the words of all records, the most frequent first, to correct misspelt queries with. Numbers and words
 * of one letter, or of two unless they are Hangul, are left out.
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
 * Corrects a query: each unknown word is replaced by the nearest known one.
 * @param words the known words, as `listWords` returns them
 * @returns undefined where nothing is near or nothing is unknown
 */
export function suggestQuery(query: string, words: readonly string[]): string | undefined {
  const known = words.map(foldWord);
  // Decomposed, so that Hangul syllables that share a consonant are nearer than those that share none.
  const letters = known.map((word) => word.normalize('NFD'));
  const terms = query
    .normalize('NFC')
    .split(/\s+/)
    .filter((term) => foldWord(term) !== '');
  const corrected = terms.map((term) => {
    const folded = foldWord(term);
    if (known.some((word) => word.startsWith(folded))) return term;
    const spelt = folded.normalize('NFD');
    const sorted = sortLetters(spelt);
    const nearest = letters.find((word) => sortLetters(word) === sorted) ?? findNearest(spelt, letters);
    return nearest === undefined ? term : (words[letters.indexOf(nearest)] ?? term);
  });
  const suggestion = corrected.join(' ');
  return suggestion === terms.join(' ') ? undefined : suggestion;
}

/** Equal for words that differ only by transposed letters. */
const sortLetters = (word: string) => Array.from(word).sort().join('');
