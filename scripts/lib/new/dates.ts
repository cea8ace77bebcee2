import { addDays, dayOf, daysBetween, type PlainDate } from '../../../src/model/date.ts';

/**
 * Moves a day or a wall-clock time by whole weeks. The time of day stays, also across a clock change:
 * 15:00 in winter becomes 15:00 in summer.
 */
export function shiftDate(value: string, weeks: number): string {
  return addDays(dayOf(value), weeks * 7) + value.slice(dayOf(value).length);
}

/** The weeks from one day to another; undefined if they fall on different days of the week. */
export function weeksBetween(from: PlainDate, to: PlainDate): number | undefined {
  const days = daysBetween(from, to);
  return days % 7 === 0 ? days / 7 : undefined;
}

/** The last day before `wanted` and the first day after it that fall on the same day of the week as `start`. */
export function nearestStarts(start: PlainDate, wanted: PlainDate): [PlainDate, PlainDate] {
  const weeks = Math.floor(daysBetween(start, wanted) / 7);
  return [shiftDate(start, weeks), shiftDate(start, weeks + 1)];
}

/**
 * Suggests the first day of a copied edition: the same day of the week at the same time of the year, as many
 * years later as the folder names say, or one year if they are no years.
 */
export function suggestStart(start: PlainDate, from: string, to: string): PlainDate {
  const areYears = [from, to].every((name) => /^\d{4}$/.test(name));
  const years = areYears ? Number(to) - Number(from) : 1;
  return shiftDate(start, Math.round((years * daysInYear) / 7));
}

const daysInYear = 365.2425;
