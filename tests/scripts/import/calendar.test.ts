import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editFields } from '../../../scripts/lib/yaml-edit.ts';
import { sample } from '../../sample.ts';
import {
  calendar,
  copyContent,
  countFiles,
  event,
  readStart,
  takeCalendar,
  type ImportSite,
} from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({ ...sample });
});
afterEach(() => site.remove());

const take = (text: string, ...args: string[]) => takeCalendar(site, text, ...args);
const startOf = (id: string) => readStart(site, id);
const countEvents = () => countFiles(site, 'events');

const talk = `
UID:talk@example.org
DTSTART:20300312T140000Z
DTEND:20300312T150000Z
SUMMARY:A talk
LOCATION:Zoom`;

describe('importing an event of a calendar', () => {
  it('matches by UID after title, date and file were changed', async () => {
    expect((await take(calendar(event(talk)))).written).toEqual(['a-talk.mdx']);
    site.change(
      '2030/events/a-talk.mdx',
      (text) =>
        `${(editFields(text, { source: { publisher: 'Small', title: 'News' } }) ?? '').replace('title: A talk', '# the title is from the speaker\ntitle: "A talk"')}By hand.\n`,
    );
    const moved = talk.replaceAll('20300312', '20300319').replace('A talk', 'Water and towns');
    expect((await take(calendar(event(moved)))).written).toEqual(['a-talk.mdx']);
    expect(site.read('2030/events/a-talk.mdx')).toMatchInlineSnapshot(`
      "---
      # imported from UID talk@example.org
      # the title is from the speaker
      title: "Water and towns"
      start: 2030-03-19T15:00
      end: 2030-03-19T16:00
      attendance: online
      venues:
        - name: Zoom
      source:
        publisher: Small
        title: News
      ---
      By hand.
      "
    `);
    expect((await take(calendar(event(moved)))).written).toEqual([]);
  });

  it('takes a time without an end, as deadlines and open ends of calendars have it', async () => {
    const open = talk.replace(/^DTEND.*\n/m, '');
    expect(open).not.toBe(talk);
    expect((await take(calendar(event(open)))).written).toEqual(['a-talk.mdx']);
    expect(site.read('2030/events/a-talk.mdx')).toMatch(/start: 2030-03-12T\d\d:\d\d\n(?!end)/);
    expect((await take(calendar(event(open)))).written).toEqual([]);
  });

  it('matches by name and day, and writes the UID into the file', async () => {
    const { written, text } = await take(
      calendar(event(talk.replace('A talk', 'KICK-OFF').replaceAll('20300312', '20300304'))),
    );
    expect(written).toEqual(['kick-off.mdx']);
    expect(site.read('2030/events/kick-off.mdx')).toBe(
      (sample['2030/events/kick-off.mdx'] ?? '')
        .replace('---\n', '---\n# imported from UID talk@example.org\n')
        .replace('16:45', '16:00'),
    );
    expect(text).not.toContain('New (');
  });

  it('asks if several events have the name of an entry on another day', async () => {
    const on = (day: string) =>
      event(talk.replace('talk@', `talk-${day}@`).replace('A talk', 'Kick-off').replaceAll('20300312', day));
    const both = calendar(on('20300305'), on('20300306'));
    const { written, errors, text } = await take(both);
    expect(written).toEqual([]);
    expect(errors).toHaveLength(2);
    expect(text.split('Cannot be placed')[1]).toContain(
      'This would be new, and it is named like kick-off (“Kick-off”), which nothing else in the file stands for.\n' +
        '    If it is the same, write its day in content/2030/events/kick-off.mdx first. If it is another one, give one of the two a title of its own.',
    );
    site.change('2030/events/kick-off.mdx', (old) => old.replaceAll('2030-03-04T', '2030-03-05T'));
    expect((await take(both)).written).toEqual(['kick-off.mdx', 'kick-off-2030-03-06.mdx']);
    expect((await take(both)).written).toEqual([]);
  });

  it('refuses a second event with the same UID', async () => {
    const twice = calendar(event(talk), event(talk.replace('A talk', 'Kick-off')));
    const { written, text } = await take(twice);
    expect(written).toEqual(['a-talk.mdx']);
    expect(text).toContain('This is UID talk@example.org, and so is line 4 (“A talk”).');
    expect((await take(twice)).written).toEqual([]);
  });

  it('keeps events of one name with different UIDs apart', async () => {
    const other = talk.replace('talk@', 'other@').replaceAll('T14', 'T09').replaceAll('T15', 'T10');
    expect((await take(calendar(event(talk), event(other)))).written).toEqual([
      'a-talk-2030-03-12.mdx',
      'a-talk-2030-03-12-2.mdx',
    ]);
    expect((await take(calendar(event(other), event(talk)))).written).toEqual([]);
  });

  it('cancels events, alone or with the whole calendar, and deletes none', async () => {
    await take(calendar(event(talk)));
    await take(calendar(event(`${talk}\nSTATUS:CANCELLED`)));
    expect(site.read('2030/events/a-talk.mdx')).toContain('status: cancelled\n');
    await take(calendar(event(`${talk}\nSTATUS:CONFIRMED`)));
    expect(site.read('2030/events/a-talk.mdx')).toContain('status: scheduled\n');
    site.change('2030/events/a-talk.mdx', (old) =>
      old.replace('status: scheduled', 'status: postponed\nstatusNote: The speaker is ill.'),
    );
    expect((await take(calendar(event(`${talk}\nSTATUS:CONFIRMED`)))).written).toEqual([]);
    await take(calendar('METHOD:CANCEL', event(talk)));
    expect(site.read('2030/events/a-talk.mdx')).toContain('status: cancelled\n');
    const { text } = await take(calendar(event(talk.replace('talk@', 'new@').replace('A talk', 'Another'))));
    expect(text).toContain(
      'There, and not in the file: they stay as they are (1)\n  content/2030/events/a-talk.mdx',
    );
  });

  it('converts times of every zone to that of the programme', async () => {
    const at = (id: string, times: string) => event(`UID:${id}\nSUMMARY:${id}\nLOCATION:Online\n${times}`);
    const { text, written } = await take(
      calendar(
        'X-WR-TIMEZONE:Asia/Seoul',
        at('utc', 'DTSTART:20300401T100000Z\nDTEND:20300401T110000Z'),
        at('winter', 'DTSTART:20300329T100000Z\nDTEND:20300329T110000Z'),
        at('seoul', 'DTSTART;TZID=Asia/Seoul:20300320T190000\nDTEND;TZID=Asia/Seoul:20300320T200000'),
        at('path', 'DTSTART;TZID=/example.org/20200101_1/America/New_York:20300321T090000\nDURATION:PT1H'),
        at('floating', 'DTSTART:20300322T190000\nDTEND:20300322T200000'),
        at('days', 'DTSTART;VALUE=DATE:20300325\nDTEND;VALUE=DATE:20300328'),
        at('day', 'DTSTART;VALUE=DATE:20300326'),
      ),
    );
    expect(written).toHaveLength(7);
    expect(
      Object.fromEntries(
        ['utc', 'winter', 'seoul', 'path', 'floating', 'days', 'day'].map((id) => [id, startOf(id)]),
      ),
    ).toEqual({
      utc: '2030-04-01T12:00',
      winter: '2030-03-29T11:00',
      seoul: '2030-03-20T11:00',
      path: '2030-03-21T14:00',
      floating: '2030-03-22T11:00',
      days: '2030-03-25',
      day: '2030-03-26',
    });
    expect(site.read('2030/events/days.mdx')).toContain('end: 2030-03-27\n');
    expect(text).toContain(
      'Times of /example.org/20200101_1/America/New_York, Asia/Seoul, UTC were converted to those of Europe/Zurich.',
    );
    // An event that keeps its times in a zone of its own goes on doing so.
    site.change(
      '2030/events/utc.mdx',
      (old) =>
        editFields(old, { timezone: 'Asia/Seoul', start: '2030-04-01T19:00', end: '2030-04-01T20:00' }) ?? '',
    );
    await take(calendar(at('utc', 'DTSTART:20300401T113000Z\nDTEND:20300401T120000Z')));
    expect(site.read('2030/events/utc.mdx')).toContain('start: 2030-04-01T20:30\nend: 2030-04-01T21:00\n');
  });

  it('matches UIDs of our own feed, also after the file was renamed', async () => {
    const own = talk
      .replace('talk@example.org', '2030-event-kick-off@small.example.org')
      .replaceAll('20300312', '20300305');
    expect((await take(calendar(event(own)))).written).toEqual(['kick-off.mdx']);
    expect(site.read('2030/events/kick-off.mdx')).not.toContain('imported');
    expect(countEvents()).toBe(1);
    site.change('2030/events/kick-off.mdx', (text) =>
      text.replace('---\n', '---\nuid: 2030-event-opening@small.example.org\n'),
    );
    const renamed = own
      .replace('event-kick-off@', 'event-opening@')
      .replace('A talk', 'Quite another name')
      .replaceAll('20300305', '20300306');
    expect((await take(calendar(event(renamed)))).written).toEqual(['kick-off.mdx']);
    expect(countEvents()).toBe(1);
  });
});

describe('meeting links in descriptions', () => {
  it.each([
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
    'https://us02web.zoom.us/j/123',
    'https://meet.google.com/abc-defg-hij',
  ])('are warned about: %s', async (link) => {
    const { text } = await take(calendar(event(`${talk}\nDESCRIPTION:Join here <${link}>`)));
    expect(text).toContain('The description has a link by which people join, which everybody will see.');
  });

  it('are not any address of the service', async () => {
    const { text } = await take(calendar(event(`${talk}\nDESCRIPTION:See https://zoom.us/about`)));
    expect(text).not.toContain('everybody will see');
  });
});

describe('files that are not one whole calendar', () => {
  it.each([
    ['cut off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A'],
    ['broken', 'BEGIN:VCALENDAR\nthis is no line\nEND:VCALENDAR'],
  ])('are refused: %s', async (_, text) => {
    await expect(take(text)).rejects.toThrow('The calendar cannot be read');
  });

  it('may hold several calendars, or no event', async () => {
    const second = calendar(
      event(talk.replace('talk@', 'b@').replace('A talk', 'B').replaceAll('0312', '0313')),
    );
    expect((await take(calendar(event(talk)) + second)).written).toEqual(['a-talk.mdx', 'b.mdx']);
    expect((await take(calendar())).files).toEqual([]);
    await expect(take(calendar(), '--as', 'partners')).rejects.toThrow('A calendar has no partners.');
  });
});
