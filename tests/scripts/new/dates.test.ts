import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestStarts, shiftDate, suggestStart, weeksBetween } from '../../../scripts/lib/new/dates.ts';
import { addDays } from '../../../src/model/date.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('2000-01-01', count));
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

describe('shiftDate', () => {
  it('crosses years, leap days and clock changes, and keeps the time of day', () => {
    expect(shiftDate('2030-12-02', 20)).toBe('2031-04-21');
    expect(shiftDate('2030-12-31T18:00', 20)).toBe('2031-05-20T18:00');
    expect(shiftDate('2027-02-24', 53)).toBe('2028-03-01');
    expect(shiftDate('2022-02-23T15:00', -1)).toBe('2022-02-16T15:00');
  });

  it('keeps the day of the week and is reversible', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, weeks) => {
        const moved = shiftDate(date, weeks);
        expect(weekday(moved)).toBe(weekday(date));
        expect(weeksBetween(date, moved)).toBe(weeks);
        expect(shiftDate(moved, -weeks)).toBe(date);
      }),
    );
  });
});

describe('weeksBetween', () => {
  it('returns undefined for different days of the week', () => {
    expect(weeksBetween('2022-03-04', '2023-03-03')).toBe(52);
    expect(weeksBetween('2022-03-04', '2023-03-04')).toBeUndefined();
  });
});

describe('nearestStarts', () => {
  it('returns the days before and after that fall on the day of the week', () => {
    expect(nearestStarts('2022-03-04', '2023-03-04')).toEqual(['2023-03-03', '2023-03-10']);
    expect(nearestStarts('2022-03-04', '2021-03-06')).toEqual(['2021-03-05', '2021-03-12']);
  });
});

describe('suggestStart', () => {
  it('returns the same time of the year, as many years later as the folders say, else one', () => {
    expect(suggestStart('2022-03-04', '2022', '2023')).toBe('2023-03-03');
    expect(suggestStart('2022-03-04', '2022', '2028')).toBe('2028-03-03');
    expect(suggestStart('2022-03-04', 'spring', 'autumn')).toBe('2023-03-03');
  });
});
