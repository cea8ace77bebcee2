/** Runs of Hangul syllables inside a word. */
const hangul = /[\uAC00-\uD7A3]+/g;

/** The most common particles, suffixes of Korean words: 도시를 is 도시 as an object. */
const particle = /(?<=.{2})(?:에서|으로|은|는|이|가|을|를|의|에|로|와|과|도)$/;

/**
 * Lists the suffixes of Hangul words, of two syllables or more and without particles. With them an index that
 * matches prefixes also finds parts of compounds: 시티 is a suffix of 스마트시티. Whole words are left out.
 * @returns distinct suffixes in the order of their first occurrence
 */
export function listSuffixes(text: string): string[] {
  const suffixes = new Set<string>();
  for (const word of text.normalize('NFC').split(/[^\p{L}\p{N}]+/u)) {
    for (const { 0: run, index } of word.matchAll(hangul)) {
      const stem = run.replace(particle, '');
      const first = index === 0 ? 1 : 0;
      for (let start = first; start <= stem.length - 2; start += 1) suffixes.add(stem.slice(start));
    }
  }
  return [...suffixes];
}

/** The ideographs (CJK Extension B) that encode syllables. */
const packed = /[\u{20000}-\u{22BA3}]/gu;
const distance = 0x20000 - 0xac00;

/**
 * Encodes each Hangul syllable as a letter that does not decompose. Pagefind (1.5.2) also indexes the decomposed
 * form of syllables: its index is then twice as large and in one piece, and a search for 시 matches 신.
 */
export const packHangul = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\uAC00-\uD7A3]/g, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) + distance),
    );

/** Decodes a packed text. */
export const unpackHangul = (text: string): string =>
  text.replaceAll(packed, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - distance));
