/** The first of the ideographs (CJK Extension B) that encode ASCII in tags: nobody types words of them. */
const first = 0x2a000;
const packed = /[\u{2A000}-\u{2A07F}]+/gu;

/**
 * Encodes a property of a record, such as its kind, as an indexed word, to filter by. Pagefind writes its own
 * filters in a different order in each build (1.5.2).
 */
export function writeTag(name: string, value: string): string {
  // The index matches prefixes: without the semicolon phase 1 would match phase 10.
  const text = `${name}=${encodeURIComponent(value)};`;
  return Array.from(text, (letter) => String.fromCodePoint(first + (letter.codePointAt(0) ?? 0))).join('');
}

/** Decodes the tags in a text: the values of each property. */
export function readTags(text: string): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  for (const [word] of text.matchAll(packed)) {
    const plain = Array.from(word, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - first));
    const [name = '', value = ''] = plain.join('').slice(0, -1).split('=');
    (tags[name] ??= []).push(decodeURIComponent(value));
  }
  return tags;
}
