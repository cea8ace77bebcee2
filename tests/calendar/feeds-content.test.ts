import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContent, findEvent, publicAddress, readFeed, type TestContent } from '../calendar.ts';

const now = '2022-02-14T00:00:00Z';

describe('feeds of small content', { timeout: 30_000 }, () => {
  let content: TestContent;
  beforeAll(() => {
    content = createContent('tests/pipeline/fixture/content');
    content.edit('site.yaml', 'languages: [en]', 'languages: [en, ko]');
  });
  afterAll(() => content.dispose());

  const addEvent = (id: string, fields: string, body = '') =>
    content.write(`2030/events/${id}.mdx`, `---\nattendance: online\n${fields}\n---\n\n${body}\n`);
  const read = (path = 'calendar.ics') => readFeed(content.feeds(publicAddress, now).get(path) ?? '');

  it('keep text as it was written', () => {
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
      'One paragraph, with code and a link (https://example.org).\n\n- a list\n\nAnother; the second.\n\nA third.\n\nWhere: A; B, C, 서울\nRead more: https://champions.example.org/2030/events/awkward/',
    );
  });

  it('match the golden file', async () => {
    const text = content.feeds(publicAddress, now).get('ko/2030/events.ics');
    await expect(text).toMatchFileSnapshot('golden/2030/events.ics');
  });

  it('write times in their zone, or in UTC if the zone is irregular', () => {
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

  it('begin a zone before the earliest date of the file', () => {
    const first = (feed: string) => /TZID:Europe\/Berlin[^]*?DTSTART:(\d{4})/.exec(feed)?.[1];
    const text = () => content.feeds(publicAddress, now).get('calendar.ics') ?? '';
    expect(first(text())).toBe('2029');
    addEvent('early', 'title: Early\nstart: 2029-01-01\nend: 2029-01-01');
    expect(first(text())).toBe('2028');
    content.remove('2030/events/early.mdx');
  });

  it('have deadlines and open ends without DTEND (RFC 5545, 3.6.1), and deadlines are free', () => {
    const linesOf = (id: string, fields: string, pattern: RegExp) => {
      addEvent(id, `title: T\n${fields}`);
      const { text } = findEvent(read('2030/events.ics'), `2030-event-${id}`);
      content.remove(`2030/events/${id}.mdx`);
      return text.match(pattern);
    };
    const pattern = /^(?:DT(?:START|END)|DURATION|TRANSP|CATEGORIES).*(?=\r$)/gm;
    expect(linesOf('due', 'kind: deadline\nstart: 2030-03-24T23:59', pattern)).toEqual([
      'DTSTART;TZID=Europe/Zurich:20300324T235900',
      'CATEGORIES:Deadline',
      'TRANSP:TRANSPARENT',
    ]);
    expect(linesOf('due-day', 'kind: deadline\nstart: 2030-03-24', pattern)).toEqual([
      'DTSTART;VALUE=DATE:20300324',
      'CATEGORIES:Deadline',
      'TRANSP:TRANSPARENT',
    ]);
    expect(linesOf('open', 'start: 2030-03-24T19:00', pattern)).toEqual([
      'DTSTART;TZID=Europe/Zurich:20300324T190000',
      'CATEGORIES:Event',
      'TRANSP:OPAQUE',
    ]);
    // A day without an end is the same as one that ends on that day.
    const day = linesOf('day', 'start: 2030-03-24', pattern);
    expect(day).toEqual(linesOf('day', 'start: 2030-03-24\nend: 2030-03-24', pattern));
    expect(day).toContain('DTEND;VALUE=DATE:20300325');
  });

  it('have the link to join in DESCRIPTION and CONFERENCE', () => {
    addEvent(
      'join',
      'title: Join\nstart: 2030-03-05\nend: 2030-03-05\njoin: https://zoom.example.org/j/1?pwd=a,b;c',
    );
    const event = findEvent(read(), '2030-event-join');
    expect(event.conference).toBe('https://zoom.example.org/j/1?pwd=a,b;c');
    expect(event.description).toContain('Join online: https://zoom.example.org/j/1?pwd=a,b;c\n');
    expect(event.location).toBe('Online');
  });

  it('mark postponed events, as free', () => {
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

  it('leave out drafts, and cancel published events that become drafts', () => {
    addEvent('draft', 'title: Draft\nstart: 2030-03-05\nend: 2030-03-05\ndraft: true');
    expect(read().events.map(({ uid }) => uid)).not.toContain('2030-event-draft@small.example.org');
    expect([...content.feeds().keys()].filter((path) => path.includes('draft'))).toEqual([]);
    content.publish(now);
    content.edit('2030/events/join.mdx', 'title: Join', 'title: Join\ndraft: true');
    content.publish('2030-01-01T00:00:00Z');
    expect(findEvent(read(), '2030-event-join')).toMatchObject({ summary: 'Cancelled: Join', sequence: 1 });
  });

  it('have all editions except drafts in /calendar.ics', () => {
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

  it('keep moved events in the feed of their former phase', () => {
    const file = '2030/events/awkward.mdx';
    const has = () => read('2030/phase-1.ics').events.map(({ uid }) => uid.split('@')[0]);
    expect(has()).toContain('2030-event-awkward');
    content.publish('2030-01-01T12:00:00Z');
    content.edit(file, '2030-03-05\nend: 2030-03-05', '2030-06-05\nend: 2030-06-05');
    content.publish('2030-01-01T18:00:00Z');
    expect(findEvent(read('2030/phase-1.ics'), '2030-event-awkward').start.toString()).toBe('2030-06-05');
    expect(has()).not.toContain('2030-event-berlin');
  });

  it('keep the address of a renamed phase', () => {
    content.publish(now);
    content.rename('2030/phases/phase-1.yaml', '2030/phases/only.yaml');
    content.edit('2030/weeks/phase-1-week-1.mdx', 'phase: phase-1', 'phase: only');
    content.publish('2030-01-02T00:00:00Z');
    for (const path of ['2030/only.ics', '2030/phase-1.ics']) {
      expect(
        read(path).events.flatMap(({ uid }) => (uid.includes('-week-') ? [uid] : [])),
        path,
      ).toEqual(['2030-week-phase-1-week-1@small.example.org']);
    }
  });

  it('refuse a phase with the address of another feed', () => {
    content.rename('2030/phases/only.yaml', '2030/phases/events.yaml');
    content.edit('2030/weeks/phase-1-week-1.mdx', 'phase: only', 'phase: events');
    expect(() => content.feeds()).toThrow('2030/events.ics');
  });
});
