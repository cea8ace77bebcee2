import { addDays, dayOf, daysBetween, type PlainDate } from '../../../src/model/date.ts';

/**
 * A day or a wall-clock time so many weeks later. The time of day stays, whatever the clocks do between:
 * what begins at three in winter begins at three in summer.
 */
export function shiftDate(value: string, weeks: number): string {
  return addDays(dayOf(value), weeks * 7) + value.slice(dayOf(value).length);
}

/** The weeks from one day to another, or undefined where these are two different days of the week. */
export function weeksBetween(from: PlainDate, to: PlainDate): number | undefined {
  const days = daysBetween(from, to);
  return days % 7 === 0 ? days / 7 : undefined;
}

/** The two days nearest to a wanted one that are the same day of the week as `start`: before it and after it. */
export function nearestStarts(start: PlainDate, wanted: PlainDate): [PlainDate, PlainDate] {
  const weeks = Math.floor(daysBetween(start, wanted) / 7);
  return [shiftDate(start, weeks), shiftDate(start, weeks + 1)];
}

/**
 * The first day to offer for an edition: the same day of the week at the same time of the year, as many
 * years later as the names of the two folders say, or one.
 */
export function offerStart(start: PlainDate, from: string, to: string): PlainDate {
  const areYears = [from, to].every((name) => /^\d{4}$/.test(name));
  const years = areYears ? Number(to) - Number(from) : 1;
  return shiftDate(start, Math.round((years * daysInYear) / 7));
}

const daysInYear = 365.2425;
