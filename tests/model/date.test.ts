import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  isPlainDate,
  isWallTime,
  lastDayOfMonth,
  spansMeet,
} from '../../src/model/date.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  it('exists or does not', () => {
    expect(['2022-02-28', '2024-02-29', '2000-02-29'].filter(isPlainDate)).toHaveLength(3);
    expect(
      ['2022-02-30', '2022-02-29', '1900-02-29', '2022-04-31', '2022-13-01', '2022-00-10'].filter(
        isPlainDate,
      ),
    ).toEqual([]);
  });

  it('is written in one way only', () => {
    expect(
      ['2022-3-7', '20220307', '2022/03/07', '22-03-07', '2022-03-07T00:00', ' 2022-03-07', ''].filter(
        isPlainDate,
      ),
    ).toEqual([]);
  });

  it('plus days minus the same days is the day itself', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -50_000, max: 50_000 }), (date, count) => {
        expect(isPlainDate(addDays(date, count))).toBe(true);
        expect(daysBetween(date, addDays(date, count))).toBe(count);
        expect(addDays(addDays(date, count), -count)).toBe(date);
      }),
    );
  });

  it('comes later as text exactly where it comes later', () => {
    fc.assert(fc.property(day, day, (a, b) => a < b === daysBetween(a, b) > 0));
  });

  it('is the last of its month where the next one is in another', () => {
    fc.assert(
      fc.property(day, (date) => {
        const last = lastDayOfMonth(date);
        expect(last?.slice(0, 7)).toBe(date.slice(0, 7));
        expect(addDays(last ?? '', 1).slice(8)).toBe('01');
      }),
    );
    expect(lastDayOfMonth('2022-02-30')).toBe('2022-02-28');
    expect(lastDayOfMonth('2022-13-30')).toBeUndefined();
  });
});

describe('a wall-clock time', () => {
  it('is on a day that exists, at a minute that exists', () => {
    expect(['2022-02-23T00:00', '2022-02-23T23:59'].filter(isWallTime)).toHaveLength(2);
    expect(
      [
        '2022-02-30T15:00',
        '2022-02-23T24:00',
        '2022-02-23T15:60',
        '2022-02-23 15:00',
        '2022-02-23T15:00Z',
        '2022-02-23',
      ].filter(isWallTime),
    ).toEqual([]);
  });

  it('has a day', () => {
    expect([dayOf('2022-02-23T15:00'), dayOf('2022-02-23')]).toEqual(['2022-02-23', '2022-02-23']);
  });
});

describe('two spans', () => {
  it('meet where they share a day, the last one included', () => {
    const week = { start: '2022-03-07', end: '2022-03-13' };
    expect(spansMeet(week, { start: '2022-03-13', end: '2022-03-13' })).toBe(true);
    expect(spansMeet(week, { start: '2022-03-14', end: '2022-03-20' })).toBe(false);
  });

  it('meet from either side alike', () => {
    const span = fc.tuple(day, fc.nat(30)).map(([start, length]) => ({ start, end: addDays(start, length) }));
    fc.assert(fc.property(span, span, (a, b) => spansMeet(a, b) === spansMeet(b, a)));
  });
});
