import { z } from 'zod';

/** A calendar day without a zone, `2022-03-07`. Days compare as text. */
export type PlainDate = string;
/** A wall-clock time without a zone, `2022-02-23T15:00`. */
export type WallTime = string;

/** In milliseconds. `Date.parse` reads a day as its start in UTC, where all days are equally long. */
const dayLength = 24 * 60 * 60 * 1000;

const wallTime = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;

/** A field that holds a day. An impossible day, such as 30 February, is refused. */
export const dateField = (description: string) => z.iso.date().meta({ description, form: 'date' });

/** A field that holds a day or a wall-clock time. */
export const dateOrTimeField = (description: string) =>
  z
    .string()
    .refine((value) => isPlainDate(value) || isWallTime(value))
    .meta({ description, form: 'time' });

/** Says whether a text is a day that exists. */
export function isPlainDate(value: string): boolean {
  return z.iso.date().safeParse(value).success;
}

/** Says whether a text is a wall-clock time on a day that exists. */
export function isWallTime(value: string): boolean {
  return wallTime.test(value) && isPlainDate(value.slice(0, 10));
}

/** The day of a day or of a wall-clock time. */
export function dayOf(value: string): PlainDate {
  return value.slice(0, 10);
}

/** The first and last day of a span, with or without times. A span without an end has one day. */
export function daysOf(span: { start: string; end?: string | undefined }): {
  start: PlainDate;
  end: PlainDate;
} {
  return { start: dayOf(span.start), end: dayOf(span.end ?? span.start) };
}

/** The day `count` days later (earlier where negative). */
export function addDays(date: PlainDate, count: number): PlainDate {
  return new Date(Date.parse(date) + count * dayLength).toISOString().slice(0, 10);
}

/** Days from one day to another: 1 from today to tomorrow. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength;
}

/** Says whether two spans, first and last day included, share a day. */
export function spansMeet(
  a: { start: PlainDate; end: PlainDate },
  b: { start: PlainDate; end: PlainDate },
): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The last day of the month that a text such as `2022-02-30` names, or undefined. */
export function lastDayOfMonth(text: string): PlainDate | undefined {
  const month = /^(\d{4}-(?:0[1-9]|1[0-2]))-\d{2}$/.exec(text)?.[1];
  return month && ['31', '30', '29', '28'].map((day) => `${month}-${day}`).find(isPlainDate);
}
