import { describe, summarise, type CalendarEvent, type CalendarKey } from './calendar-event.ts';
import { addDays, isPlainDate } from '../model/date.ts';
import type { Translate } from '../model/translate.ts';

/** What a link that adds one event says of it. */
export interface LinkedEvent {
  title: string;
  /** First and last day (`2022-03-07`), both included, or wall-clock times in `timezone`. */
  start: string;
  end: string;
  timezone?: string | undefined;
  description?: string | undefined;
  location?: string | undefined;
}

/**
 * The address by which Apple's and Mozilla's calendars subscribe. Always webcal, also for https: iOS does
 * not know webcals.
 * @param url the feed's address in full
 */
export function webcalAddress(url: string): string {
  return url.replace(/^https?:/, 'webcal:');
}

/**
 * The link by which Google Calendar subscribes. Google takes a webcal address here and nothing else
 * (calagator#556).
 * @param url the feed's address in full
 */
export function googleSubscribeLink(url: string): string {
  return `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcalAddress(url))}`;
}

/**
 * Says of a week or an event what the feeds say, for a link that adds it.
 * @param urlTo the address of a page in full
 */
export function toLinkedEvent(
  event: CalendarEvent,
  t: Translate<CalendarKey>,
  urlTo: (address: string) => string,
): LinkedEvent {
  const { start, end, timezone, location } = event;
  return {
    title: summarise(event, t),
    description: describe(event, t, urlTo),
    ...{ start, end, timezone, location },
  };
}

/** The link that opens Google Calendar with one event filled in. Its end, as Google takes it, is exclusive. */
export function googleEventLink({ title, start, end, timezone, description, location }: LinkedEvent): string {
  const allDay = isPlainDate(start);
  const dates = [start, allDay ? addDays(end, 1) : end].map(compact).join('/');
  const fields = Object.entries({
    action: 'TEMPLATE',
    text: title,
    dates,
    ctz: allDay ? undefined : timezone,
    details: description,
    location,
  }).flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value.toWellFormed())}`] : []));
  return `https://calendar.google.com/calendar/render?${fields.join('&')}`;
}

/** A day as `20220307`, a time as `20220223T150000`. */
function compact(value: string): string {
  return `${value.replaceAll(/[-:]/g, '')}${isPlainDate(value) ? '' : '00'}`;
}
