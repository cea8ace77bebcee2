import { expect, it } from 'vitest';
import { readTags, writeTag } from '../../src/search/tag.ts';

it('gives back what was written, also several values of one name', () => {
  const text = [writeTag('kind', 'week'), writeTag('phase', '1'), writeTag('phase', '2')].join(' ');
  expect(readTags(text)).toEqual({ kind: ['week'], phase: ['1', '2'] });
  expect(readTags(writeTag('edition', '봄 = 2022; spring'))).toEqual({ edition: ['봄 = 2022; spring'] });
});

it('is one word of letters that nobody types', () => {
  expect(writeTag('kind', 'week')).toMatch(/^[\u{2A000}-\u{2A07F}]+$/u);
  expect(writeTag('kind', 'week')).toMatch(/^\p{L}+$/u);
});

it('never begins another tag: phase 1 is not phase 10', () => {
  expect(writeTag('phase', '10').startsWith(writeTag('phase', '1'))).toBe(false);
});
