import { formatDescription, formatSummary, pageAddressOf } from './calendar-event.ts';
import { addDays } from '../model/date.ts';
import type { Feed, FeedEvent } from './feed.ts';
import { toInstant } from '../model/timezone.ts';
import type { Translate } from '../model/translate.ts';
import { writeComponent, writeDate, writeText, writeTexts, writeTime, writeToken, writeUri } from './ical.ts';
import { writeTimeZone, type Years } from './vtimezone.ts';

export interface FeedWriterOptions {
  t: Translate;
  /** Returns the full URL of an address, in the language of the feeds. */
  urlTo: (address: string) => string;
}

/** A CSS3 colour name (RFC 7986, section 5.9). */
const color = 'teal';

/**
 * Creates the function that writes the feeds of one language as iCalendar (RFC 5545 and 7986). Each event is written
 * once and reused, so that all feeds have the same bytes for it.
 */
export function createFeedWriter(options: FeedWriterOptions): (feed: Feed) => string {
  const cache = new Map<string, string>();
  const once = (key: string, write: () => string | undefined) => {
    const text = cache.get(key) ?? write() ?? '';
    cache.set(key, text);
    return text;
  };
  return (feed) => {
    const zones = new Map(
      listZones(feed.events).map(({ zone, years }) => [
        zone,
        once(`${zone} ${Object.values(years).join(' ')}`, () => writeTimeZone(zone, years)),
      ]),
    );
    return writeComponent('VCALENDAR', [
      writeProperties(feed, options),
      ...zones.values(),
      ...feed.events.map((event) => {
        const hasZone = event.timezone !== undefined && zones.get(event.timezone) !== '';
        return once(`${event.uid} ${hasZone}`, () => writeEvent(event, hasZone, options));
      }),
    ]);
  };
}

/**
 * The properties of the VCALENDAR, with the X- names of clients that do not read those of RFC 7986. There is no UID:
 * vdirsyncer copies it into each event and then keeps one of them (pimutils/vdirsyncer#1222).
 */
function writeProperties(feed: Feed, { urlTo }: FeedWriterOptions): string {
  const { address, name, description, timezone, events } = feed;
  const modified = events
    .map((event) => event.modified)
    .sort()
    .at(-1);
  return [
    writeToken('VERSION', '2.0'),
    writeText('PRODID', '-//programme-microsite//Calendar feeds//EN'),
    writeToken('CALSCALE', 'GREGORIAN'),
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
  // Whole days, deadlines, and events that do not take place as scheduled, do not block time.
  const isBusy = timezone !== undefined && status === 'scheduled' && !event.deadline;
  return writeComponent('VEVENT', [
    writeText('UID', uid),
    // Without METHOD, DTSTAMP is the time of the last revision (RFC 5545, section 3.8.7.2).
    writeTime('DTSTAMP', modified),
    writeTime('LAST-MODIFIED', modified),
    writeToken('SEQUENCE', sequence),
    ...writeSpan(event, hasZone),
    writeText('SUMMARY', formatSummary(event, t)),
    writeText('DESCRIPTION', formatDescription(event, t, urlTo)),
    ...(location ? [writeText('LOCATION', location)] : []),
    writeUri('URL', urlTo(pageAddressOf(event))),
    ...(categories.length > 0 ? [writeTexts('CATEGORIES', categories)] : []),
    writeToken('STATUS', statuses[status]),
    writeToken('TRANSP', isBusy ? 'OPAQUE' : 'TRANSPARENT'),
    writeToken('X-MICROSOFT-CDO-BUSYSTATUS', isBusy ? 'BUSY' : 'FREE'),
    ...(join ? [writeUri('CONFERENCE', join, { VALUE: 'URI', FEATURE: 'VIDEO' })] : []),
  ]);
}

/**
 * DTSTART and DTEND (RFC 5545, section 3.6.1). The DTEND of whole days is exclusive. Without DTEND a day lasts until
 * its end, and a time has no duration.
 */
function writeSpan({ start, end, timezone }: FeedEvent, hasZone: boolean): string[] {
  if (timezone === undefined)
    return [writeDate('DTSTART', start), ...(end ? [writeDate('DTEND', addDays(end, 1))] : [])];
  const write = (name: string, time: string) =>
    hasZone ? writeTime(name, time, { TZID: timezone }) : writeTime(name, toInstant(time, timezone));
  return [write('DTSTART', start), ...(end ? [write('DTEND', end)] : [])];
}

/** Lists the zones of timed events, with the years in which each is used. */
function listZones(events: readonly FeedEvent[]): { zone: string; years: Years }[] {
  const timed = events.filter(({ timezone }) => timezone !== undefined);
  const since = Math.min(...events.map(({ start }) => Number(start.slice(0, 4))));
  return [...Map.groupBy(timed, ({ timezone = '' }) => timezone)].map(([zone, own]) => {
    const years = own
      .flatMap(({ start, end = start }) => [start, end].map((time) => time.slice(0, 4)))
      .sort();
    return { zone, years: { first: Number(years.at(0)), last: Number(years.at(-1)), since } };
  });
}
