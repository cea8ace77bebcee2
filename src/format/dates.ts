import { dayOf, type PlainDate, type WallTime } from '../model/date.ts';
import type { Event } from '../model/site.ts';
import { toInstant } from '../model/timezone.ts';
import type { Translate } from '../model/translate.ts';

/** A piece of a formatted span: which end it belongs to, for `<time>` elements. */
export interface SpanPart {
  text: string;
  source: 'startRange' | 'endRange' | 'shared';
}

export interface DateOptions {
  /** Whether the weekday is named. */
  weekday?: boolean;
  /** false leaves the year out, where the page says it nearby. */
  year?: boolean;
  /** A short month, for narrow places. */
  short?: boolean;
}

/** A day in words: "7 March 2022". Plain days have no zone, so UTC stands for all of them. */
export function formatDay(day: PlainDate, locale: string, options: DateOptions = {}): string {
  return tidy(dayFormat(locale, options).format(at(day)));
}

/** A span of days, first and last included: "28 March – 3 April 2022"; a single day as `formatDay` gives it. */
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

/** The pieces of a span, each with the end it belongs to. */
export function spanParts(
  start: PlainDate,
  end: PlainDate,
  locale: string,
  options: DateOptions = {},
): SpanPart[] {
  if (start === end) return [{ text: formatDay(start, locale, options), source: 'startRange' }];
  return dayFormat(locale, options)
    .formatRangeToParts(at(start), at(end))
    .map(({ value, source }) => ({ text: tidy(value), source }));
}

/** The time of day of a wall-clock time, on 24 hours: "15:00". */
export function formatTime(time: WallTime, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return tidy(format.format(new Date(`${time}:00Z`)));
}

/** The name of a zone as visitors know it, "Korean Standard Time", or its offset at an instant, "GMT+9". */
export function nameZone(
  zone: string,
  instant: string,
  locale: string,
  form: 'longGeneric' | 'shortOffset',
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: form }).formatToParts(
    new Date(instant),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/**
 * The zone of an event's times in words, for behind them: "Eastern Time (GMT-4)". Where the clocks change in
 * between, no one offset is right for both times, and the name stands alone.
 * @param brief whether the offset is enough
 */
export function describeZone(
  { start, end, timezone }: Pick<Event, 'start' | 'end' | 'timezone'>,
  t: Translate,
  brief = false,
): string {
  const say = (time: WallTime, form: 'longGeneric' | 'shortOffset') =>
    nameZone(timezone, toInstant(time, timezone), t('locale'), form);
  const zone = say(start, 'longGeneric');
  const offset = say(start, 'shortOffset');
  if (offset !== say(end, 'shortOffset')) return zone;
  return brief ? offset : t('event.zone', { zone, offset });
}

/** First and last day of an event, whether or not it has times. */
export function daysOf(event: { start: string; end: string }): { start: PlainDate; end: PlainDate } {
  return { start: dayOf(event.start), end: dayOf(event.end) };
}

function dayFormat(locale: string, { weekday, year = true, short = false }: DateOptions) {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: short ? 'short' : 'long',
    ...(year ? { year: 'numeric' } : {}),
    ...(weekday ? { weekday: short ? 'short' : 'long' } : {}),
    timeZone: 'UTC',
  });
}

const at = (day: PlainDate) => new Date(`${day}T00:00:00Z`);

/** Intl sets thin and narrow spaces, which some fonts lack and searches do not match. */
const tidy = (text: string) => text.replaceAll(/[\u2009\u202F\u00A0]/g, ' ');

/** A month in words: "March 2022". */
export function formatMonth(day: PlainDate, locale: string): string {
  return tidy(
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(day)),
  );
}

/** The names of the seven weekdays, the first day of the week first (1 for Monday to 7 for Sunday, ISO 8601). */
export function nameWeekdays(firstDay: number, locale: string): { long: string; short: string }[] {
  const name = (day: PlainDate, weekday: 'long' | 'short') =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(at(day));
  return Array.from({ length: 7 }, (_, index) => {
    // 5 January 1970 was a Monday.
    const day = `1970-01-${String(5 + ((firstDay - 1 + index) % 7)).padStart(2, '0')}`;
    return { long: name(day, 'long'), short: name(day, 'short') };
  });
}

/** A date of which perhaps only the year or the month is known: "2022", "May 2022", "16 May 2022". */
export function formatPartialDate(date: string, locale: string): string {
  if (date.length === 10) return formatDay(date, locale);
  return date.length === 7 ? formatMonth(`${date}-01`, locale) : date;
}

/**
 * What dates are written with in a language: the names of months, weekdays and zones come from Intl and stand
 * in no content file, but a typeface that is cut to the letters in use needs them.
 * @param zones the time zones of the programmes (IANA)
 */
export function listDateWords(locale: string, zones: readonly string[]): string {
  const days = Array.from({ length: 12 }, (_, month) => `2001-${String(month + 1).padStart(2, '0')}-01`);
  return [
    ...days.flatMap((day) => [
      formatMonth(day, locale),
      formatDay(day, locale, { short: true }),
      nameZones(day, zones, locale),
    ]),
    ...nameWeekdays(1, locale).map(({ long, short }) => long + short),
  ].join('');
}

const nameZones = (day: PlainDate, zones: readonly string[], locale: string) =>
  zones.map((zone) => nameZone(zone, day, locale, 'longGeneric')).join('');
