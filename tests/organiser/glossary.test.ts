import { expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { identify, type Body } from '../../src/model/entry.ts';
import { isText } from '../../src/model/text.ts';
import { findAvoided, findMissing, glossary, type Pair } from '../i18n/glossary.ts';

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
  const { library } = readContent('content');
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

const pairs = pairContent();

it('has Korean translations', () => {
  expect(pairs.length).toBeGreaterThan(50);
});

it.each(glossary)('has $ko.0 for $en.0', (entry) => {
  expect(findMissing(pairs, entry)).toEqual([]);
});

it('has no spelling that the glossary avoids', () => {
  expect(findAvoided(pairs)).toEqual([]);
});
