import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { formatDescription, formatSummary, pageAddressOf } from '../../../src/calendar/calendar-event.ts';
import { addDays } from '../../../src/model/date.ts';
import type { Feed, FeedEvent } from '../../../src/calendar/feed.ts';
import { toInstant } from '../../../src/model/timezone.ts';
import { createFeedWriter } from '../../../src/calendar/ical-feed.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { measure } from './measure.ts';

const t = createTranslator('en');
const urlTo = (address: string) => `https://champions.example.org${address}`;

/**
 * Writes feeds of 1,000 and of 10,000 events: whether the time grows as the events do, and how it compares
 * with ical-generator on the same events.
 */
export async function benchCalendar(): Promise<string[]> {
  const [small, large] = [makeFeed(1000), makeFeed(10_000)];
  const ours = [small, large].map((feed) => measure(() => write(feed)));
  const theirs = measure(() => writeWithGenerator(large), 3);
  const [few = 1, many = 1] = ours;
  const size = Buffer.byteLength(write(large));
  return [
    `10,000 events, ${(size / 1e6).toFixed(1)} MB: ${(many / few / 10).toFixed(2)} of the time an event that 1,000 take (1 is linear)`,
    `10,000 events: ${(many / theirs).toFixed(2)} of the time that ical-generator takes`,
  ];
}

function write(feed: Feed): string {
  return createFeedWriter({ t, urlTo, domain: 'example.org' })(feed);
}

/** The same events through ical-generator, as far as it can say the same. */
function writeWithGenerator(feed: Feed): string {
  const calendar = ical({ name: feed.name, description: feed.description, timezone: feed.timezone });
  for (const event of feed.events) {
    const { timezone, start, end } = event;
    const made = calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: event.modified,
      lastModified: event.modified,
      start: timezone === undefined ? start : toInstant(start, timezone),
      end: timezone === undefined ? addDays(end, 1) : toInstant(end, timezone),
      allDay: timezone === undefined,
      summary: formatSummary(event, t),
      description: formatDescription(event, t, urlTo),
      url: urlTo(pageAddressOf(event)),
      status: ICalEventStatus.CONFIRMED,
      transparency: timezone === undefined ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      categories: event.categories.map((name) => ({ name })),
    });
    if (event.location) made.location(event.location);
  }
  return calendar.toString();
}

function makeFeed(count: number): Feed {
  return {
    ...{ address: '/calendar.ics', locale: 'en', name: 'Many', description: 'Many events', page: '/' },
    timezone: 'Asia/Seoul',
    events: Array.from({ length: count }, (_, index) => makeEvent(index)),
  };
}

/** Weeks and timed events by turns, with texts as long as those of the programme. */
function makeEvent(index: number): FeedEvent {
  const day = addDays('2022-01-01', index % 3000);
  const isWeek = index % 2 === 0;
  return {
    ...{ kind: isWeek ? 'week' : 'event', edition: '2022', id: `number-${index}`, phase: undefined },
    ...{ name: isWeek ? `Phase I, week ${index}` : undefined, title: `도시 and its data, part ${index}` },
    ...{ start: isWeek ? day : `${day}T15:00`, end: isWeek ? addDays(day, 6) : `${day}T16:45` },
    ...{ timezone: isWeek ? undefined : 'Asia/Seoul', unannounced: false, status: 'scheduled' },
    ...{ location: isWeek ? '' : 'Seoul Global Center, 9F, Seoul; Zoom', join: undefined },
    categories: [isWeek ? 'Phase I' : 'Event'],
    paragraphs: [
      'What a city has to expect, why it reaches the street; and how planning limits the harm. '
        .repeat(5)
        .trim(),
    ],
    ...{ uid: `2022-number-${index}@example.org`, sequence: index % 4, modified: '2022-02-14T00:00:00Z' },
  };
}
