import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../src/search/records.ts';
import { listWords, suggestQuery } from '../../src/search/words.ts';

const record = (title: string, content: string): SearchRecord => ({
  kind: 'page',
  address: '/',
  title: { text: title, lang: 'en' },
  label: '',
  dates: '',
  edition: '2022',
  phases: [],
  status: 'scheduled',
  words: [],
  content: [content],
  contentLang: 'en',
});

describe('listWords', () => {
  it('puts frequent words first, equals by the alphabet', () => {
    expect(listWords([record('Data', 'open data'), record('City', 'data')])).toEqual([
      'data',
      'city',
      'open',
    ]);
  });

  it('has no numbers, and no words so short that every other would be near', () => {
    expect(listWords([record('A is 2022', '도 도시 3월')])).toEqual(['도시']);
  });
});

describe('suggestQuery', () => {
  const words = ['security', 'cyber', 'city', 'resilience', '사이버보안', '서울'];

  it('mends each word that is unknown', () => {
    expect(suggestQuery('cybre secuirty', words)).toBe('cyber security');
    expect(suggestQuery('resiliance', words)).toBe('resilience');
  });

  it('thinks of swapped letters first', () => {
    expect(suggestQuery('cybre', ['cure', 'cyber'])).toBe('cyber');
  });

  it('keeps words that are known or begin a known one', () => {
    expect(suggestQuery('resil sekurity', words)).toBe('resil security');
  });

  it('compares Hangul letter by letter', () => {
    expect(suggestQuery('서을', words)).toBe('서울');
    expect(suggestQuery('싸이버보안', words)).toBe('사이버보안');
  });

  it('suggests nothing where nothing is near, and nothing that was asked already', () => {
    expect(suggestQuery('xylophone', words)).toBeUndefined();
    expect(suggestQuery('cyber city', words)).toBeUndefined();
    expect(suggestQuery('  ', words)).toBeUndefined();
    expect(suggestQuery('cyber', [])).toBeUndefined();
  });
});
