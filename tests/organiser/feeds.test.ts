import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContent, findEvent, readFeed, type TestContent } from '../calendar.ts';

describe('the feeds of 2022', { timeout: 30_000 }, () => {
  let content: TestContent;
  let feeds: Map<string, string>;
  beforeAll(() => {
    content = createContent('content');
    content.remove('2022/calendar.lock.yaml');
    content.publish('2022-02-14T00:00:00Z');
    feeds = content.feeds();
  });
  afterAll(() => content.dispose());
  const read = (path: string) => readFeed(feeds.get(path) ?? '');

  it('show the kick-off at its instant, with both venues', () => {
    const event = findEvent(read('calendar.ics'), '2022-event-kick-off');
    expect([event.start.toUnixTime(), event.end.toUnixTime()]).toEqual([
      Date.UTC(2022, 1, 23, 6, 0) / 1000,
      Date.UTC(2022, 1, 23, 7, 45) / 1000,
    ]);
    expect(event.location).toBe('Seoul Global Center, 9F, Seoul; Zoom');
  });

  it('show the workshops on their days, without a time', () => {
    const days = ['workshop-1', 'workshop-2'].map((id) => {
      const { start, end, summary } = findEvent(read('2022/events.ics'), `2022-event-${id}`);
      return [start.toString(), end.toString(), summary];
    });
    expect(days).toEqual([
      ['2022-05-13', '2022-05-14', 'First workshop of Phase II (time not published)'],
      ['2022-05-20', '2022-05-21', 'Second workshop of Phase II (time not published)'],
    ]);
  });

  it('show the break as a week in which nothing is held', () => {
    const event = findEvent(read('2022/phase-1.ics'), '2022-week-phase-1-week-8');
    expect(event.summary).toBe('Phase I, week 8: Break');
    expect(event.description).toMatch(/^This week is a break\./);
  });

  // Descriptions are left out, so that a text can be improved without a new golden file.
  it.each(['calendar', 'ko/calendar', '2022/phase-2', '2022/events/kick-off'])(
    'match the golden file byte for byte: %s.ics',
    async (name) => {
      const text = feeds.get(`${name}.ics`)?.replaceAll(/^DESCRIPTION:.*\r\n(?: .*\r\n)*/gm, '');
      await expect(text).toMatchFileSnapshot(`golden/2022/${name.replaceAll('/', '-')}.ics`);
    },
  );
});
