import type { Position } from './issue.ts';

/** A character that no content may hold. */
export interface ForbiddenCharacter {
  /** Where it stands in the text. */
  index: number;
  /** Its code point, as Unicode writes it: `U+202E`. */
  code: string;
  /** What it does, for messages: "a control character". */
  kind: string;
}

/** Letters with their marks, and what emoji are made of: zero-width joiners stand between them. */
const joined = String.raw`[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]`;

/**
 * Invisible characters that have a use: soft hyphens, joiners between letters or emoji, tags of emoji flags, the
 * direction marks of mixed text, and the variation selectors of emoji.
 */
const useful = [
  String.raw`[\u00AD\u200E\u200F\uFE0E\uFE0F]`,
  String.raw`(?<=${joined})[\u200C\u200D](?=${joined})`,
  String.raw`(?<=\u{1F3F4})[\u{E0020}-\u{E007E}]+\u{E007F}`,
].join('|');

/**
 * Control characters but tab and line feed, line and paragraph separators, half surrogate pairs, everything that
 * Unicode calls ignorable (bidi controls and zero-width characters among them), noncharacters and annotations.
 */
const forbidden = String.raw`(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]`;

const pattern = new RegExp(`${useful}|(?<forbidden>${forbidden})`, 'gu');

/** Finds the control characters, bidi overrides and invisible characters of a text. */
export function findForbidden(text: string): ForbiddenCharacter[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ index, groups }) => {
    const found = groups?.['forbidden'];
    return found === undefined ? [] : [{ index, code: nameCode(found), kind: kindOf(found) }];
  });
}

/** The text without them. A line or paragraph separator becomes a space. */
export function removeForbidden(text: string): string {
  return text.replaceAll(pattern, (found, ...rest) => {
    const groups = rest.at(-1) as { forbidden?: string };
    if (groups.forbidden === undefined) return found;
    return /[\v\f\r\u0085\p{Zl}\p{Zp}]/u.test(found) ? ' ' : '';
  });
}

/** The text for a terminal or a log: each of them written as its code point. */
export const showForbidden = (text: string): string =>
  text.replaceAll(pattern, (found, ...rest) =>
    (rest.at(-1) as { forbidden?: string }).forbidden === undefined ? found : `<${nameCode(found)}>`,
  );

/** The place of an index in a text whose first line is the given one of its file. */
export function placeOf(text: string, index: number, firstLine = 1): Position {
  const before = text.slice(0, index).split('\n');
  return { line: before.length + firstLine - 1, column: (before.at(-1) ?? '').length + 1 };
}

const nameCode = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function kindOf(character: string): string {
  if (/[\u061C\u202A-\u202E\u2066-\u2069]/u.test(character))
    return 'a character that changes the direction of the text';
  return /\p{Cc}/u.test(character) ? 'a control character' : 'an invisible character';
}
