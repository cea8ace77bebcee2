import { summarise, describe, pageOf } from './calendar-event.ts';
import { addDays, dayOf } from '../model/date.ts';
import type { Feed, FeedEvent, FeedKey } from './feed.ts';
import { toInstant } from '../model/timezone.ts';
import type { Translate } from '../model/translate.ts';
import { writeComponent, writeDate, writeText, writeTexts, writeTime, writeToken, writeUri } from './ical.ts';
import { writeTimeZone, type Years } from './vtimezone.ts';

export interface FeedWriterOptions {
  t: Translate<FeedKey>;
  /** The full address of an address without base and language, in the language of the feeds. */
  urlTo: (address: string) => string;
  /** `calendarDomain` of site.yaml. */
  domain: string;
}

/** A CSS3 name, as RFC 7986 wants it. */
const color = 'teal';

/**
 * Makes the function that writes the feeds of one language as iCalendar files (RFC 5545 and 7986). An event
 * is written once for all feeds that have it, so it is the same in each to the byte.
 */
export function createFeedWriter(options: FeedWriterOptions): (feed: Feed) => string {
  const written = new Map<string, string>();
  const once = (key: string, write: () => string | undefined) => {
    const known = written.get(key) ?? write() ?? '';
    written.set(key, known);
    return known;
  };
  return (feed) => {
    const zones = new Map(
      [...listYears(feed.events)].map(([zone, years]) => [
        zone,
        once(`${zone} ${years.first} ${years.last}`, () => writeTimeZone(zone, years)),
      ]),
    );
    return writeComponent('VCALENDAR', [
      writeHead(feed, options),
      ...zones.values(),
      ...feed.events.map((event) => {
        const hasZone = event.timezone !== undefined && zones.get(event.timezone) !== '';
        return once(`${event.uid} ${hasZone}`, () => writeEvent(event, hasZone, options));
      }),
    ]);
  };
}

/** Properties of the calendar as a whole, for those who read the RFCs and those who read X- names only. */
function writeHead(feed: Feed, { urlTo, domain }: FeedWriterOptions): string {
  const { address, locale, name, description, timezone, events } = feed;
  const modified = events
    .map((event) => event.modified)
    .sort()
    .at(-1);
  const id = `feed${address.replace(/\.ics$/, '').replaceAll('/', '-')}-${locale}@${domain}`;
  return [
    writeToken('VERSION', '2.0'),
    writeText('PRODID', '-//programme-microsite//Calendar feeds//EN'),
    writeToken('CALSCALE', 'GREGORIAN'),
    writeText('UID', id),
    ...(modified ? [writeTime('LAST-MODIFIED', modified)] : []),
    writeText('NAME', name),
    writeText('X-WR-CALNAME', name),
    writeText('DESCRIPTION', description),
    writeText('X-WR-CALDESC', description),
    writeText('X-WR-TIMEZONE', timezone),
    writeUri('URL', urlTo(feed.page)),
    writeUri('SOURCE', urlTo(address), { VALUE: 'URI' }),
    writeToken('COLOR', color),
    writeToken('REFRESH-INTERVAL', 'PT1H', { VALUE: 'DURATION' }),
    writeToken('X-PUBLISHED-TTL', 'PT1H'),
  ].join('');
}

const statuses = {
  scheduled: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  removed: 'CANCELLED',
} as const;

function writeEvent(event: FeedEvent, hasZone: boolean, { t, urlTo }: FeedWriterOptions): string {
  const { uid, modified, sequence, timezone, location, categories, join, status } = event;
  // Whole days leave people free; so does what does not take place when it was announced.
  const isBusy = timezone !== undefined && status === 'scheduled';
  return writeComponent('VEVENT', [
    writeText('UID', uid),
    // Without METHOD the stamp says when the event was last revised (RFC 5545, section 3.8.7.2).
    writeTime('DTSTAMP', modified),
    writeTime('LAST-MODIFIED', modified),
    writeToken('SEQUENCE', sequence),
    ...writeSpan(event, hasZone),
    writeText('SUMMARY', summarise(event, t)),
    writeText('DESCRIPTION', describe(event, t, urlTo)),
    ...(location ? [writeText('LOCATION', location)] : []),
    writeUri('URL', urlTo(pageOf(event))),
    ...(categories.length > 0 ? [writeTexts('CATEGORIES', categories)] : []),
    writeToken('STATUS', statuses[status]),
    writeToken('TRANSP', isBusy ? 'OPAQUE' : 'TRANSPARENT'),
    writeToken('X-MICROSOFT-CDO-BUSYSTATUS', isBusy ? 'BUSY' : 'FREE'),
    ...(join ? [writeUri('CONFERENCE', join, { VALUE: 'URI', FEATURE: 'VIDEO' })] : []),
  ]);
}

/** Start and end; the end of whole days is the day after the last (section 3.6.1). */
function writeSpan({ start, end, timezone }: FeedEvent, hasZone: boolean): string[] {
  if (timezone === undefined) return [writeDate('DTSTART', start), writeDate('DTEND', addDays(end, 1))];
  const write = (name: string, time: string) =>
    hasZone ? writeTime(name, time, { TZID: timezone }) : writeTime(name, toInstant(time, timezone));
  return [write('DTSTART', start), write('DTEND', end)];
}

/** The zones of timed events, and the years in which each is needed. */
function listYears(events: readonly FeedEvent[]): Map<string, Years> {
  const zones = new Map<string, Years>();
  for (const { timezone, start, end } of events) {
    if (timezone === undefined) continue;
    const years = zones.get(timezone);
    const [from, to] = [start, end].map((time) => Number(dayOf(time).slice(0, 4))) as [number, number];
    zones.set(timezone, {
      first: Math.min(from, years?.first ?? from),
      last: Math.max(to, years?.last ?? to),
    });
  }
  return zones;
}
