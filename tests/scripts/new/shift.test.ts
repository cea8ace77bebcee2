import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/model/date.ts';
import { nearestStarts, offerStart, shiftDate, weeksBetween } from '../../../scripts/lib/new/shift.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('2000-01-01', count));
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

describe('a move by whole weeks', () => {
  it('goes over the end of a year, a leap day and a clock change, and leaves the time of day alone', () => {
    expect(shiftDate('2030-12-02', 20)).toBe('2031-04-21');
    expect(shiftDate('2030-12-31T18:00', 20)).toBe('2031-05-20T18:00');
    expect(shiftDate('2027-02-24', 53)).toBe('2028-03-01');
    expect(shiftDate('2022-02-23T15:00', -1)).toBe('2022-02-16T15:00');
  });

  it('keeps the day of the week, and can be taken back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, weeks) => {
        const moved = shiftDate(date, weeks);
        expect(weekday(moved)).toBe(weekday(date));
        expect(weeksBetween(date, moved)).toBe(weeks);
        expect(shiftDate(moved, -weeks)).toBe(date);
      }),
    );
  });

  it('is none between different days of the week: then the nearest two days are offered', () => {
    expect(weeksBetween('2022-03-04', '2023-03-03')).toBe(52);
    expect(weeksBetween('2022-03-04', '2023-03-04')).toBeUndefined();
    expect(nearestStarts('2022-03-04', '2023-03-04')).toEqual(['2023-03-03', '2023-03-10']);
    expect(nearestStarts('2022-03-04', '2021-03-06')).toEqual(['2021-03-05', '2021-03-12']);
  });

  it('is offered to the same time of the year, as many years later as the folders say', () => {
    expect(offerStart('2022-03-04', '2022', '2023')).toBe('2023-03-03');
    expect(offerStart('2022-03-04', '2022', '2028')).toBe('2028-03-03');
    expect(offerStart('2022-03-04', 'spring', 'autumn')).toBe('2023-03-03');
  });
});
