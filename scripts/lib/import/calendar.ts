import { TZDate } from '@date-fns/tz';
import { formatISO } from 'date-fns/formatISO';
import ICAL from 'ical.js';
import { addDays, dayOf, isPlainDate, type WallTime } from '../../../src/model/date.ts';
import type { LedgerEntry } from '../../../src/calendar/ledger.ts';
import { isTimeZone, toInstant } from '../../../src/model/timezone.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { stripHtml } from '../plain-text.ts';
import { refuseLargeCalendar, refuseOddEvent, refuseOddZones } from './calendar-limits.ts';
import type { Field, Kind } from './columns.ts';
import type { Term } from './dates.ts';
import type { Row, RowError, Table } from './table.ts';
import { tidy, ValueError } from './values.ts';

/** The edition that a calendar is imported into. */
export interface Target {
  kind: Kind;
  term: Term;
  timezone: string;
  /** Entries of our own feeds, by UID. */
  own: ReadonlyMap<string, Pick<LedgerEntry, 'kind' | 'id' | 'facts'>>;
}

type Result = Pick<Table, 'rows' | 'notes' | 'errors'>;

const textOf = (component: ICAL.Component, name: string) =>
  tidy(String(component.getFirstPropertyValue(name) ?? ''));

/**
 * Reads the events of a calendar file (RFC 5545). Guests, alarms and links of video meetings are not read.
 * @throws PlainError if it is no whole calendar, or beyond that of any programme
 */
export function readCalendar(text: string, target: Target): Result {
  const result: Result = { rows: [], notes: [], errors: [] };
  const zones = new Set<string>();
  refuseLargeCalendar(text);
  const { calendars, lines } = parseCalendars(text, result.errors);
  for (const calendar of calendars) {
    refuseOddZones(calendar);
    const tasks = calendar.getAllSubcomponents('vtodo');
    if (tasks.length > 0) result.notes.push(`${tasks.length} of its entries are tasks, which are left out.`);
    for (const event of calendar.getAllSubcomponents('vevent')) {
      const title = textOf(event, 'summary');
      const place = `line ${lines.shift() ?? 1}${title === '' ? '' : ` (“${title}”)`}`;
      try {
        readEvent(event, calendar, place, target, zones, result);
      } catch (error) {
        const { message } = error as Error;
        const { why, fix } =
          error instanceof ValueError
            ? error
            : {
                why: `Its dates cannot be read: ${message}.`,
                fix: 'Correct them in the calendar, and export it again.',
              };
        result.errors.push({ place, why, fix });
      }
    }
  }
  if (zones.size > 0)
    result.notes.push(
      `Times of ${[...zones].sort().join(', ')} were converted to those of ${target.timezone}.`,
    );
  return result;
}

/** Parses a file without the events that cannot be parsed. Gives the line on which each other event begins. */
function parseCalendars(text: string, errors: RowError[]): { calendars: ICAL.Component[]; lines: number[] } {
  const lines: number[] = [];
  let [line, at] = [1, 0];
  let readable = text;
  for (const { 0: block, index } of text.matchAll(/^BEGIN:VEVENT[ \t]*$[\s\S]*?^END:VEVENT[ \t]*$/gim)) {
    line += text.slice(at, index).split(/\r\n?|\n/).length - 1;
    at = index;
    try {
      ICAL.parse(`BEGIN:VCALENDAR\r\n${block}\r\nEND:VCALENDAR`);
      lines.push(line);
    } catch (error) {
      readable = readable.replace(block, '');
      const why = `This event cannot be read: ${(error as Error).message}.`;
      errors.push({ place: `line ${line}`, why, fix: 'Correct it in the calendar, and export it again.' });
    }
  }
  try {
    const parsed = ICAL.parse(readable) as unknown[];
    // Several calendars in one file come as a list of them.
    const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
    return { calendars: calendars.map((each) => new ICAL.Component(each as unknown[])), lines };
  } catch (error) {
    const { message } = error as Error;
    throw new PlainError(`The calendar cannot be read: ${message}. Export it once more, whole.`);
  }
}

/**
 * Adds an event to the rows, once for each time that it is held.
 * @param zones collects the zones that times are converted from
 * @throws ValueError, or another error if its dates or its rule make no sense
 */
function readEvent(
  event: ICAL.Component,
  calendar: ICAL.Component,
  place: string,
  { kind, term, timezone, own }: Target,
  zones: Set<string>,
  { rows, notes }: Result,
): void {
  const uid = textOf(event, 'uid');
  const entry = own.get(uid);
  const isRemoved = entry?.facts.status === 'removed';
  if (/^(?:private|confidential)$/i.test(textOf(event, 'class')))
    throw new ValueError(
      'It is marked as private.',
      'Make it public in the calendar if it belongs on the site.',
    );
  if (entry && (isRemoved || kind !== `${entry.kind}s`)) {
    const state = isRemoved ? ', which is no longer held' : '';
    throw new ValueError(
      `It is the ${entry.kind} ${entry.id} of this very site${state}.`,
      'Delete it from the file.',
    );
  }
  const floatingZone = findZone(textOf(calendar, 'x-wr-timezone')) ?? timezone;
  const isCancelled = /^cancel$/i.test(textOf(calendar, 'method'));
  const occurrences = listOccurrences(event, calendar, term, notes).map(({ item, start, end, day }): Row => {
    const isWholeDay = start.isDate;
    if (kind === 'weeks' && !isWholeDay)
      throw new ValueError(
        'It has times of day, and a week has none.',
        'Import it as an event, without --as weeks.',
      );
    const readTime = (time: ICAL.Time, name: string): WallTime => {
      const property = item.getFirstProperty(name) ?? item.getFirstProperty('dtstart');
      const [tzid] = [property?.getFirstParameter('tzid')].filter((name) => name !== '');
      const zone = time.zone === ICAL.Timezone.utcTimezone ? 'UTC' : tzid;
      const wallTime = toWallTime(time, tzid, timezone, floatingZone);
      if (!time.isDate && zone !== undefined && findZone(zone) !== timezone) zones.add(zone);
      return wallTime;
    };
    const [from, to] = [readTime(start, 'dtstart'), readTime(end, 'dtend')];
    // Without DTEND, or with one that equals DTSTART, a time has an open end.
    const isOpen = !isWholeDay && from === to;
    const status = isCancelled ? 'cancelled' : textOf(item, 'status').toLowerCase();
    const title = textOf(item, 'summary');
    const values: Partial<Record<Field, string | undefined>> = {
      id: entry?.id,
      start: from,
      // The end of whole days is the day after the last one (RFC 5545, 3.6.1).
      end: isOpen ? '' : isWholeDay && to > from ? addDays(to, -1) : to,
      place: textOf(item, 'location'),
      status: /^(?:cancelled|confirmed)$/.test(status) ? status : '',
      body: stripHtml(String(item.getFirstPropertyValue('description') ?? '')).trim(),
      ...(kind === 'weeks' ? parseWeekTitle(title) : { title }),
    };
    return {
      place: day === undefined ? place : `${place}, ${dayOf(from)}`,
      values: Object.fromEntries(Object.entries(values).filter(([, value]) => Boolean(value))),
      source: entry || uid === '' ? undefined : { uid: encodeUid(uid), day },
    };
  });
  rows.push(...occurrences);
}

/** A UID as one word. */
const encodeUid = (uid: string) => encodeURI(uid.toWellFormed()).replaceAll('%25', '%');

/** One time that an event is held: the event or its exception, and the original day if it repeats. */
interface Occurrence {
  item: ICAL.Component;
  start: ICAL.Time;
  end: ICAL.Time;
  day?: string;
}

/** More than any programme holds of one event, and how far a rule is followed until the programme begins. */
const [mostOccurrences, mostSteps] = [200, 4000];

const writtenDay = (time: ICAL.Time) => dayOf(time.toString());

/**
 * The times within the programme that an event is held (RFC 5545, 3.8.5). An exception belongs to its series.
 * @throws if its dates or its rule make no sense
 */
function listOccurrences(
  event: ICAL.Component,
  calendar: ICAL.Component,
  term: Term,
  notes: string[],
): Occurrence[] {
  if (!event.hasProperty('dtstart')) throw new Error('it has no beginning');
  for (const name of ['dtstart', 'dtend']) {
    // ical.js takes 32 May for 1 June.
    const [, , , written] = (event.getFirstProperty(name)?.toJSON() ?? []) as unknown[];
    if (typeof written === 'string' && !isPlainDate(dayOf(written)))
      throw new Error(`there is no day ${dayOf(written)}`);
  }
  const uid = event.getFirstPropertyValue('uid');
  const events = calendar.getAllSubcomponents('vevent');
  const related = events.filter((other) => other.getFirstPropertyValue('uid') === uid);
  related.forEach(refuseOddEvent);
  const exceptions = related.filter((other) => other.hasProperty('recurrence-id'));
  const isException = exceptions.includes(event);
  if (isException && exceptions.length < related.length) return [];
  const series = new ICAL.Event(event, { strictExceptions: true, exceptions: isException ? [] : exceptions });
  if (!series.isRecurring()) {
    const original = event.getFirstPropertyValue('recurrence-id') as ICAL.Time | null;
    const day = original ? { day: writtenDay(original) } : {};
    return [{ item: event, start: series.startDate, end: series.endDate, ...day }];
  }
  const occurrences: Occurrence[] = [];
  let outside = 0;
  const iterator = series.iterator();
  // The library's types say that there is always a next one.
  const next = () => iterator.next() as ICAL.Time | undefined;
  for (let time = next(); time && writtenDay(time) <= term.end; time = next()) {
    const { startDate: start, endDate: end, item } = series.getOccurrenceDetails(time);
    if (writtenDay(start) < term.start || writtenDay(start) > term.end) outside += 1;
    else occurrences.push({ item: item.component, start, end, day: writtenDay(time) });
    if (occurrences.length > mostOccurrences || outside > mostSteps)
      throw new Error(`it repeats more than ${outside > mostSteps ? mostSteps : mostOccurrences} times`);
  }
  const left = outside > 0 ? ' Times before the programme are left out.' : '';
  const count = `each of its ${occurrences.length} times within the programme is an event.`;
  notes.push(`“${textOf(event, 'summary')}” repeats: ${count}${left}`);
  return occurrences;
}

/** Phase, number and title of a week: "Phase I, week 5: Title". */
function parseWeekTitle(summary: string): Partial<Record<Field, string | undefined>> {
  const [, phase, week, korean, topic = summary] =
    /^(?:((?:phase|part|stage)\s+\w+|제?\s*\w+\s*단계)[\s,:–-]+)?(?:week\s*(\d+)|(\d+)\s*주차)[\s,:.–-]*(.*)$/i.exec(
      summary,
    ) ?? [];
  return { phase, number: week ?? korean, topic };
}

/** The IANA name in a TZID, which some programs put a path in front of: /mozilla.org/20050126_1/Asia/Seoul. */
const findZone = (tzid: string): string | undefined =>
  [tzid, tzid.split('/').slice(-2).join('/')].find(isTimeZone);

/**
 * A day, or a time as the clocks of a zone show it.
 * @param tzid the zone in which it is written; undefined for days, times in UTC and floating times
 * @param floatingZone the zone of floating times (RFC 5545, 3.3.5, form 1)
 * @throws ValueError if nobody knows the zone in which it is written
 */
function toWallTime(time: ICAL.Time, tzid: string | undefined, zone: string, floatingZone: string): WallTime {
  const written = time.toString().slice(0, time.isDate ? 10 : 16);
  if (time.isDate) return written;
  const show = (instant: number) => formatISO(new TZDate(instant, zone)).slice(0, 16);
  if (time.zone === ICAL.Timezone.utcTimezone) return show(Date.parse(`${written}:00Z`));
  const named = tzid === undefined ? floatingZone : findZone(tzid);
  if (named !== undefined) return show(Date.parse(toInstant(written, named)));
  if (time.zone === ICAL.Timezone.localTimezone)
    throw new ValueError(
      `Its times are those of a zone "${tzid}", which the file does not describe and nobody knows.`,
      'Choose a zone by region and city, such as Europe/Zurich, in the calendar, and export it again.',
    );
  // The file describes the zone itself (VTIMEZONE).
  return show(time.toUnixTime() * 1000);
}
