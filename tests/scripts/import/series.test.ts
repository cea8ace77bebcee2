import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const take = (text: string) => takeCalendar(site, text);
const startOf = (id: string) => readStart(site, id);
const countEvents = () => countFiles(site, 'events');

describe('importing a repeated event', () => {
  const series = (start: string, more = '') => `
UID:hour@example.org
DTSTART;TZID=Europe/Zurich:${start}T170000
DTEND;TZID=Europe/Zurich:${start}T180000
RRULE:FREQ=WEEKLY
SUMMARY:Office hour
LOCATION:Online
${more}`;
  const hours = (...days: string[]) => days.map((day) => `office-hour-2030-03-${day}.mdx`);

  it('makes an event of each occurrence within the programme', async () => {
    const { written, text } = await take(
      calendar(event(series('20300226', 'EXDATE;TZID=Europe/Zurich:20300312T170000'))),
    );
    expect(written).toEqual(hours('05', '19', '26'));
    expect(text).toContain(
      '“Office hour” repeats: each of its 3 times within the programme is an event. Times before the programme are left out.',
    );
    expect(site.read('2030/events/office-hour-2030-03-19.mdx')).toContain(
      '# imported from UID hour@example.org of 2030-03-19\n',
    );
  });

  it('updates the same files after one occurrence or the series was moved', async () => {
    await take(calendar(event(series('20300305'))));
    expect(countEvents()).toBe(5);
    const exception = event(
      'UID:hour@example.org\nRECURRENCE-ID;TZID=Europe/Zurich:20300312T170000\nDTSTART;TZID=Europe/Zurich:20300313T090000\nDTEND;TZID=Europe/Zurich:20300313T100000\nSUMMARY:Office hour in the morning\nLOCATION:Online',
    );
    expect((await take(calendar(exception, event(series('20300305'))))).written).toEqual(hours('12'));
    expect(startOf('office-hour-2030-03-12')).toBe('2030-03-13T09:00');
    // From Tuesdays to Thursdays.
    expect((await take(calendar(event(series('20300307'))))).written).toEqual(hours('05', '12', '19', '26'));
    expect(startOf('office-hour-2030-03-05')).toBe('2030-03-07T17:00');
    expect(countEvents()).toBe(5);
    expect((await take(calendar(event(series('20300307'))))).written).toEqual([]);
  });

  it('leaves other files alone after an occurrence was deleted', async () => {
    await take(calendar(event(series('20300305'))));
    const { written, missing } = await take(
      calendar(event(series('20300305', 'EXDATE;TZID=Europe/Zurich:20300305T170000'))),
    );
    expect(written).toEqual([]);
    expect(missing.map((file) => file.split('/').at(-1))).toEqual(hours('05'));
  });

  it('refuses rules that are endless or invalid', async () => {
    const every = (rule: string) => series('20290305').replace('FREQ=WEEKLY', rule);
    const { errors } = await take(calendar(event(every('FREQ=SECONDLY')), event(every('FREQ=OFTEN'))));
    expect(errors.map(({ why }) => why)).toMatchInlineSnapshot(`
      [
        "Its dates cannot be read: it repeats more often than once a day.",
        "This event cannot be read: invalid frequency "OFTEN" expected: "SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY".",
      ]
    `);
    const daily = series('20300304').replace('FREQ=WEEKLY', 'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16,17,18');
    expect((await take(calendar(event(daily)))).errors).toMatchObject([
      { why: expect.stringContaining('more than 200 times') as string },
    ]);
  });
});
