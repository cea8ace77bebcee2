/** A text of a cell in one line, with plain spaces. */
export const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ')
    .trim();

/** What two names have in common that are the same but for case, spaces, punctuation and the width of letters. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Says whether two names are the same but for case, spaces, punctuation and the width of letters. */
export const isSameName = (one: string, other: string) => plainName(one) === plainName(other);

/** Says whether a text is written in Hangul, at least in part. */
export const hasHangul = (text: string) => /\p{Script=Hangul}/u.test(text);

/** The fields that a row says. */
export const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
