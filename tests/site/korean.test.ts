import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { listPages, readPage } from './dom.ts';
import { findMessages, findPhrases, listPhrases, readCatalogue, readOwnWords } from './interface.ts';

const dir = inject('siteDir');
const pages = listPages(dir);
const [english, korean] = [readCatalogue('en'), readCatalogue('ko')];
const phrases = listPhrases(english, korean);

it('has each page in both languages', () => {
  const originals = pages.filter((path) => !path.startsWith('ko/') && path !== '404.html');
  const translations = pages.filter((path) => path.startsWith('ko/')).map((path) => path.slice(3));
  expect(translations).toEqual(originals);
});

describe.each(pages.filter((path) => path.startsWith('ko/')))('%s', (path) => {
  const page = readPage(dir, path);

  it('is in Korean, and no word of its interface is English', () => {
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('ko');
    const words = readOwnWords(page);
    expect(words).toMatch(/\p{Script=Hangul}{2}/u);
    expect(findPhrases(words, phrases)).toEqual([]);
    expect(findMessages(page, english, korean)).toEqual([]);
  });
});

it.each(pages.filter((path) => !path.startsWith('ko/')))(
  '%s has no Hangul that is not marked as Korean',
  (path) => {
    const page = readPage(dir, path);
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(readOwnWords(page)).not.toMatch(/\p{Script=Hangul}/u);
  },
);

it('would find English on a Korean page, and Hangul on an English one', () => {
  expect(phrases.length).toBeGreaterThan(150);
  const home = readOwnWords(readPage(dir, '2022/'));
  expect(findPhrases(home, phrases).length).toBeGreaterThan(20);
  const found = findMessages(readPage(dir, '2022/'), english, korean);
  expect(found).toEqual(expect.arrayContaining(['Menu', 'Topics', 'Who']));
  expect(readOwnWords(readPage(dir, 'ko/2022/'))).toMatch(/\p{Script=Hangul}/u);
});

it('says what the search says in Korean', () => {
  const file = readFileSync(join(dir, 'pagefind/ko/interface.json'), 'utf8');
  const { words, kinds } = JSON.parse(file) as {
    words: Record<string, string>;
    kinds: { label: string }[];
  };
  const texts = [...Object.values(words), ...kinds.map(({ label }) => label)];
  expect(texts.length).toBeGreaterThan(30);
  for (const text of texts) expect(text).toMatch(/\p{Script=Hangul}/u);
});
