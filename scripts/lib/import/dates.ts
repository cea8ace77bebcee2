import { addDays, dayOf, daysBetween, isPlainDate, type PlainDate } from '../../../src/model/date.ts';
import { formatDay } from '../../../src/format/dates.ts';
import { limits } from '../../../src/model/limits.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { ValueError } from './values.ts';

/** Whether day or month comes first in a date of numbers alone. */
export type DateOrder = 'dmy' | 'mdy';

/** First and last day of the programme. It decides which year is meant. */
export interface Term {
  start: PlainDate;
  end: PlainDate;
}

/** First and last day that a text may mean; the same for a single day. */
export interface DateSpan {
  start: PlainDate;
  end: PlainDate;
  /** The order that this meaning takes; undefined if the text leaves no choice. */
  order: DateOrder | undefined;
  /** Whether the year is the programme's, since the text has none. */
  isYearAssumed: boolean;
  /** Whether the text is a spreadsheet's number of days. */
  isSerial: boolean;
}

/** The parts of a day that a text states. */
interface DayParts {
  year?: number | undefined;
  month?: number | undefined;
  day: number;
  order?: DateOrder | undefined;
  /** Whether the year comes first, as in 2022.3.28. */
  isYearFirst?: boolean | undefined;
  isSerial?: boolean;
}

interface DateForm {
  /** With the groups y, m and d. A month's name is written m3. */
  pattern: RegExp;
  order?: DateOrder;
  isYearFirst?: boolean;
}

const dateForms: DateForm[] = [
  // 2022-03-28, 2022. 3. 28., 2022년 3월 28일
  {
    pattern: /^(?<y>\d{4}|\d{2}(?=\s*년)) ?[-./년] ?(?<m>\d{1,2}) ?[-./월] ?(?<d>\d{1,2}) ?[일.]?$/,
    isYearFirst: true,
  },
  // 22.3.28, as it is written in Korea
  { pattern: /^(?<y>\d{2})([-./]) ?(?<m>\d{1,2})\2 ?(?<d>\d{1,2})\.?$/, isYearFirst: true },
  { pattern: /^(?<y>20\d\d)(?<m>\d\d)(?<d>\d\d)$/ },
  // 3월 28일
  { pattern: /^(?<m>\d{1,2}) ?월 ?(?<d>\d{1,2}) ?일?$/ },
  // 28 March 2022, 28-Mar-22, 28 Mar
  { pattern: /^(?<d>\d{1,2})[ .-]*m(?<m>\d+)(?:[ -]+(?<y>\d{4}|\d{2}))?$/ },
  // March 28 2022, Mar-28
  { pattern: /^m(?<m>\d+)[ -]+(?<d>\d{1,2})(?:[ -]+(?<y>\d{4}))?$/ },
  // 28.3.2022: with points the day comes first.
  { pattern: /^(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4}|\d{2})\.?$/ },
  { pattern: /^(?<d>\d{1,2})([-/]) ?(?<m>\d{1,2})\2 ?(?<y>\d{4}|\d{2})\.?$/, order: 'dmy' },
  { pattern: /^(?<m>\d{1,2})([-/]) ?(?<d>\d{1,2})\2 ?(?<y>\d{4}|\d{2})\.?$/, order: 'mdy' },
  { pattern: /^(?<d>\d{1,2})[/.] ?(?<m>\d{1,2})\.?$/, order: 'dmy' },
  { pattern: /^(?<m>\d{1,2})[/.] ?(?<d>\d{1,2})\.?$/, order: 'mdy' },
  // One end of a span: 28, 28 2022
  { pattern: /^(?<d>\d{1,2}) ?[일.]?(?: (?<y>\d{4}))?$/ },
];

const weekdays =
  /\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(day|sday|nesday|rsday|urday)?\b\.?|\(\s*[월화수목금토일]\s*\)|[월화수목금토일]요일/g;
const monthNames =
  /(?<![a-z])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?/g;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Every meaning of a text as one day, or a part of one, that exists. */
function parseDay(text: string): DayParts[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll(weekdays, ' ')
    .replaceAll(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replaceAll(/\bof\b|[,'’]/g, ' ')
    .replaceAll(/\(\s*\)/g, ' ')
    .replaceAll(monthNames, (name) => ` m${months.indexOf(name.slice(0, 3)) + 1} `)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const days = dateForms.flatMap(({ pattern, order, isYearFirst }): DayParts[] => {
    const groups = pattern.exec(plain)?.groups;
    if (!groups) return [];
    const [year, month, day = NaN] = [groups['y'], groups['m'], groups['d']].map((part) =>
      part === undefined ? undefined : Number(part),
    );
    // Of two digits, the year is one of this century.
    const century = groups['y']?.length === 2 ? 2000 : 0;
    return [
      {
        year: year === undefined ? undefined : century + year,
        month,
        day,
        // 3/3 means the same in both orders.
        order: day === month ? undefined : order,
        isYearFirst,
      },
    ];
  });
  // A leap year stands for a year that is not stated.
  return [...days, ...parseSerial(plain)].filter(({ year = 2000, month = 1, day }) =>
    isPlainDate(formatDate(year, month, day)),
  );
}

/** A day of this century as spreadsheets count days, from 30 December 1899 (ECMA-376 part 1, 18.17.4.1). */
function parseSerial(text: string): DayParts[] {
  const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(text) ?? [];
  const [year = 0, month, day = 0] = days ? addDays('1899-12-30', Number(days)).split('-').map(Number) : [];
  return year >= 2000 && year < 2100 ? [{ year, month, day, isSerial: true }] : [];
}

const formatDate = (year: number, month: number, day: number) =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

const spanSeparators = /\s*(?:[~〜～–—−→-]|->|\bto\b|\buntil\b|\btill\b|부터)\s*/gi;

/** Every meaning of a text as a day or a span of days, each once. */
export function listDateMeanings(text: string, term: Term): DateSpan[] {
  if (text.length > limits.dateLength) return [];
  // As a number 4.10 is 4.1: without its year 1 April and 10 April are the same.
  if (/^\d{1,2}\.\d{1,2}$/.test(text)) return [];
  const days = parseDay(text).map((day) => [day, day] as const);
  const pairs = [...text.matchAll(spanSeparators)].flatMap(({ 0: separator, index }) => {
    const last = parseDay(text.slice(index + separator.length).replace(/까지\s*$/, ''));
    return parseDay(text.slice(0, index)).flatMap((from) => last.map((to) => [from, to] as const));
  });
  const spans = (days.length > 0 ? days : pairs).flatMap(([from, to]) => joinDays(from, to, term) ?? []);
  const isNear = (day: PlainDate) => Math.abs(yearOf(day) - yearOf(term.start)) <= 1;
  const near = spans.filter(({ start, end }) => isNear(start) && isNear(end));
  // If another of three short numbers could be the year, the one near the programme is meant.
  const isShort = /(?<!\d)\d{1,2}([-./]) ?\d{1,2}\1 ?\d{1,2}(?!\d)/.test(text);
  const likely = near.length > 0 && isShort ? near : spans;
  return [...new Map(likely.map((span) => [`${span.start} ${span.end} ${span.order}`, span])).values()];
}

const yearOf = (day: PlainDate) => Number(day.slice(0, 4));

/** Two days as a span. Each takes what it does not state from the other, and the year from the programme. */
function joinDays(from: DayParts, to: DayParts, term: Term): DateSpan | undefined {
  const [fromMonth, toMonth] = [from.month ?? to.month, to.month ?? from.month];
  if (fromMonth === undefined || toMonth === undefined) return undefined;
  // After a year that comes first, the month follows: 2022.3.28~4.3.
  const isMonthFirst = from.isYearFirst && to.year === undefined;
  if (isMonthFirst && to.order === 'dmy') return undefined;
  const toOrder = isMonthFirst ? undefined : to.order;
  if (from.order && toOrder && from.order !== toOrder) return undefined;
  const wraps = toMonth < fromMonth || (toMonth === fromMonth && to.day < from.day) ? 1 : 0;
  const fromYear = from.year ?? (to.year === undefined ? undefined : to.year - wraps);
  const [first, last] = [yearOf(term.start) - 1, yearOf(term.end) + 1];
  const years = fromYear ? [fromYear] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const [nearest] = years
    .map((year) => ({
      start: formatDate(year, fromMonth, from.day),
      end: formatDate(to.year ?? year + wraps, toMonth, to.day),
    }))
    .filter(({ start, end }) => isPlainDate(start) && isPlainDate(end))
    .toSorted((a, b) => distanceTo(a.start, term) - distanceTo(b.start, term));
  return (
    nearest && {
      ...nearest,
      order: from.order ?? toOrder,
      isYearAssumed: fromYear === undefined,
      isSerial: from.isSerial ?? false,
    }
  );
}

/** How many days a day or time lies outside the programme: 0 within it. */
export function distanceTo(time: string, { start, end }: Term): number {
  const day = dayOf(time);
  return Math.max(0, daysBetween(day, start), daysBetween(end, day));
}

/** A span in words: "28 March 2022 to 3 April 2022". */
export const describeDates = ({ start, end }: Pick<DateSpan, 'start' | 'end'>) =>
  start === end ? formatDay(start, 'en-GB') : `${formatDay(start, 'en-GB')} to ${formatDay(end, 'en-GB')}`;

/**
 * Reads a day, or a first and a last one.
 * @param order what comes first if both could: see `decideDateOrder`
 * @throws ValueError if it is no date, or can mean several
 */
export function parseDates(text: string, term: Term, order: DateOrder | undefined): DateSpan {
  const meanings = listDateMeanings(text, term);
  const allowed = meanings.filter((span) => !span.order || !order || span.order === order);
  const [first, ...others] = allowed;
  if (first && others.every(({ start, end }) => start === first.start && end === first.end)) return first;
  if (first)
    throw new ValueError(
      `This can mean ${allowed.map(describeDates).join(' or ')}.`,
      `Write the day as ${first.start}.`,
    );
  if (meanings[0])
    throw new ValueError(
      `There is no such day with the ${order === 'dmy' ? 'day' : 'month'} first, as in the other dates.`,
      `Write the day as year-month-day. If this is right, that is ${meanings[0].start}.`,
    );
  const why = /^\d{1,2}\.\d+$/.test(text)
    ? 'This is a number, and a date without its year could have lost a zero.'
    : /\d/.test(text)
      ? 'There is no such date, or it is written in a form that is not known here.'
      : 'Not a date.';
  throw new ValueError(why, 'Write it as 2022-03-28, or as 28 March 2022.');
}

/** A date as it stands in the file, and where. */
export interface WrittenDate {
  text: string;
  place: string;
}

type ReadDate = WrittenDate & Record<DateOrder, DateSpan | undefined>;

const quote = ({ text, place }: WrittenDate) => `${text} (${place})`;

/**
 * Decides whether day or month comes first in dates of numbers alone, by all dates of the file together: a 25 can
 * be no month. The notes say how dates were read and why, and what is doubtful.
 * @param chosen the order that the command line says
 * @throws PlainError if no date decides it, or dates contradict each other
 */
export function decideDateOrder(
  dates: readonly WrittenDate[],
  term: Term,
  { chosen, isWorkbook }: { chosen?: DateOrder | undefined; isWorkbook: boolean },
): { order: DateOrder | undefined; notes: string[] } {
  const read = dates.map((date) => {
    const meanings = listDateMeanings(date.text, term);
    const find = (order: DateOrder) => meanings.find((span) => span.order === order);
    const isOrdered = meanings.length > 0 && meanings.every(({ order }) => order !== undefined);
    return { ...date, dmy: find('dmy'), mdy: find('mdy'), isOrdered };
  });
  const open = read.filter(({ dmy, mdy }) => dmy && mdy);
  const dayFirst = read.find(({ dmy, mdy, isOrdered }) => isOrdered && dmy && !mdy);
  const monthFirst = read.find(({ dmy, mdy, isOrdered }) => isOrdered && mdy && !dmy);
  const proven = dayFirst && !monthFirst ? 'dmy' : monthFirst && !dayFirst ? 'mdy' : undefined;
  const order = chosen ?? proven;
  const notes = isWorkbook ? warnOfSwapped(dates, dayFirst ?? monthFirst) : [];
  const [example] = open;
  if (!example) return { order, notes };
  if (order === undefined) throw new PlainError(askForOrder(open, dayFirst, monthFirst));
  const [proof, first] = order === 'dmy' ? [dayFirst, 'day'] : [monthFirst, 'month'];
  const why = chosen
    ? `as --dates ${chosen} says`
    : `since ${proof ? quote(proof) : ''} can only have the ${first} first`;
  const others = open.length > 1 ? ` (and ${open.length - 1} more like it in the same way)` : '';
  const meaning = describeDates(example[order] ?? term);
  return { order, notes: [`${quote(example)} was read as ${meaning}${others}, ${why}.`, ...notes] };
}

/**
 * A spreadsheet in another locale takes 3/4/2022 for a date and leaves 25/3/2022 as text: then all its dates have
 * days up to 12, and some of these days are months.
 */
function warnOfSwapped(dates: readonly WrittenDate[], text: WrittenDate | undefined): string[] {
  const cells = dates.filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date.text));
  const [first] = cells;
  if (!text || !first || cells.some((date) => Number(date.text.slice(8)) > 12)) return [];
  return [
    `${quote(text)} is a text, and ${quote(first)} is a date of the sheet: it may have taken the day for the month. Compare its dates with where they come from.`,
  ];
}

function askForOrder(open: readonly ReadDate[], dayFirst?: WrittenDate, monthFirst?: WrittenDate): string {
  const examples = open.slice(0, 3).map((date) => {
    const [dmy, mdy] = [date.dmy, date.mdy].map((span) => span && describeDates(span));
    return `  ${quote(date)}: ${dmy}, or ${mdy}`;
  });
  const why =
    dayFirst && monthFirst
      ? `Other dates do not help: ${quote(dayFirst)} has the day first, and ${quote(monthFirst)} the month.`
      : 'No other date of the file decides it.';
  return [
    'In these dates the day or the month may come first:',
    ...examples,
    ...(open.length > 3 ? [`  and ${open.length - 3} more`] : []),
    `${why} Say which with --dates dmy (day first) or --dates mdy (month first).`,
  ].join('\n');
}
