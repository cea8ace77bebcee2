import { describe, expect, it } from 'vitest';
import { findAvoided, findMissing, glossary, readText } from './glossary.ts';

const readCatalogue = (locale: string) =>
  JSON.parse(readText(`src/i18n/${locale}.json`)) as Record<string, string>;
const english = readCatalogue('en');
const pairs = Object.entries(readCatalogue('ko')).map(([key, korean]) => ({
  file: `src/i18n/ko.json: ${key}`,
  english: english[key] ?? '',
  korean,
}));

describe('the Korean UI translations', () => {
  it.each(glossary)('have $ko.0 for $en.0', (entry) => {
    expect(findMissing(pairs, entry)).toEqual([]);
  });

  it('have no spelling that the glossary avoids', () => {
    expect(findAvoided(pairs)).toEqual([]);
  });
});

describe('the Korean glossary', () => {
  it('does not avoid what it asks for', () => {
    const wanted = glossary.flatMap(({ ko }) => ko);
    const clash = glossary.flatMap(({ avoid }) =>
      avoid.filter((term) => wanted.some((each) => each.includes(term))),
    );
    expect(clash).toEqual([]);
  });

  it('finds a missing translation and an avoided spelling', () => {
    const [first = { en: [], ko: [], avoid: [] }] = glossary;
    const pair = { file: 'a', english: `Each ${first.en[0] ?? ''}s.`, korean: '' };
    expect(findMissing([pair], first)).toEqual(['a']);
    expect(findMissing([{ ...pair, korean: first.ko[0] ?? '' }], first)).toEqual([]);
    const avoided = glossary.flatMap(({ avoid }) => avoid)[0] ?? '';
    expect(findAvoided([{ ...pair, korean: avoided }])).toContain(`a: ${avoided}`);
  });
});
