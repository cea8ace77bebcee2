import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { formatDescription, formatSummary, pageAddressOf } from '../../../src/calendar/calendar-event.ts';
import type { Feed, FeedEvent } from '../../../src/calendar/feed.ts';
import { createFeedWriter } from '../../../src/calendar/ical-feed.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { addDays } from '../../../src/model/date.ts';
import { toInstant } from '../../../src/model/timezone.ts';

const t = createTranslator('en');
const urlTo = (address: string) => `https://champions.example.org${address}`;

/** Measures how the time to write a feed grows from 1,000 to 10,000 events, and compares it with ical-generator. */
export async function benchCalendar(): Promise<string[]> {
  const small = createFeed(1000);
  const large = createFeed(10_000);
  const smallTime = measure(() => writeFeed(small), 7);
  const largeTime = measure(() => writeFeed(large), 7);
  const generatorTime = measure(() => writeWithGenerator(large), 3);
  const megabytes = Buffer.byteLength(writeFeed(large)) / 1e6;
  return [
    `10,000 events, ${megabytes.toFixed(1)} MB: ${(largeTime / smallTime / 10).toFixed(2)} of the time an event that 1,000 take (1 is linear)`,
    `10,000 events: ${(largeTime / generatorTime).toFixed(2)} of the time that ical-generator takes`,
  ];
}

/** The median time of some runs after a warm-up, in milliseconds. */
function measure(task: () => unknown, runs: number): number {
  task();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

function writeFeed(feed: Feed): string {
  return createFeedWriter({ t, urlTo })(feed);
}

/** Writes the same events with ical-generator, as far as it supports their properties. */
function writeWithGenerator(feed: Feed): string {
  const calendar = ical({ name: feed.name, description: feed.description, timezone: feed.timezone });
  for (const event of feed.events) {
    const { timezone, start, end = start } = event;
    const created = calendar.createEvent({
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
    if (event.location) created.location(event.location);
  }
  return calendar.toString();
}

function createFeed(count: number): Feed {
  return {
    address: '/calendar.ics',
    locale: 'en',
    name: 'Many',
    description: 'Many events',
    page: '/',
    timezone: 'Asia/Seoul',
    events: Array.from({ length: count }, (_, index) =>
      index % 2 === 0 ? createWeek(index) : createEvent(index),
    ),
  };
}

const sentence = 'What a city has to expect, why it reaches the street; and how planning limits the harm.';

/** The properties that all events share, with texts as long as those of a real programme. */
function createBase(index: number) {
  return {
    edition: '2022',
    id: `number-${index}`,
    phase: undefined,
    title: `도시 and its data, part ${index}`,
    deadline: false,
    unannounced: false,
    status: 'scheduled' as const,
    join: undefined,
    paragraphs: [Array<string>(5).fill(sentence).join(' ')],
    uid: `2022-number-${index}@example.org`,
    sequence: index % 4,
    modified: '2022-02-14T00:00:00Z',
  };
}

function createWeek(index: number): FeedEvent {
  const start = addDays('2022-01-01', index % 3000);
  return {
    ...createBase(index),
    kind: 'week',
    name: `Phase I, week ${index}`,
    start,
    end: addDays(start, 6),
    timezone: undefined,
    location: '',
    categories: ['Phase I'],
  };
}

function createEvent(index: number): FeedEvent {
  const day = addDays('2022-01-01', index % 3000);
  return {
    ...createBase(index),
    kind: 'event',
    name: undefined,
    start: `${day}T15:00`,
    end: `${day}T16:45`,
    timezone: 'Asia/Seoul',
    location: 'Seoul Global Center, 9F, Seoul; Zoom',
    categories: ['Event'],
  };
}
