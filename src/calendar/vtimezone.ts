import { listTransitions, offsetAt, type Transition } from '../model/timezone-transitions.ts';
import { writeComponent, writeText, writeTime, writeToken } from './ical.ts';

/** A span of years, both included. */
export interface Years {
  first: number;
  last: number;
  /** The year of the earliest date in the file, where that is before `first`: the zone begins before it. */
  since?: number;
}

/**
 * Writes the VTIMEZONE (RFC 5545, section 3.6.5) of a zone from the data of Intl, in the form that Outlook
 * reads: one STANDARD and at most one DAYLIGHT, each with a yearly rule on one numbered weekday
 * (MS-OXCICAL, section 2.1.3.1.1.19).
 * @param zone an IANA name
 * @param years all years that the file has dates in: the rules hold for each of them
 * @returns undefined for UTC and for zones without such a rule, whose times are written in UTC
 */
export function writeTimeZone(zone: string, years: Years): string | undefined {
  if (zone === 'UTC') return undefined;
  const observances = describeFixed(zone, years) ?? describeRules(zone, years);
  if (!observances) return undefined;
  return writeComponent('VTIMEZONE', [
    writeText('TZID', zone),
    ...observances.map(({ name, start, from, to, rule }) =>
      writeComponent(name, [
        writeTime('DTSTART', start),
        writeToken('TZOFFSETFROM', writeOffset(from)),
        writeToken('TZOFFSETTO', writeOffset(to)),
        ...(rule ? [writeToken('RRULE', rule)] : []),
      ]),
    ),
  ]);
}

interface Observance {
  name: 'STANDARD' | 'DAYLIGHT';
  /** Wall-clock time of the first onset, before all dates of the file. */
  start: string;
  from: number;
  to: number;
  rule?: string;
}

/** The observance of a zone without transitions in these years. */
function describeFixed(zone: string, { first, last, since = first }: Years): Observance[] | undefined {
  if (listYears({ first, last }).some((year) => listTransitions(zone, year).length > 0)) return undefined;
  const offset = offsetAt(zone, Date.UTC(first, 0) / 1000);
  return [{ name: 'STANDARD', start: `${since - 1}-01-01T00:00`, from: offset, to: offset }];
}

/**
 * The observances of a zone with two transitions in each year by the same rule. A rule must hold in at least two
 * years, since some zones follow the moon. The longest span that has a common rule is taken.
 */
function describeRules(zone: string, { first, last, since = first }: Years): Observance[] | undefined {
  const spans = [
    { first: first - 1, last: last + 1 },
    { first: first - 1, last },
    { first, last: last + 1 },
    ...(last > first ? [{ first, last }] : []),
  ];
  for (const span of spans) {
    const years = listYears(span).map((year) => listTransitions(zone, year).map(readPlace));
    const [one, two] = [0, 1].map((index) => findCommon(years.map((places) => places[index])));
    const isRegular = years.every((places) => places.length === 2);
    if (isRegular && one && two) {
      return [one, two].map((place) => observe(place, since - 1)).sort((a, b) => (a.name < b.name ? 1 : -1));
    }
  }
  return undefined;
}

/** The place of a transition in its year, in wall-clock time before it. */
interface Place {
  before: number;
  after: number;
  month: number;
  weekday: number;
  /** Its ordinals among the same weekdays of the month: 1 to 4, and -1 for the last. */
  ordinals: number[];
  time: string;
}

function readPlace({ at, before, after }: Transition): Place {
  const wall = new Date((at + before * 60) * 1000);
  const [month, day] = [wall.getUTCMonth(), wall.getUTCDate()];
  const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const ordinal = Math.ceil(day / 7);
  return {
    before,
    after,
    month: month + 1,
    weekday: wall.getUTCDay(),
    ordinals: [...(day > lastDay - 7 ? [-1] : []), ...(ordinal < 5 ? [ordinal] : [])],
    time: wall.toISOString().slice(11, 19),
  };
}

/** The rule that transitions of several years have in common; undefined if there is none. */
function findCommon(places: (Place | undefined)[]): Place | undefined {
  return places.reduce((common, place) => {
    if (!common || !place) return undefined;
    const same = (['before', 'after', 'month', 'weekday', 'time'] as const).every(
      (key) => common[key] === place[key],
    );
    const ordinals = common.ordinals.filter((ordinal) => place.ordinals.includes(ordinal));
    return same && ordinals.length > 0 ? { ...common, ordinals } : undefined;
  });
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

function observe({ before, after, month, weekday, ordinals, time }: Place, year: number): Observance {
  const ordinal = ordinals[0] ?? 1;
  return {
    name: after > before ? 'DAYLIGHT' : 'STANDARD',
    start: `${findWeekday(year, month, weekday, ordinal)}T${time}`,
    from: before,
    to: after,
    rule: `FREQ=YEARLY;BYMONTH=${month};BYDAY=${ordinal}${String(weekdays[weekday])}`,
  };
}

/** The date of the second Sunday (weekday 0, ordinal 2) of a month, for example. */
function findWeekday(year: number, month: number, weekday: number, ordinal: number): string {
  const edge = new Date(Date.UTC(year, ordinal < 0 ? month : month - 1, ordinal < 0 ? 0 : 1));
  const step = ordinal < 0 ? -((edge.getUTCDay() - weekday + 7) % 7) : (weekday - edge.getUTCDay() + 7) % 7;
  const day = edge.getUTCDate() + step + (ordinal < 0 ? 0 : (ordinal - 1) * 7);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Formats minutes as a UTC-OFFSET (section 3.3.14): `+0900`. */
function writeOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}

function listYears({ first, last }: Years): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
