import { expect, it } from 'vitest';
import { lineOf, toRoman } from '../../src/format/labels.ts';

it.each([
  [1, 'I'],
  [4, 'IV'],
  [9, 'IX'],
  [10, 'X'],
  [49, 'XLIX'],
  [1990, 'MCMXC'],
  [3888, 'MMMDCCCLXXXVIII'],
])('toRoman formats %i as %s', (number, roman) => {
  expect(toRoman(number)).toBe(roman);
});

it('lineOf repeats the three line colours', () => {
  expect([1, 2, 3, 4].map((number) => lineOf({ number }))).toEqual([1, 2, 3, 1]);
});
