import { expect, it } from 'vitest';
import { lineOf, numberWeek, toRoman } from '../../src/format/labels.ts';
import { createTranslator } from '../../src/i18n/translator.ts';

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

it.each([
  ['en', 'II·3'],
  ['ko', '2단계 3주차'],
])('numberWeek names a week and its phase in %s: %s', (locale, name) => {
  expect(numberWeek({ number: 3, phase: { number: 2 } }, createTranslator(locale))).toBe(name);
});

it('lineOf repeats the three line colours', () => {
  expect([1, 2, 3, 4].map((number) => lineOf({ number }))).toEqual([1, 2, 3, 1]);
});
