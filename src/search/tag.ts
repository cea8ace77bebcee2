/** Ideographs of CJK Extension B that stand for the first characters of Unicode: none is a word that people type. */
const first = 0x2a000;
const packed = /[\u{2A000}-\u{2A07F}]+/gu;

/**
 * A word that stands for a fact of a record, such as its kind: a search for it and other words finds the records
 * that have both. Pagefind's own filters would do, but it writes them in another order each time (1.5.2).
 */
export function writeTag(name: string, value: string): string {
  // The end is written too: the index finds words by their beginning, and phase 1 is not phase 10.
  const text = `${name}=${encodeURIComponent(value)};`;
  return Array.from(text, (letter) => String.fromCodePoint(first + (letter.codePointAt(0) ?? 0))).join('');
}

/** The facts that stand in a text, each with its values. */
export function readTags(text: string): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  for (const [word] of text.matchAll(packed)) {
    const plain = Array.from(word, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - first));
    const [name = '', value = ''] = plain.join('').slice(0, -1).split('=');
    (tags[name] ??= []).push(decodeURIComponent(value));
  }
  return tags;
}
