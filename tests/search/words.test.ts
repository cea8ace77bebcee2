import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../src/search/record.ts';
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
  byEditors: false,
  contentLang: 'en',
});

describe('listWords', () => {
  it('sorts words by frequency, then alphabetically', () => {
    expect(listWords([record('Data', 'open data'), record('City', 'data')])).toEqual([
      'data',
      'city',
      'open',
    ]);
  });

  it('leaves out numbers and very short words', () => {
    expect(listWords([record('A is 2022', '도 도시 3월')])).toEqual(['도시']);
  });
});

describe('suggestQuery', () => {
  const words = ['security', 'cyber', 'city', 'resilience', '사이버보안', '서울'];

  it('corrects each unknown word', () => {
    expect(suggestQuery('cybre secuirty', words)).toBe('cyber security');
    expect(suggestQuery('resiliance', words)).toBe('resilience');
  });

  it('prefers transposed letters', () => {
    expect(suggestQuery('cybre', ['cure', 'cyber'])).toBe('cyber');
  });

  it('keeps known words and prefixes of them', () => {
    expect(suggestQuery('resil sekurity', words)).toBe('resil security');
  });

  it('compares Hangul letter by letter', () => {
    expect(suggestQuery('서을', words)).toBe('서울');
    expect(suggestQuery('싸이버보안', words)).toBe('사이버보안');
  });

  it('suggests nothing where nothing is near or every word is known', () => {
    expect(suggestQuery('xylophone', words)).toBeUndefined();
    expect(suggestQuery('cyber city', words)).toBeUndefined();
    expect(suggestQuery('  ', words)).toBeUndefined();
    expect(suggestQuery('cyber', [])).toBeUndefined();
  });
});
