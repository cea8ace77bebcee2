import { daysOf, isWallTime, type PlainDate, type WallTime } from '../model/date.ts';
import type { Event } from '../model/site.ts';
import { toInstant } from '../model/timezone.ts';
import type { Translate } from '../model/translate.ts';
import { correctZoneName } from './local-time.ts';

export interface DateOptions {
  weekday?: boolean;
  /** Defaults to true. */
  year?: boolean;
  /** Short names of month and weekday. */
  short?: boolean;
}

/** Formats a day: "7 March 2022". */
export function formatDay(day: PlainDate, locale: string, options: DateOptions = {}): string {
  return normaliseSpaces(dayFormat(locale, options).format(toDate(day)));
}

/** Formats a span of days, both included: "28 March – 3 April 2022", or a single day. */
export function formatSpan(
  start: PlainDate,
  end: PlainDate,
  locale: string,
  options: DateOptions = {},
): string {
  return spanParts(start, end, locale, options)
    .map(({ text }) => text)
    .join('');
}

/** Formats a span of days as HTML with `<time>` elements. */
export function markUpSpan(
  start: PlainDate,
  end: PlainDate,
  locale: string,
  options: DateOptions = {},
): string {
  const parts = spanParts(start, end, locale, options);
  const textOf = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ text }) => text)
      .join('');
  const second = parts.findIndex(({ source }) => source === 'endRange');
  if (second === -1) return `<time datetime="${start}">${textOf(0)}</time>`;
  const between = parts.findLastIndex(({ source }, index) => index < second && source === 'startRange') + 1;
  return `<time datetime="${start}">${textOf(0, between)}</time>${textOf(between, second)}<time datetime="${end}">${textOf(second)}</time>`;
}

/** A part of a formatted span, with the end of the span that it belongs to. */
interface SpanPart {
  text: string;
  source: 'startRange' | 'endRange' | 'shared';
}

function spanParts(start: PlainDate, end: PlainDate, locale: string, options: DateOptions): SpanPart[] {
  if (start === end) return [{ text: formatDay(start, locale, options), source: 'startRange' }];
  const key = `${start} ${end} ${locale} ${JSON.stringify(options)}`;
  const parts =
    spans.get(key) ??
    dayFormat(locale, options)
      .formatRangeToParts(toDate(start), toDate(end))
      .map(({ value, source }) => ({ text: normaliseSpaces(value), source }));
  spans.set(key, parts);
  return parts;
}

/** A week's dates stand on many pages, and formatting a range is the slowest thing that Intl does. */
const spans = new Map<string, SpanPart[]>();

/** Formats the time of day of a wall-clock time in 24 hours: "15:00". */
export function formatTime(time: WallTime, locale: string): string {
  const format = dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return normaliseSpaces(format.format(new Date(`${time}:00Z`)));
}

/** Formats a month: "March 2022". */
export function formatMonth(day: PlainDate, locale: string): string {
  return normaliseSpaces(dateFormat(locale, { month: 'long', year: 'numeric' }).format(toDate(day)));
}

/** Formats a year, month or day: "2022", "May 2022", "16 May 2022". */
export function formatPartialDate(date: string, locale: string): string {
  if (date.length === 10) return formatDay(date, locale);
  return date.length === 7 ? formatMonth(`${date}-01`, locale) : date;
}

/** The name of a zone, "Korea Standard Time", or its offset at an instant, "GMT+9". */
export function nameZone(
  zone: string,
  instant: string,
  locale: string,
  form: 'longGeneric' | 'shortOffset',
): string {
  const parts = dateFormat(locale, { timeZone: zone, timeZoneName: form }).formatToParts(new Date(instant));
  return correctZoneName(parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone);
}

/**
 * Describes the zone of an event's times: "Eastern Time (GMT-4)". If the offset changes between start and end, only
 * the name is given.
 * @param brief only the offset, if there is one
 */
export function describeZone(
  { start, end, timezone }: Pick<Event, 'start' | 'end' | 'timezone'>,
  t: Translate,
  brief = false,
): string {
  const name = (time: WallTime, form: 'longGeneric' | 'shortOffset') =>
    nameZone(timezone, toInstant(time, timezone), t('locale'), form);
  const zone = name(start, 'longGeneric');
  const offset = name(start, 'shortOffset');
  if (end !== undefined && offset !== name(end, 'shortOffset')) return zone;
  return brief ? offset : t('event.zone', { zone, offset });
}

/** Any week or event, in the fields that its dates are formatted from. */
interface Dated {
  kind?: string | undefined;
  start: string;
  end?: string | undefined;
}

/** Formats the days of a week or event: "28 March – 3 April 2022", or "due 24 May 2022" for a deadline. */
export function formatDays(entry: Dated, t: Translate, options: DateOptions = {}): string {
  const { start, end } = daysOf(entry);
  const days = formatSpan(start, end, t('locale'), options);
  return entry.kind === 'deadline' ? t('event.due', { when: days }) : days;
}

/**
 * Formats the days of a week or event and its times: "13 May 2022, 15:00 – 16:45", "13 May 2022, from 19:00",
 * "due 24 May 2022, 23:59". A span of days that has times keeps its days alone.
 */
export function formatWhen(entry: Dated, t: Translate, options: DateOptions = {}): string {
  const { kind, start, end } = entry;
  const days = daysOf(entry);
  if (!isWallTime(start) || days.start !== days.end) return formatDays(entry, t, options);
  const time = formatTime(start, t('locale'));
  const day = formatDay(days.start, t('locale'), options);
  if (kind === 'deadline') return t('event.due', { when: `${day}, ${time}` });
  const to = end && formatTime(end, t('locale'));
  return `${day}, ${to ? t('time.range', { from: time, to }) : t('event.from', { time })}`;
}

/** The names of the weekdays in order. @param firstDay 1 for Monday to 7 for Sunday (ISO 8601) */
export function nameWeekdays(firstDay: number, locale: string): { long: string; short: string }[] {
  const name = (day: PlainDate, weekday: 'long' | 'short') =>
    dateFormat(locale, { weekday }).format(toDate(day));
  return Array.from({ length: 7 }, (_, index) => {
    // 5 January 1970 was a Monday.
    const day = `1970-01-${String(5 + ((firstDay - 1 + index) % 7)).padStart(2, '0')}`;
    return { long: name(day, 'long'), short: name(day, 'short') };
  });
}

/**
 * All text that dates are formatted with in a language. It comes from Intl and not from content, and fonts are
 * subset to the characters in use.
 * @param zones the IANA time zones of the programmes
 */
export function listDateWords(locale: string, zones: readonly string[]): string {
  const days = Array.from({ length: 12 }, (_, month) => `2001-${String(month + 1).padStart(2, '0')}-01`);
  return [
    ...days.flatMap((day) => [
      formatMonth(day, locale),
      formatDay(day, locale, { short: true }),
      ...zones.map((zone) => nameZone(zone, day, locale, 'longGeneric')),
    ]),
    ...nameWeekdays(1, locale).map(({ long, short }) => long + short),
  ].join('');
}

function dayFormat(locale: string, { weekday, year = true, short = false }: DateOptions) {
  const length = short ? 'short' : 'long';
  return dateFormat(locale, {
    day: 'numeric',
    month: length,
    year: year ? 'numeric' : undefined,
    weekday: weekday ? length : undefined,
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns a cached format: making one is slow. Plain dates have no zone and are formatted as UTC. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formats.set(key, format);
  return format;
}

const toDate = (day: PlainDate) => new Date(`${day}T00:00:00Z`);

/** Replaces the thin and narrow spaces of Intl, which some fonts lack and searches do not match. */
const normaliseSpaces = (text: string) => text.replaceAll(/[\u2009\u202F\u00A0]/g, ' ');
