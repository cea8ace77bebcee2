import { expect, it } from 'vitest';
import { checkOrder, liesWithin } from '../../../src/model/rules/span.ts';
import { readSample } from '../../sample.ts';

const [week] = readSample().library.originals.weeks;
const isWrong = (start: string, end: string) => week && checkOrder(week, { start, end }).length > 0;

it('is wrong that an end lies before its start, by the minute where both have a time', () => {
  expect(isWrong('2030-03-04', '2030-03-03')).toBe(true);
  expect(isWrong('2030-03-04', '2030-03-04')).toBe(false);
  expect(isWrong('2030-03-04T15:00', '2030-03-04T14:59')).toBe(true);
  expect(isWrong('2030-03-04T15:00', '2030-03-04T15:00')).toBe(false);
});

it('compares days where one of them has no time', () => {
  expect(isWrong('2030-03-04T15:00', '2030-03-04')).toBe(false);
  expect(isWrong('2030-03-04T15:00', '2030-03-03')).toBe(true);
  expect(isWrong('2030-03-04', '2030-03-03T23:00')).toBe(true);
});

it('lies within another span, its first and last day included', () => {
  const outer = { start: '2030-03-04', end: '2030-03-31' };
  expect(liesWithin(outer, outer)).toBe(true);
  expect(liesWithin({ start: '2030-03-03', end: '2030-03-31' }, outer)).toBe(false);
  expect(liesWithin({ start: '2030-03-04', end: '2030-04-01' }, outer)).toBe(false);
});
