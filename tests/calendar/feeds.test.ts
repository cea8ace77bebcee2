import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContent, findEvent, readFeed, type ReadFeed, type TestContent } from '../calendar.ts';

const now = '2022-02-14T00:00:00Z';

describe('feeds of a programme', { timeout: 30_000 }, () => {
  let content: TestContent;
  let feeds: Map<string, string>;
  beforeAll(() => {
    content = createContent('tests/fixtures/gardens/content');
    content.remove('2022/calendar.lock.yaml');
    content.publish(now);
    feeds = content.feeds();
  });
  afterAll(() => content.dispose());
  const read = (path: string): ReadFeed => readFeed(feeds.get(path) ?? '');
  const count = (path: string) => read(path).events.length;

  it('exist for all editions, each edition, phase, week and event, in each language', () => {
    const weeks = ['1', '2'].flatMap((phase) =>
      Array.from({ length: phase === '1' ? 8 : 7 }, (_, index) => `weeks/phase-${phase}-week-${index + 1}`),
    );
    const ofEdition = [
      ...['calendar', 'phase-1', 'phase-2', 'events'],
      ...weeks,
      ...['events/kick-off', 'events/workshop-1', 'events/workshop-2'],
    ].map((name) => `2022/${name}.ics`);
    const english = ['calendar.ics', ...ofEdition];
    expect([...feeds.keys()].sort()).toEqual([...english, ...english.map((path) => `ko/${path}`)].sort());
    expect(
      ['calendar', '2022/calendar', '2022/phase-1', '2022/phase-2', '2022/events'].map((name) =>
        count(`${name}.ics`),
      ),
    ).toEqual([18, 18, 8, 9, 3]);
  });

  it('have the weeks of a phase and the events that start on its days', () => {
    const eventsOf = (path: string) =>
      read(path).events.flatMap(({ uid }) => (uid.includes('-event-') ? [uid.split('@')[0]] : []));
    expect(eventsOf('2022/phase-1.ics')).toEqual([]);
    expect(eventsOf('ko/2022/phase-2.ics')).toEqual(['2022-event-workshop-1', '2022-event-workshop-2']);
  });

  it('are valid, and each event has the same bytes in all feeds of a language', () => {
    for (const language of ['', 'ko/']) {
      const all = new Map(read(`${language}calendar.ics`).events.map((event) => [event.uid, event.text]));
      for (const [path, text] of feeds) {
        if (path.startsWith('ko/') !== (language === 'ko/')) continue;
        for (const event of readFeed(text).events) expect(event.text, path).toBe(all.get(event.uid));
      }
    }
  });

  it('say who publishes them, and which texts the editors wrote', () => {
    expect(read('2022/calendar.ics').property('description')).toContain(
      'Published by Garden Notes, independently of Baram. Licence of texts and data: CC BY 4.0',
    );
    const event = findEvent(read('2022/weeks/phase-1-week-2.ics'), '2022-week-phase-1-week-2');
    expect(event.description).toContain(
      'Background written by the editors of this site. The organiser published the title.',
    );
  });

  it('have a week as whole days, free', () => {
    const event = findEvent(read('2022/weeks/phase-1-week-2.ics'), '2022-week-phase-1-week-2');
    expect(event).toMatchObject({
      summary: 'Phase I, week 2: Introduction to School Gardens & SDGs (15)',
      url: 'https://champions.example.org/2022/weeks/phase-1-week-2/',
      transparency: 'TRANSPARENT',
      busy: 'FREE',
      status: 'CONFIRMED',
      location: undefined,
    });
    expect([event.start.isDate, event.start.toString(), event.end.toString()]).toEqual([
      true,
      '2022-03-07',
      '2022-03-14',
    ]);
    expect(event.description).toMatch(
      /\n\nRead more: https:\/\/champions\.example\.org\/2022\/weeks\/phase-1-week-2\/$/,
    );
    expect(event.categories).toContain('Phase I');
  });

  it('have single days, spans across months, and weeks of any length', () => {
    const days = (start: string) => {
      const event = findEvent(read('calendar.ics'), start);
      return `${event.start.toString()} ${event.end.toString()}`;
    };
    expect(days('2022-week-phase-1-week-1')).toBe('2022-03-04 2022-03-05');
    expect(days('2022-week-phase-1-week-5')).toBe('2022-03-28 2022-04-04');
    expect(days('2022-week-phase-2-week-1')).toBe('2022-04-25 2022-05-02');
  });

  it('have the kick-off at its instant, with both venues, busy', () => {
    const event = findEvent(read('calendar.ics'), '2022-event-kick-off');
    expect(event.text).toContain('\r\nDTSTART;TZID=Asia/Seoul:20220223T150000\r\n');
    expect([event.start.toUnixTime(), event.end.toUnixTime()]).toEqual([
      Date.UTC(2022, 1, 23, 6, 0) / 1000,
      Date.UTC(2022, 1, 23, 7, 45) / 1000,
    ]);
    expect(event).toMatchObject({
      transparency: 'OPAQUE',
      busy: 'BUSY',
      location: 'Busan Harbour Center, 9F, Busan; Zoom',
    });
  });

  it('have a workshop without a published time as a whole day', () => {
    const event = findEvent(read('calendar.ics'), '2022-event-workshop-1');
    expect([event.start.toString(), event.end.toString()]).toEqual(['2022-05-13', '2022-05-14']);
    expect(event.summary).toMatch(/ \(time not published\)$/);
    expect(findEvent(read('ko/calendar.ics'), '2022-event-workshop-1').summary).toMatch(/\S\(시각 미공개\)$/);
    expect(event).toMatchObject({ transparency: 'TRANSPARENT', busy: 'FREE' });
  });

  it('mark the break', () => {
    const event = findEvent(read('calendar.ics'), '2022-week-phase-1-week-8');
    expect(event.summary).toBe('Phase I, week 8: Break');
    expect(event.description).toMatch(/^This week is a break\./);
    expect(event.categories).toEqual(['Phase I', 'Break']);
  });

  it('have descriptions in plain text', () => {
    for (const event of read('calendar.ics').events) {
      expect(event.description, event.uid).not.toMatch(/\]\(|\*\*|<\/?[a-z]|^#/m);
      expect(event.description.split('\n\n').length, event.uid).toBeGreaterThan(1);
    }
  });

  it('have calendar properties by RFC 7986 and by X- names', () => {
    const feed = read('ko/2022/phase-1.ics');
    const names = ['name', 'x-wr-calname'].map(feed.property);
    expect(names[0]).toMatch(/: 1단계$/);
    expect(names[1]).toBe(names[0]);
    expect(feed.property('x-wr-caldesc')).toBe(feed.property('description'));
    expect(
      ['x-wr-timezone', 'refresh-interval', 'x-published-ttl', 'last-modified', 'source', 'url'].map(
        feed.property,
      ),
    ).toEqual([
      'Asia/Seoul',
      'PT1H',
      'PT1H',
      now,
      'https://champions.example.org/ko/2022/phase-1.ics',
      'https://champions.example.org/ko/2022/schedule/',
    ]);
    const text = feeds.get('ko/2022/phase-1.ics') ?? '';
    // vdirsyncer copies a UID of the calendar into each event, and then keeps one event (pimutils/vdirsyncer#1222).
    expect(text.slice(0, text.indexOf('BEGIN:V', 1))).not.toMatch(/^(METHOD|UID)/m);
    expect(text.lastIndexOf('X-PUBLISHED-TTL')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
  });

  it('differ between sites in page URLs only', () => {
    const project = content.feeds({ site: 'https://organiser.github.io', base: '/some-repo/' });
    const unfold = (text = '') => text.replaceAll('\r\n ', '');
    for (const [path, text] of feeds) {
      expect(unfold(project.get(path)), path).toBe(
        unfold(text).replaceAll('https://champions.example.org/', 'https://organiser.github.io/some-repo/'),
      );
    }
    expect(content.read().calendars[0]?.isUpToDate).toBe(true);
  });

  // Without descriptions, so that better sentences in content do not change the golden files.
  it.each(['calendar', 'ko/calendar', '2022/phase-2', '2022/events/kick-off'])(
    'match the golden file: %s.ics',
    async (name) => {
      const text = feeds.get(`${name}.ics`)?.replaceAll(/^DESCRIPTION:.*\r\n(?: .*\r\n)*/gm, '');
      await expect(text).toMatchFileSnapshot(`golden/gardens/${name.replaceAll('/', '-')}.ics`);
    },
  );
});
