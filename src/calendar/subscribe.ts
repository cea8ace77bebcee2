import { addDays, isPlainDate } from '../model/date.ts';

/** An event for a link that adds it to a calendar. */
export interface LinkedEvent {
  title: string;
  /** First and last day (`2022-03-07`), both included, or wall-clock times in `timezone`. */
  start: string;
  /** Undefined for a deadline and for an open end. */
  end?: string | undefined;
  timezone?: string | undefined;
  description?: string | undefined;
  location?: string | undefined;
}

/**
 * The webcal URL of a feed, for Apple and Mozilla calendars. Also for https: iOS does not know webcals.
 * @param url the full URL of the feed
 */
export function webcalAddress(url: string): string {
  return url.replace(/^https?:/, 'webcal:');
}

/**
 * The link that subscribes in Google Calendar, which takes only webcal URLs here (calagator#556).
 * @param url the full URL of the feed
 */
export function googleSubscribeLink(url: string): string {
  return `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcalAddress(url))}`;
}

/** The link that opens Google Calendar with one event filled in. Google's end is exclusive. */
export function googleEventLink({ title, start, end = start, timezone, description, location }: LinkedEvent): string {
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
