import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createContent,
  findEvent,
  publicAddress,
  readFeed,
  type ReadFeed,
  type TestContent,
} from './calendar.ts';

const now = '2022-02-14T00:00:00Z';

describe('the feeds of 2022', { timeout: 30_000 }, () => {
  let content: TestContent;
  let feeds: Map<string, string>;
  beforeAll(() => {
    content = createContent('content');
    content.remove('2022/calendar.lock.yaml');
    content.announce(now);
    feeds = content.feeds();
  });
  afterAll(() => content.dispose());
  const read = (path: string): ReadFeed => readFeed(feeds.get(path) ?? '');
  const count = (path: string) => read(path).events.length;

  it('lie at their addresses, for everything down to one event, in each language', () => {
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
    ).toEqual([18, 18, 8, 7, 3]);
  });

  it('can all be read, each event the same in all feeds of a language', () => {
    for (const language of ['', 'ko/']) {
      const all = new Map(read(`${language}calendar.ics`).events.map((event) => [event.uid, event.text]));
      for (const [path, text] of feeds) {
        if (path.startsWith('ko/') !== (language === 'ko/')) continue;
        for (const event of readFeed(text).events) expect(event.text, path).toBe(all.get(event.uid));
      }
    }
  });

  it('show a week as its days, free', () => {
    const event = findEvent(read('2022/weeks/phase-1-week-2.ics'), '2022-week-phase-1-week-2');
    expect(event).toMatchObject({
      summary: 'Phase I, week 2: Introduction to Smart City & SDGs (11)',
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

  it('show a single day as one, across the end of a month, and a week of any length', () => {
    const days = (start: string) => {
      const event = findEvent(read('calendar.ics'), start);
      return `${event.start.toString()} ${event.end.toString()}`;
    };
    expect(days('2022-week-phase-1-week-1')).toBe('2022-03-04 2022-03-05');
    expect(days('2022-week-phase-1-week-5')).toBe('2022-03-28 2022-04-04');
    expect(days('2022-week-phase-2-week-1')).toBe('2022-04-25 2022-05-02');
  });

  it('show the kick-off at its instant, with both venues, busy', () => {
    const event = findEvent(read('calendar.ics'), '2022-event-kick-off');
    expect(event.text).toContain('\r\nDTSTART;TZID=Asia/Seoul:20220223T150000\r\n');
    expect([event.start.toUnixTime(), event.end.toUnixTime()]).toEqual([
      Date.UTC(2022, 1, 23, 6, 0) / 1000,
      Date.UTC(2022, 1, 23, 7, 45) / 1000,
    ]);
    expect(event).toMatchObject({
      transparency: 'OPAQUE',
      busy: 'BUSY',
      location: 'Seoul Global Center, 9F, Seoul; Zoom',
    });
  });

  it('show a workshop on its day, and say that its time is not published', () => {
    const event = findEvent(read('calendar.ics'), '2022-event-workshop-1');
    expect([event.start.toString(), event.end.toString()]).toEqual(['2022-05-13', '2022-05-14']);
    expect(event.summary).toMatch(/ \(time not published\)$/);
    expect(findEvent(read('ko/calendar.ics'), '2022-event-workshop-1').summary).toMatch(/ \(시간 미공개\)$/);
    expect(event).toMatchObject({ transparency: 'TRANSPARENT', busy: 'FREE' });
  });

  it('mark the break', () => {
    const event = findEvent(read('calendar.ics'), '2022-week-phase-1-week-8');
    expect(event.summary).toBe('Phase I, week 8: Break');
    expect(event.description).toMatch(/^Nothing is held in this week\./);
    expect(event.categories).toEqual(['Phase I', 'Break']);
  });

  it('describe what will be covered in plain text', () => {
    for (const event of read('calendar.ics').events) {
      expect(event.description, event.uid).not.toMatch(/\]\(|\*\*|<\/?[a-z]|^#/m);
      expect(event.description.split('\n\n').length, event.uid).toBeGreaterThan(1);
    }
  });

  it('say who they are, to readers of the RFCs and of X- names alike', () => {
    const feed = read('ko/2022/phase-1.ics');
    const names = ['name', 'x-wr-calname'].map(feed.property);
    expect(names[0]).toMatch(/: 1단계$/);
    expect(names[1]).toBe(names[0]);
    expect(feed.property('x-wr-caldesc')).toBe(feed.property('description'));
    expect(
      ['x-wr-timezone', 'refresh-interval', 'x-published-ttl', 'last-modified', 'source', 'url', 'uid'].map(
        feed.property,
      ),
    ).toEqual([
      'Asia/Seoul',
      'PT1H',
      'PT1H',
      now,
      'https://champions.example.org/ko/2022/phase-1.ics',
      'https://champions.example.org/ko/2022/schedule/',
      'feed-2022-phase-1-ko@we-gov.org',
    ]);
    const text = feeds.get('ko/2022/phase-1.ics') ?? '';
    expect(text.slice(0, text.indexOf('BEGIN:V', 1))).not.toContain('METHOD');
    expect(text.lastIndexOf('X-PUBLISHED-TTL')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
  });

  it('name pages where the site is, and are otherwise the same under any address', () => {
    const project = content.feeds({ site: 'https://organiser.github.io', base: '/some-repo/' });
    const unfold = (text = '') => text.replaceAll('\r\n ', '');
    for (const [path, text] of feeds) {
      expect(unfold(project.get(path)), path).toBe(
        unfold(text).replaceAll('https://champions.example.org/', 'https://organiser.github.io/some-repo/'),
      );
    }
    expect(content.read().editions[0]?.isUpToDate).toBe(true);
  });

  // Descriptions are left out: a better sentence in the content is no change of what is tested here.
  it.each(['calendar', 'ko/calendar', '2022/phase-2', '2022/events/kick-off'])(
    'are written to the byte as before: %s.ics',
    async (name) => {
      const text = feeds.get(`${name}.ics`)?.replaceAll(/^DESCRIPTION:.*\r\n(?: .*\r\n)*/gm, '');
      await expect(text).toMatchFileSnapshot(`golden/2022/${name.replaceAll('/', '-')}.ics`);
    },
  );
});

describe('the feeds of other content', { timeout: 30_000 }, () => {
  let content: TestContent;
  beforeAll(() => {
    content = createContent('tests/build/fixture/content');
    content.edit('site.yaml', 'languages: [en]', 'languages: [en, ko]');
  });
  afterAll(() => content.dispose());

  const addEvent = (id: string, fields: string, body = '') =>
    content.write(`2030/events/${id}.mdx`, `---\nattendance: online\n${fields}\n---\n\n${body}\n`);
  const read = (path = 'calendar.ics') => readFeed(content.feeds(publicAddress, now).get(path) ?? '');

  it('give each text as it was written', () => {
    const title = String.raw`Commas, semicolons; a \ backslash, “quotes” and 👩‍👩‍👧 한글`;
    addEvent(
      'awkward',
      `title: '${title}'\nstart: 2030-03-05\nend: 2030-03-05\nvenues:\n  - name: 'A; B, C'\n    city: 서울`,
      'One *paragraph*, with `code` and\na [link](https://example.org).\n\n- a list\n\nAnother; the second.\n\nA third.',
    );
    const event = findEvent(read(), '2030-event-awkward');
    expect(event.summary).toBe(title);
    expect(event.location).toBe('A; B, C, 서울');
    expect(event.description).toBe(
      'One paragraph, with code and a link.\n\nAnother; the second.\n\nWhere: A; B, C, 서울\nRead more: https://champions.example.org/2030/events/awkward/',
    );
  });

  it('are written to the byte as before', async () => {
    const text = content.feeds(publicAddress, now).get('ko/2030/events.ics');
    await expect(text).toMatchFileSnapshot('golden/2030/events.ics');
  });

  it('give a time its own zone, and UTC where a zone is irregular', () => {
    addEvent(
      'berlin',
      'title: Berlin\nstart: 2030-07-01T09:00\nend: 2030-07-01T10:30\ntimezone: Europe/Berlin',
    );
    addEvent('cairo', 'title: Cairo\nstart: 2030-03-07T09:00\nend: 2030-03-07T10:30\ntimezone: Africa/Cairo');
    const feed = read();
    const [berlin, cairo] = ['berlin', 'cairo'].map((id) => findEvent(feed, `2030-event-${id}`));
    expect(berlin?.start.zone.tzid).toBe('Europe/Berlin');
    expect(berlin?.start.toUnixTime()).toBe(Date.UTC(2030, 6, 1, 7) / 1000);
    expect(cairo?.text).toContain('\r\nDTSTART:20300307T070000Z\r\n');
    expect(feed.calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
  });

  it('give the link to join, in the description and for clients that know it', () => {
    addEvent(
      'join',
      'title: Join\nstart: 2030-03-05\nend: 2030-03-05\njoin: https://zoom.example.org/j/1?pwd=a,b;c',
    );
    const event = findEvent(read(), '2030-event-join');
    expect(event.conference).toBe('https://zoom.example.org/j/1?pwd=a,b;c');
    expect(event.description).toContain('Join online: https://zoom.example.org/j/1?pwd=a,b;c\n');
    expect(event.location).toBe('Online');
  });

  it('say what is postponed, and free its time', () => {
    addEvent(
      'later',
      'title: Later\nstart: 2030-03-05T09:00\nend: 2030-03-05T10:00\nstatus: postponed\nstatusNote: The speaker is ill.',
    );
    const event = findEvent(read(), '2030-event-later');
    expect(event).toMatchObject({
      summary: 'Postponed: Later',
      status: 'TENTATIVE',
      transparency: 'TRANSPARENT',
      busy: 'FREE',
    });
    expect(event.description).toMatch(/^The speaker is ill\.\n\n/);
    expect(findEvent(read('ko/calendar.ics'), '2030-event-later').summary).toBe('연기됨: Later');
  });

  it('never have a draft, and tell one as cancelled that was told of before', () => {
    addEvent('draft', 'title: Draft\nstart: 2030-03-05\nend: 2030-03-05\ndraft: true');
    expect(read().events.map(({ uid }) => uid)).not.toContain('2030-event-draft@small.example.org');
    expect([...content.feeds().keys()].filter((path) => path.includes('draft'))).toEqual([]);
    content.announce(now);
    content.edit('2030/events/join.mdx', 'title: Join', 'title: Join\ndraft: true');
    content.announce('2030-01-01T00:00:00Z');
    expect(findEvent(read(), '2030-event-join')).toMatchObject({ summary: 'Cancelled: Join', sequence: 1 });
  });

  it('hold all editions at the address for life, and no edition that is a draft', () => {
    const programme =
      'title: Small Cities 2031\ntheme: t\ngoal: g\nstart: 2031-03-04\nend: 2031-03-10\ntimezone: Asia/Seoul\nstate: upcoming\naudience:\n  text: a\ncost:\n  text: c\nformat:\n  text: f\n';
    content.write('2031/programme.yaml', `${programme}draft: true\n`);
    content.write(
      '2031/events/first.mdx',
      '---\nattendance: online\ntitle: First\nstart: 2031-03-05\nend: 2031-03-05\n---\n',
    );
    expect([...content.feeds().keys()].filter((path) => path.startsWith('2031'))).toEqual([]);
    content.write('2031/programme.yaml', programme);
    const editions = new Set(read().events.map(({ uid }) => uid.slice(0, 4)));
    expect([...editions]).toEqual(['2030', '2031']);
    expect(read('2031/calendar.ics').events).toHaveLength(1);
    expect(read('2030/calendar.ics').events.every(({ uid }) => uid.startsWith('2030'))).toBe(true);
  });

  it('go on at the address of a phase whose file was renamed', () => {
    content.announce(now);
    content.rename('2030/phases/phase-1.yaml', '2030/phases/only.yaml');
    content.edit('2030/weeks/phase-1-week-1.mdx', 'phase: phase-1', 'phase: only');
    content.announce('2030-01-02T00:00:00Z');
    for (const path of ['2030/only.ics', '2030/phase-1.ics']) {
      expect(
        read(path).events.map(({ uid }) => uid),
        path,
      ).toEqual(['2030-week-phase-1-week-1@small.example.org']);
    }
  });

  it('refuse a phase that would take the address of another feed', () => {
    content.rename('2030/phases/only.yaml', '2030/phases/events.yaml');
    content.edit('2030/weeks/phase-1-week-1.mdx', 'phase: only', 'phase: events');
    expect(() => content.feeds()).toThrow('2030/events.ics');
  });
});
