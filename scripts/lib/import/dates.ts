import { dayOf, daysBetween, isPlainDate, type PlainDate } from '../../../src/model/date.ts';
import { formatDay } from '../../../src/format/dates.ts';
import { writeDay, type Order } from './day.ts';
import type { Doubt, Reading } from './reading.ts';
import { readSpans, type SpanCandidate } from './span.ts';

/** First and last day, and what had to be supposed to know them. */
export interface Days {
  start: PlainDate;
  end: PlainDate;
  /** The order of day and month that this meaning takes. */
  order?: Order | undefined;
  /** Whether the text has no year, so that the programme's was taken. */
  isYearSupposed: boolean;
  isSerial: boolean;
}

/** First and last day of the programme: they say which year is meant. */
export interface Term {
  start: PlainDate;
  end: PlainDate;
}

/** All that a text may mean, each meaning once. */
export function readMeanings(text: string, term: Term): Days[] {
  // As a number, 4.10 is 4.1: without its year nobody can tell 1 April from 10 April.
  if (/^\d{1,2}\.\d{1,2}$/.test(text)) return [];
  const all = readSpans(text).flatMap((span) => resolve(span, term));
  const isNear = (day: PlainDate) => Math.abs(yearOf(day) - yearOf(term.start)) <= 1;
  const near = all.filter(({ start, end }) => isNear(start) && isNear(end));
  // Of a year in two digits, the one of the programme is meant where another number could be the year.
  const likely = near.length > 0 && /(?<!\d)\d{1,2}([-./]) ?\d{1,2}\1 ?\d{1,2}(?!\d)/.test(text) ? near : all;
  return [...new Map(likely.map((days) => [`${days.start} ${days.end} ${days.order}`, days])).values()];
}

/**
 * Reads a day, or a first and a last one.
 * @param order what comes first where both could: see `decideOrder`
 */
export function readDays(text: string, term: Term, order: Order | undefined): Reading<Days> {
  const meanings = readMeanings(text, term);
  const fitting = meanings.filter(
    (days) => days.order === undefined || order === undefined || days.order === order,
  );
  const [first, ...others] = fitting;
  if (first && others.every(({ start, end }) => start === first.start && end === first.end))
    return { value: first };
  if (first)
    return {
      why: `This can mean ${fitting.map(describeDays).join(' or ')}.`,
      fix: `Write the day as ${first.start}.`,
    };
  const [other] = meanings;
  if (other)
    return {
      why: `There is no such day with the ${order === 'dmy' ? 'day' : 'month'} first, as in the other dates.`,
      fix: `Write the day as year-month-day. If this is right, that is ${other.start}.`,
    };
  return explainDays(text);
}

/** A span in words: "28 March 2022 to 3 April 2022". */
export const describeDays = ({ start, end }: Pick<Days, 'start' | 'end'>) =>
  start === end ? formatDay(start, 'en-GB') : `${formatDay(start, 'en-GB')} to ${formatDay(end, 'en-GB')}`;

function explainDays(text: string): Doubt {
  const fix = 'Write it as 2022-03-28, or as 28 March 2022.';
  if (/^\d{1,2}\.\d+$/.test(text))
    return { why: 'This is a number, and a date without its year could have lost a zero.', fix };
  return /\d/.test(text)
    ? { why: 'This is no date that can be, or it is written in a form that is not known here.', fix }
    : { why: 'This is no date.', fix };
}

const yearOf = (day: PlainDate) => Number(day.slice(0, 4));

function resolve({ from, to, order }: SpanCandidate, term: Term): Days[] {
  const isYearSupposed = from.year === undefined;
  const isSerial = from.isSerial ?? false;
  const years = isYearSupposed
    ? Array.from({ length: yearOf(term.end) - yearOf(term.start) + 3 }, (_, i) => yearOf(term.start) - 1 + i)
    : [from.year ?? 0];
  const wraps = to.month < from.month || (to.month === from.month && to.day < from.day);
  const spans = years
    .map((year) => ({
      start: writeDay(year, from.month, from.day),
      end: writeDay(to.year ?? year + (wraps ? 1 : 0), to.month, to.day),
    }))
    .filter(({ start, end }) => isPlainDate(start) && isPlainDate(end));
  const nearest = spans.toSorted((a, b) => distanceTo(a.start, term) - distanceTo(b.start, term))[0];
  return nearest ? [{ ...nearest, order, isYearSupposed, isSerial }] : [];
}

/** How many days lie between a day and the programme: none where it lies within. */
export function distanceTo(day: string, { start, end }: Term): number {
  const date = dayOf(day);
  return Math.max(0, daysBetween(date, start), daysBetween(end, date));
}
