import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** A text in both languages, and where it stands. */
export interface Pair {
  file: string;
  english: string;
  korean: string;
}

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform((value) => [value].flat());
const glossarySchema = z.array(
  z.strictObject({ en: oneOrMore, ko: oneOrMore, avoid: z.array(z.string()).default([]) }),
);

export const readText = (path: string) => readFileSync(resolve(path), 'utf8').normalize('NFC');

/** The terms of the Korean glossary. */
export const glossary = glossarySchema.parse(parse(readText('tests/i18n/glossary.ko.yaml')));

/** Finds a term in any case, in the plural too, its words joined by spaces or hyphens. */
function createPattern(term: string): RegExp {
  const joined = term
    .split(/[ -]/)
    .map((word) => RegExp.escape(word))
    .join('[\\s-]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${joined}(?:e?s)?(?![\\p{L}\\p{N}])`, 'iu');
}

/** The files that have an English term without one of its Korean translations. */
export function findMissing(pairs: readonly Pair[], { en, ko }: (typeof glossary)[number]): string[] {
  const patterns = en.map(createPattern);
  return pairs
    .filter(({ english }) => patterns.some((pattern) => pattern.test(english)))
    .filter(({ korean }) => !ko.some((term) => korean.includes(term)))
    .map(({ file }) => file);
}

/** The Korean spellings to avoid, each with the file that has it. */
export function findAvoided(pairs: readonly Pair[]): string[] {
  const avoided = glossary.flatMap(({ avoid }) => avoid);
  return pairs.flatMap(({ file, korean }) =>
    avoided.filter((term) => korean.includes(term)).map((term) => `${file}: ${term}`),
  );
}
