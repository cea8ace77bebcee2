import ICAL from 'ical.js';
import { isPlainDate } from '../../../src/model/date.ts';
import type { Term } from './dates.ts';
import type { ZonedTime } from './zone.ts';

/** One time that an event is held. */
export interface Occurrence {
  /** What says its title and place: the event, or the exception for this one time. */
  item: ICAL.Component;
  start: ZonedTime;
  end: ZonedTime;
  /** The day on which it was to be held at first. */
  day: string;
  isRepeated: boolean;
}

/** More than any programme holds of one event; a rule that makes more is a mistake. */
const mostOccurrences = 200;
/** How far a rule is followed until the programme begins: every day of ten years. */
const mostSteps = 4000;

interface Series {
  events: readonly ICAL.Component[];
  term: Term;
  title: string;
}

/**
 * The times that an event is held. One that repeats (RFC 5545, 3.8.5) is held once in each place of its rule
 * within the programme's dates, but where the calendar says otherwise; its exceptions are no events of their own.
 * @throws if its dates or its rule make no sense
 */
export function listOccurrences(
  component: ICAL.Component,
  { events, term, title }: Series,
): { occurrences: Occurrence[]; notes: string[] } {
  for (const name of ['dtstart', 'dtend']) checkDays(component, name);
  const uid = component.getFirstPropertyValue('uid');
  const isException = component.hasProperty('recurrence-id');
  const related = events.filter((other) => other.getFirstPropertyValue('uid') === uid);
  const master = related.find((other) => !other.hasProperty('recurrence-id'));
  if (isException && master) return { occurrences: [], notes: [] };
  const exceptions = isException ? [] : related.filter((other) => other.hasProperty('recurrence-id'));
  const event = new ICAL.Event(component, { strictExceptions: true, exceptions });
  const tzidOf = (item: ICAL.Component, name: string) => {
    const tzid = (item.getFirstProperty(name) ?? item.getFirstProperty('dtstart'))?.getFirstParameter('tzid');
    return tzid === undefined || tzid === '' ? undefined : tzid;
  };
  const make = (
    item: ICAL.Component,
    start: ICAL.Time,
    end: ICAL.Time,
    first: ICAL.Time,
    isRepeated: boolean,
  ) => ({
    item,
    start: { time: start, tzid: tzidOf(item, 'dtstart') },
    end: { time: end, tzid: tzidOf(item, 'dtend') },
    day: first.toString().slice(0, 10),
    isRepeated,
  });
  if (!event.isRecurring()) {
    const first = (component.getFirstPropertyValue('recurrence-id') as ICAL.Time | null) ?? event.startDate;
    return { occurrences: [make(component, event.startDate, event.endDate, first, isException)], notes: [] };
  }
  const occurrences: Occurrence[] = [];
  let outside = 0;
  const iterator = event.iterator();
  for (
    let first = iterator.next() as ICAL.Time | undefined;
    first;
    first = iterator.next() as ICAL.Time | undefined
  ) {
    const { startDate, endDate, item } = event.getOccurrenceDetails(first);
    const day = startDate.toString().slice(0, 10);
    if (first.toString().slice(0, 10) > term.end) break;
    if (day < term.start || day > term.end) outside += 1;
    else occurrences.push(make(item.component, startDate, endDate, first, true));
    if (occurrences.length > mostOccurrences || outside > mostSteps)
      throw new Error(`it repeats more than ${outside > mostSteps ? mostSteps : mostOccurrences} times`);
  }
  const left = outside > 0 ? ' Times before the programme are left out.' : '';
  return {
    occurrences,
    notes: [
      `“${title}” repeats: each of its ${occurrences.length} times within the programme is an event.${left}`,
    ],
  };
}

/** The library takes 32 May for 1 June. */
function checkDays(component: ICAL.Component, name: string): void {
  const [, , , written] = (component.getFirstProperty(name)?.toJSON() ?? []) as unknown[];
  if (written === undefined && name === 'dtstart') throw new Error('it has no beginning');
  if (typeof written === 'string' && !isPlainDate(written.slice(0, 10)))
    throw new Error(`there is no day ${written.slice(0, 10)}`);
}
