/** Runs of Hangul syllables inside a word. */
const hangul = /[\uAC00-\uD7A3]+/g;

/** The commonest particles, which end a Korean word without being part of it: 도시를 is 도시 as an object. */
const particle = /(?<=.{2})(?:에서|으로|은|는|이|가|을|를|의|에|로|와|과|도)$/;

/**
 * The ends of the Hangul words of a text without their particles, from two syllables on. An index that finds
 * words by their beginning finds with them what stands inside a word as well: 시티 is an end of 스마트시티.
 * What begins a word is left out, since the word itself has it.
 * @returns each end once, in the order of their first use
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

/** What packed syllables stand in: rare ideographs (CJK Extension B), of which no page on the web has a use. */
const packed = /[\u{20000}-\u{22BA3}]/gu;
const distance = 0x20000 - 0xac00;

/**
 * A text as Pagefind takes Hangul best: each syllable as a letter that cannot be taken apart. Of syllables it keeps
 * the word and its letters, so that an index is twice as large and never divided (seen in 1.5.2), and finds 시 in 신.
 */
export const packHangul = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\uAC00-\uD7A3]/g, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) + distance),
    );

/** The text that was packed. */
export const unpackHangul = (text: string): string =>
  text.replaceAll(packed, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - distance));
