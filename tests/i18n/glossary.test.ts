import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readContent } from '../../src/reader/read.ts';
import { identify, type Body } from '../../src/model/entry.ts';
import { isText } from '../../src/model/text.ts';

/** A text in both languages, and where it stands. */
interface Pair {
  file: string;
  english: string;
  korean: string;
}

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform((value) => [value].flat());
const glossarySchema = z.array(
  z.strictObject({ en: oneOrMore, ko: oneOrMore, avoid: z.array(z.string()).default([]) }),
);

const readText = (path: string) => readFileSync(resolve(path), 'utf8').normalize('NFC');
const readCatalogue = (locale: string) =>
  JSON.parse(readText(`src/i18n/${locale}.json`)) as Record<string, string>;
const glossary = glossarySchema.parse(parse(readText('tests/i18n/glossary.ko.yaml')));

/** All words in the data of an entry; sources, which nobody translates, are none. */
function collectWords(value: unknown): string[] {
  if (isText(value)) return [value.text];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collectWords) : [];
}

/** The text of an entry without addresses, and without titles of documents, which stay as they are. */
function textOf({ data, body }: { data: unknown; body: Body | undefined }): string {
  const prose = (body?.markdown ?? '')
    .replaceAll(/\[[^\]]*\]\(https:[^)]*\)/g, '')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/^- .*, \d{4}$/gm, '');
  return [...collectWords(data), prose].join('\n').normalize('NFC');
}

function pairContent(): Pair[] {
  const { library } = readContent(resolve('content'), 'content');
  const originals = new Map(
    Object.values(library.originals)
      .flat()
      .map((entry) => [identify(entry), entry]),
  );
  return library.translations
    .filter(({ lang }) => lang === 'ko')
    .flatMap((translation) => {
      const original = originals.get(identify(translation));
      const file = translation.file;
      return original ? [{ file, english: textOf(original), korean: textOf(translation) }] : [];
    });
}

function pairCatalogue(): Pair[] {
  const english = readCatalogue('en');
  return Object.entries(readCatalogue('ko')).map(([key, korean]) => ({
    file: `src/i18n/ko.json: ${key}`,
    english: english[key] ?? '',
    korean,
  }));
}

/** Finds a term in any case, in the plural too, its words joined by spaces or hyphens. */
function createPattern(term: string): RegExp {
  const joined = term
    .split(/[ -]/)
    .map((word) => RegExp.escape(word))
    .join('[\\s-]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${joined}(?:e?s)?(?![\\p{L}\\p{N}])`, 'iu');
}

const pairs = [...pairContent(), ...pairCatalogue()];

describe('the Korean glossary', () => {
  it('finds content to apply itself to', () => {
    expect(pairContent().length).toBeGreaterThan(0);
  });

  it.each(glossary)('has $ko.0 for $en.0', ({ en, ko }) => {
    const patterns = en.map(createPattern);
    const missing = pairs
      .filter(({ english }) => patterns.some((pattern) => pattern.test(english)))
      .filter(({ korean }) => !ko.some((term) => korean.includes(term)))
      .map(({ file }) => file);
    expect(missing).toEqual([]);
  });

  it('never has a spelling that it avoids', () => {
    const avoided = glossary.flatMap(({ avoid }) => avoid);
    const found = pairs.flatMap(({ file, korean }) =>
      avoided.filter((term) => korean.includes(term)).map((term) => `${file}: ${term}`),
    );
    expect(found).toEqual([]);
  });

  it('does not avoid what it asks for', () => {
    const wanted = glossary.flatMap(({ ko }) => ko);
    const clash = glossary.flatMap(({ avoid }) =>
      avoid.filter((term) => wanted.some((each) => each.includes(term))),
    );
    expect(clash).toEqual([]);
  });
});
