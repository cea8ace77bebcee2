import { addDays, isPlainDate } from '../model/date.ts';
import { toInstant } from '../model/timezone.ts';

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

/** The two services of Outlook on the web: for private accounts, and for those of work and school. */
export const outlookHosts = { private: 'outlook.live.com', work: 'outlook.office.com' } as const;
export type OutlookAccount = keyof typeof outlookHosts;

/**
 * The link that subscribes in Outlook on the web.
 * @param url the full URL of the feed
 * @param name what the calendar is called there
 */
export function outlookSubscribeLink(account: OutlookAccount, url: string, name: string): string {
  return `https://${outlookHosts[account]}/calendar/0/addfromweb?${writeQuery({ url, name })}`;
}

/** The link that opens Outlook on the web with one event filled in. Its end of whole days is exclusive. */
export function outlookEventLink(
  account: OutlookAccount,
  { title, start, end = start, timezone = 'UTC', description, location }: LinkedEvent,
): string {
  const allDay = isPlainDate(start);
  const query = writeQuery({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: allDay ? start : toInstant(start, timezone),
    enddt: allDay ? addDays(end, 1) : toInstant(end, timezone),
    allday: allDay ? 'true' : undefined,
    body: description,
    location,
  });
  return `https://${outlookHosts[account]}/calendar/0/deeplink/compose?${query}`;
}

/** The link that opens Google Calendar with one event filled in. Google's end is exclusive. */
export function googleEventLink({
  title,
  start,
  end = start,
  timezone,
  description,
  location,
}: LinkedEvent): string {
  const allDay = isPlainDate(start);
  const dates = [start, allDay ? addDays(end, 1) : end].map(compact).join('/');
  const query = writeQuery({
    action: 'TEMPLATE',
    text: title,
    dates,
    ctz: allDay ? undefined : timezone,
    details: description,
    location,
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}

/** A query without fields that have no value. Spaces are %20: Outlook shows a + as it is. */
function writeQuery(fields: Record<string, string | undefined>): string {
  return Object.entries(fields)
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value.toWellFormed())}`] : []))
    .join('&');
}

/** A day as `20220307`, a time as `20220223T150000`. */
function compact(value: string): string {
  return `${value.replaceAll(/[-:]/g, '')}${isPlainDate(value) ? '' : '00'}`;
}
