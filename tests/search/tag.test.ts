import { expect, it } from 'vitest';
import { readTags, writeTag } from '../../src/search/tag.ts';

it('readTags reads what writeTag wrote, with several values of a name', () => {
  const text = [writeTag('kind', 'week'), writeTag('phase', '1'), writeTag('phase', '2')].join(' ');
  expect(readTags(text)).toEqual({ kind: ['week'], phase: ['1', '2'] });
  expect(readTags(writeTag('edition', '봄 = 2022; spring'))).toEqual({ edition: ['봄 = 2022; spring'] });
});

it('writes a single word of rare letters', () => {
  expect(writeTag('kind', 'week')).toMatch(/^[\u{2A000}-\u{2A07F}]+$/u);
  expect(writeTag('kind', 'week')).toMatch(/^\p{L}+$/u);
});

it('writes no tag that is a prefix of another', () => {
  expect(writeTag('phase', '10').startsWith(writeTag('phase', '1'))).toBe(false);
});
