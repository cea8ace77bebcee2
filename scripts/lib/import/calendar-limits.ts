import type ICAL from 'ical.js';
import { limits } from '../../../src/model/limits.ts';
import { PlainError } from '../../../src/pipeline/error.ts';

/** More of each than the calendar of any programme has. */
const [mostEvents, mostLines, mostDepth] = [2000, 50_000, 4];
/** Dates of one event that are added to its rule or left out, and the days that it lasts. */
const [mostDates, mostDays] = [400, 366];

/**
 * Looks at the structure of a calendar before it is parsed.
 * @throws PlainError if it is beyond any programme's, with the line
 */
export function refuseLargeCalendar(text: string): void {
  const advice = 'Export the events of the programme alone.';
  const lines = text.split(/\r\n?|\n/);
  let [depth, events, length] = [0, 0, 0];
  for (const [index, line] of lines.entries()) {
    const [, edge, name = ''] = /^(BEGIN|END):(.*?)[ \t]*$/i.exec(line) ?? [];
    if (edge !== undefined) depth += /^begin$/i.test(edge) ? 1 : -1;
    if (/^vevent$/i.test(name)) events += 0.5;
    // A line that begins with a space goes on with the one before (RFC 5545, 3.1).
    length = /^[ \t]/.test(line) ? length + line.length : line.length;
    if (depth > mostDepth)
      throw new PlainError(
        `The calendar cannot be read: in line ${index + 1}, ${name} begins inside of what has not ended. Export it once more, whole.`,
      );
    if (length > limits.cellLength)
      throw new PlainError(
        `The calendar cannot be read: line ${index + 1} belongs to a text or list of more than ${limits.cellLength} characters. Shorten it in the calendar, and export it again.`,
      );
  }
  if (lines.length > mostLines)
    throw new PlainError(`The calendar has more than ${mostLines} lines. ${advice}`);
  if (events > mostEvents) throw new PlainError(`The calendar has more than ${mostEvents} events. ${advice}`);
}

/**
 * Zones change their clocks once a year each way; other rules would be followed for each time that is read.
 * @throws PlainError if the calendar describes another zone
 */
export function refuseOddZones(calendar: ICAL.Component): void {
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    for (const change of zone.getAllSubcomponents())
      if (
        listRules(change).some(
          (rule) => !/FREQ=YEARLY/i.test(rule) || /BY(?:HOUR|MINUTE|SECOND)=/i.test(rule),
        )
      )
        throw new PlainError(
          `The calendar describes a zone “${String(zone.getFirstPropertyValue('tzid'))}” that changes its clocks more than once a year. Choose a zone by region and city, such as Europe/Zurich, and export it again.`,
        );
}

/** @throws Error if an event lasts or repeats in a way that no event of a programme does */
export function refuseOddEvent(event: ICAL.Component): void {
  const duration = event.getFirstPropertyValue('duration') as ICAL.Duration | null;
  if (duration && Math.abs(duration.toSeconds()) > mostDays * 86_400)
    throw new Error(`it lasts longer than ${mostDays} days`);
  if (listRules(event).some((rule) => /FREQ=(?:SECONDLY|MINUTELY|HOURLY)/i.test(rule)))
    throw new Error('it repeats more often than once a day');
  for (const name of ['rdate', 'exdate']) {
    const counts = event.getAllProperties(name).map((property) => property.getValues().length);
    if (counts.reduce((sum, count) => sum + count, 0) > mostDates)
      throw new Error(`it has more than ${mostDates} dates of its own`);
  }
}

const listRules = (component: ICAL.Component) =>
  ['rrule', 'exrule'].flatMap((name) =>
    component.getAllProperties(name).map((property) => String(property.getFirstValue())),
  );
