import type ICAL from 'ical.js';
import { addDays } from '../../../src/model/date.ts';
import type { LedgerEntry } from '../../../src/calendar/ledger.ts';
import { stripHtml } from './body.ts';
import type { Kind } from './columns.ts';
import type { Term } from './dates.ts';
import { listOccurrences, type Occurrence } from './occurrence.ts';
import { plainUid } from './origin.ts';
import type { Doubt, Field, Reading, Row, Trouble } from './reading.ts';
import { tidy } from './text.ts';
import { openCalendars } from './vcalendar.ts';
import { findZone, nameZone, toWallTime, type ZonedTime } from './zone.ts';

/** Where the events of a calendar are to go. */
export interface Destination {
  kind: Kind;
  term: Term;
  timezone: string;
  /** What our own feeds hold of the edition, by UID. */
  own: ReadonlyMap<string, Pick<LedgerEntry, 'kind' | 'id' | 'facts'>>;
}

export interface CalendarRows {
  rows: Row[];
  troubles: Trouble[];
  notes: string[];
}

/**
 * Reads the events of a calendar file (RFC 5545). Guests, alarms and links of video meetings are not read.
 * @throws PlainError if it is no whole calendar
 */
export function readCalendar(text: string, destination: Destination): CalendarRows {
  const zones = new Set<string>();
  const { calendars, troubles } = openCalendars(text);
  const result: CalendarRows = { rows: [], troubles, notes: [] };
  for (const { calendar, events } of calendars) {
    const tasks = calendar.getAllSubcomponents('vtodo');
    if (tasks.length > 0) result.notes.push(`${tasks.length} of its entries are tasks, which are left out.`);
    const said = String(calendar.getFirstPropertyValue('x-wr-timezone') ?? '');
    const floating = findZone(said) ?? destination.timezone;
    const isCancelled = /^cancel$/i.test(String(calendar.getFirstPropertyValue('method') ?? ''));
    for (const { event, line } of events) {
      const title = tidy(String(event.getFirstPropertyValue('summary') ?? ''));
      const place = `line ${line}${title === '' ? '' : ` (“${title}”)`}`;
      const all = events.map((each) => each.event);
      const read = readEvent(event, {
        ...destination,
        events: all,
        floating,
        isCancelled,
        place,
        zones,
        title,
      });
      result.rows.push(...read.rows);
      result.troubles.push(...read.troubles);
      result.notes.push(...read.notes);
    }
  }
  if (zones.size > 0)
    result.notes.push(
      `Times of ${[...zones].sort().join(', ')} were converted to those of ${destination.timezone}.`,
    );
  return result;
}

interface EventContext extends Destination {
  events: readonly ICAL.Component[];
  floating: string;
  isCancelled: boolean;
  place: string;
  zones: Set<string>;
  title: string;
}

function readEvent(event: ICAL.Component, context: EventContext): CalendarRows {
  const { place } = context;
  const fail = (doubt: Doubt): CalendarRows => ({ rows: [], notes: [], troubles: [{ place, ...doubt }] });
  const uid = tidy(String(event.getFirstPropertyValue('uid') ?? ''));
  if (/^(?:private|confidential)$/i.test(String(event.getFirstPropertyValue('class') ?? '')))
    return fail({
      why: 'It is marked as private.',
      fix: 'Make it public in the calendar if it belongs on the site.',
    });
  const own = context.own.get(uid);
  if (own && (context.kind !== `${own.kind}s` || own.facts.status === 'removed'))
    return fail({
      why: `It is the ${own.kind} ${own.id} of this very site${own.facts.status === 'removed' ? ', which is no longer held' : ''}.`,
      fix: 'Delete it from the file.',
    });
  try {
    const { occurrences, notes } = listOccurrences(event, context);
    const rows = occurrences.map((each) => toRow(each, { uid, id: own?.id }, context));
    return {
      rows: rows.flatMap((row) => ('value' in row ? [row.value] : [])),
      troubles: rows.flatMap((row) => ('why' in row ? [{ place, ...row }] : [])),
      notes,
    };
  } catch (error) {
    return fail({
      why: `Its dates cannot be read: ${(error as Error).message}.`,
      fix: 'Correct them in the calendar, and export it again.',
    });
  }
}

/** One time that an event is held, as a row with the fields of an event or a week. */
function toRow(
  { item, start, end, day, isRepeated }: Occurrence,
  { uid, id }: { uid: string; id: string | undefined },
  context: EventContext,
): Reading<Row> {
  const isWholeDay = start.time.isDate;
  if (context.kind === 'weeks' && !isWholeDay)
    return {
      why: 'It has times of day, and a week has none.',
      fix: 'Import it as an event, without --as weeks.',
    };
  const from = readTime(start, context);
  if ('why' in from) return from;
  const to = readTime(end, context);
  if ('why' in to) return to;
  if (!isWholeDay && from.value === to.value)
    return { why: 'It has no end.', fix: 'Say in the calendar until when it lasts.' };
  // The last day of a whole-day event is the one before its end (RFC 5545, 3.6.1).
  const last = isWholeDay && to.value > from.value ? addDays(to.value, -1) : to.value;
  const words = (name: string) => tidy(String(item.getFirstPropertyValue(name) ?? ''));
  const status = context.isCancelled ? 'cancelled' : words('status').toLowerCase();
  const location = words('location');
  const values: Partial<Record<Field, string>> = {
    id,
    start: from.value,
    end: last,
    place: location,
    status: status === 'cancelled' || status === 'confirmed' ? status : '',
    body: stripHtml(String(item.getFirstPropertyValue('description') ?? '')).trim(),
    ...(context.kind === 'weeks' ? readWeekTitle(words('summary')) : { title: words('summary') }),
  };
  const said = Object.fromEntries(
    Object.entries(values).filter(([, value]: [string, string | undefined]) => value),
  );
  const origin =
    id === undefined && uid !== '' ? { uid: plainUid(uid), day: isRepeated ? day : undefined } : undefined;
  const place = isRepeated ? `${context.place}, ${from.value.slice(0, 10)}` : context.place;
  return { value: { place, values: said, origin } };
}

function readTime(time: ZonedTime, { timezone, floating, zones }: EventContext): Reading<string> {
  const reading = toWallTime(time, timezone, floating);
  const name = nameZone(time);
  if ('value' in reading && name !== undefined && findZone(name) !== timezone) zones.add(name);
  return reading;
}

/** What the title of an event says of a week: "Phase I, week 5: Title" gives phase, number and title. */
function readWeekTitle(summary: string): Partial<Record<Field, string>> {
  const [, phase, week, korean, rest = summary] =
    /^(?:((?:phase|part|stage)\s+\w+|제?\s*\w+\s*단계)[\s,:–-]+)?(?:week\s*(\d+)|(\d+)\s*주차)[\s,:.–-]*(.*)$/i.exec(
      summary,
    ) ?? [];
  const number = week ?? korean;
  return { ...(phase ? { phase } : {}), ...(number ? { number } : {}), topic: rest };
}
