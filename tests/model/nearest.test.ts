import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearest } from '../../src/model/nearest.ts';

describe('findNearest', () => {
  it.each([
    ['runing', 'running'],
    ['RUNNING', 'running'],
    ['nmae', 'name'],
    ['opne', 'open'],
    ['done', undefined],
    ['runner', undefined],
    ['', undefined],
  ])('takes %j for %j', (word, expected) => {
    expect(findNearest(word, ['running', 'name', 'open'])).toBe(expected);
  });

  it('finds nothing among nothing', () => {
    expect(findNearest('running', [])).toBeUndefined();
  });

  it('finds each word among others, and only words that are there', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.string(), (words, word) => {
        const [first = ''] = words;
        expect(findNearest(first, words)?.toLowerCase()).toBe(first.toLowerCase());
        const found = findNearest(word, words);
        expect(found === undefined || words.includes(found)).toBe(true);
      }),
    );
  });
});
