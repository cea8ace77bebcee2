import { expect, it } from 'vitest';
import { formatAmount } from '../../src/format/amounts.ts';
import { createTranslator } from '../../src/i18n/translator.ts';

it.each([
  ['en', 3_000_000, 'KRW', 'KRW 3,000,000'],
  ['ko', 3_000_000, 'KRW', '300만 원'],
  ['ko', 25_000_000, 'KRW', '2,500만 원'],
  ['ko', 3_005_000, 'KRW', '₩3,005,000'],
  ['ko', 100_000_000, 'KRW', '₩100,000,000'],
  ['ko', 3_000, 'EUR', '€3,000'],
])('writes in %s %i %s as %s', (locale, value, currency, text) => {
  expect(formatAmount({ value, currency }, createTranslator(locale))).toBe(text);
});
