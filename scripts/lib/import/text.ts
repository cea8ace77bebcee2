import { toId } from '../../../src/content/form.ts';

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

/**
 * The id that a name makes: Università di Milano gives universita-di-milano. Undefined where the letters of the
 * name are no Latin ones, so that an id would say nothing of it.
 */
export function makeId(name: string): string | undefined {
  const letters = name.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (latin.length * 2 <= letters.length) return undefined;
  const id = toId(name.normalize('NFKD').replaceAll(/\p{M}/gu, ''));
  return id === '' ? undefined : id.slice(0, longestId).replace(/-+$/, '');
}

/** Ids stand in addresses: what is longer is cut in lists and mails. */
const longestId = 60;

/** The fields that a row says. */
export const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
