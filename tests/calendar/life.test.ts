import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContent, findEvent, readFeed, type ReadEvent, type TestContent } from '../calendar.ts';

let content: TestContent;
beforeAll(() => {
  content = createContent('tests/fixtures/gardens/content');
  content.remove('2022/calendar.lock.yaml');
});
afterAll(() => content.dispose());

const week5 = '2022-week-phase-1-week-5';
const kickOff = '2022-event-kick-off';
const workshop = '2022-event-workshop-1';
const lastWeek = '2022-week-phase-2-week-7';

interface Step {
  before: Map<string, string>;
  after: Map<string, string>;
  /** The uids of changed entries, without domain. */
  changed: string[];
}

/** The feeds as last published. */
let published = new Map<string, string>();

/** Publishes the content at a time, and returns the feeds before and after. */
function publish(now: string): Step {
  const before = published;
  const { calendars } = content.publish(now);
  const changed = calendars.flatMap(({ update }) =>
    update.changes.map(({ entry }) => entry.uid.replace('@baram.example.org', '')),
  );
  published = content.feeds();
  return { before, after: published, changed };
}

const events = (feeds: Map<string, string>, path = 'calendar.ics') =>
  new Map(readFeed(feeds.get(path) ?? '').events.map((event) => [event.uid, event]));

/** Expects the same bytes before and after for all events that did not change. */
function expectOthersUntouched({ before, after }: Step, changed: string[]): void {
  for (const path of ['calendar.ics', '2022/calendar.ics', 'ko/calendar.ics', '2022/phase-2.ics']) {
    const old = events(before, path);
    for (const [uid, event] of events(after, path)) {
      if (changed.some((start) => uid.startsWith(`${start}@`))) continue;
      expect(event.text, `${path} ${uid}`).toBe(old.get(uid)?.text);
    }
    expect(
      [...old.keys()].filter((uid) => !events(after, path).has(uid)),
      path,
    ).toEqual([]);
  }
  for (const [path, text] of before) {
    const isOfChanged = changed.some((start) => path.includes(start.replace(/^2022-(week|event)-/, '/')));
    if (/(weeks|events)\//.test(path) && !isOfChanged) expect(after.get(path), path).toBe(text);
  }
}

const pick = (feeds: Map<string, string>, start: string, path = 'calendar.ics'): ReadEvent =>
  findEvent(readFeed(feeds.get(path) ?? ''), start);

const times = ({ start, end }: ReadEvent) => `${start.toString()} ${end.toString()}`;

/** DTSTAMP is the time of the last revision, as LAST-MODIFIED is. */
function expectModified(event: ReadEvent, at: string): void {
  expect([event.stamp, event.modified]).toEqual([at, at]);
}

describe('published calendars', { timeout: 30_000 }, () => {
  it('have each event once, with sequence 0 and the same uid in all feeds and languages', () => {
    const { calendars } = content.publish('2022-02-14T00:00:00Z');
    expect(calendars[0]?.update).toMatchObject({ unchanged: 0, issues: [] });
    const feeds = content.feeds();
    published = feeds;
    const all = readFeed(feeds.get('calendar.ics') ?? '');
    expect(all.events).toHaveLength(18);
    for (const event of all.events) {
      expect(event.sequence).toBe(0);
      expectModified(event, '2022-02-14T00:00:00Z');
    }
    const uids = all.events.map(({ uid }) => uid).sort();
    expect(new Set(uids).size).toBe(18);
    const korean = readFeed(feeds.get('ko/calendar.ics') ?? '');
    expect(korean.events.map(({ uid }) => uid).sort()).toEqual(uids);
    expect(content.read().calendars[0]?.isUpToDate).toBe(true);
  });

  it('do not change while the content does not', () => {
    const step = publish('2023-02-14T00:00:00Z');
    expect(step.changed).toEqual([]);
    expect(step.after).toEqual(step.before);
  });

  it('move a week', () => {
    content.edit('2022/weeks/phase-1-week-5.mdx', 'start: 2022-03-28', 'start: 2022-03-29');
    const step = publish('2022-03-01T09:00:00Z');
    expect(step.changed).toEqual([week5]);
    const event = pick(step.after, week5);
    expect(event.sequence).toBe(1);
    expectModified(event, '2022-03-01T09:00:00Z');
    expect(event.status).toBe('CONFIRMED');
    expect(times(event)).toBe('2022-03-29 2022-04-04');
    expect(pick(step.after, week5, 'ko/2022/weeks/phase-1-week-5.ics').sequence).toBe(1);
    expectOthersUntouched(step, [week5]);
  });

  it('keep uid and old address of a renamed week', () => {
    content.rename('2022/weeks/phase-1-week-5.mdx', '2022/weeks/frostbite.mdx');
    const step = publish('2022-03-02T09:00:00Z');
    expect(step.changed).toEqual([week5]);
    const event = pick(step.after, week5);
    // Only the address of its page is another: nothing that a calendar would move.
    expect(event.sequence).toBe(1);
    expectModified(event, '2022-03-02T09:00:00Z');
    expect(event.url).toBe('https://champions.example.org/2022/weeks/frostbite/');
    for (const path of ['2022/weeks/frostbite.ics', '2022/weeks/phase-1-week-5.ics']) {
      expect(pick(step.after, week5, path).text, path).toBe(event.text);
    }
    expectOthersUntouched(step, [week5, '2022-week-frostbite']);
  });

  it('keep a cancelled event, as free and with its status in the title', () => {
    content.edit(
      '2022/events/kick-off.mdx',
      'attendance:',
      'status: cancelled\nstatusNote: The hall is closed.\nattendance:',
    );
    const step = publish('2022-03-03T09:00:00Z');
    expect(step.changed).toEqual([kickOff]);
    const [was, is] = [pick(step.before, kickOff), pick(step.after, kickOff)];
    expect([was.status, was.transparency, was.busy]).toEqual(['CONFIRMED', 'OPAQUE', 'BUSY']);
    expect([is.status, is.transparency, is.busy]).toEqual(['CANCELLED', 'TRANSPARENT', 'FREE']);
    expect(is.summary).toBe(`Cancelled: ${was.summary}`);
    expect(pick(step.after, kickOff, 'ko/2022/events.ics').summary).toMatch(/^취소됨: /);
    expect(is.description).toMatch(/^The hall is closed\./);
    expect(is.sequence).toBe(1);
    expectModified(is, '2022-03-03T09:00:00Z');
    expect(times(is)).toBe(times(was));
    expectOthersUntouched(step, [kickOff]);
  });

  it('raise sequence again when a cancelled event is restored', () => {
    content.edit('2022/events/kick-off.mdx', 'status: cancelled\nstatusNote: The hall is closed.\n', '');
    const step = publish('2022-03-04T09:00:00Z');
    const event = pick(step.after, kickOff);
    expect(event.sequence).toBe(2);
    expectModified(event, '2022-03-04T09:00:00Z');
    expect([event.status, event.transparency]).toEqual(['CONFIRMED', 'OPAQUE']);
    expect(event.summary).not.toContain('Cancelled');
    expectOthersUntouched(step, [kickOff]);
  });

  it('move an event without a published time', () => {
    content.edit(
      '2022/events/workshop-1.mdx',
      'start: 2022-05-13\nend: 2022-05-13',
      'start: 2022-05-14\nend: 2022-05-14',
    );
    const step = publish('2022-03-05T09:00:00Z');
    expect(step.changed).toEqual([workshop]);
    const event = pick(step.after, workshop);
    expect(event.sequence).toBe(1);
    expect(times(event)).toBe('2022-05-14 2022-05-15');
    expect(event.summary).toContain('(time not published)');
    expectModified(event, '2022-03-05T09:00:00Z');
    expectOthersUntouched(step, [workshop]);
  });

  it('cancel a removed week in all its feeds', () => {
    content.remove('2022/weeks/phase-2-week-7.mdx');
    const step = publish('2022-03-06T09:00:00Z');
    expect(step.changed).toEqual([lastWeek]);
    const was = pick(step.before, lastWeek);
    for (const path of [
      'calendar.ics',
      '2022/calendar.ics',
      '2022/phase-2.ics',
      '2022/weeks/phase-2-week-7.ics',
    ]) {
      const event = pick(step.after, lastWeek, path);
      expect([event.status, event.transparency, event.sequence]).toEqual(['CANCELLED', 'TRANSPARENT', 1]);
      expect(event.summary).toBe(`Cancelled: ${was.summary}`);
      expect(times(event)).toBe(times(was));
      expectModified(event, '2022-03-06T09:00:00Z');
    }
    expectOthersUntouched(step, [lastWeek]);
    expect(publish('2022-04-01T00:00:00Z').changed).toEqual([]);
  });

  it('update a description without raising sequence', () => {
    content.edit('2022/weeks/phase-1-week-2.mdx', '\n---\n', '\n---\n\nA new first paragraph.\n');
    const step = publish('2022-04-02T09:00:00Z');
    const event = pick(step.after, '2022-week-phase-1-week-2');
    expect(event.sequence).toBe(0);
    expectModified(event, '2022-04-02T09:00:00Z');
    expect(event.description).toContain('A new first paragraph.');
    expectOthersUntouched(step, ['2022-week-phase-1-week-2']);
  });

  it('never lower modified, even if the clock is behind', () => {
    content.edit('2022/weeks/phase-1-week-2.mdx', 'A new first paragraph.', 'Another one.');
    const event = pick(publish('2021-01-01T00:00:00Z').after, '2022-week-phase-1-week-2');
    expectModified(event, '2022-04-02T09:00:01Z');
  });
});
