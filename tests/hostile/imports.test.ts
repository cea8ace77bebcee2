import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withDeadline } from '../../scripts/lib/import/deadline.ts';
import { limits } from '../../src/model/limits.ts';
import { calendar, copyContent, event, type ImportSite } from '../scripts/import/site.ts';
import { sample } from '../sample.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({ ...sample });
});
afterEach(() => site.remove());

const prepare = (name: string, text: string) => site.prepare(site.make(name, text), '--attendance', 'online');

/** An import of a calendar with one event that is held, and lines that are odd. */
const prepareEvent = (lines: string, more = '') =>
  prepare('a.ics', calendar(more, event(`UID:a@example.org\nSUMMARY:Odd\n${lines}`), good));
const good = event('UID:b@example.org\nSUMMARY:Good\nDTSTART:20300312T100000Z\nDTEND:20300312T110000Z');

describe('an event of a calendar', () => {
  const start = 'DTSTART:20300311T100000Z';
  it.each([
    ['lasts for ever', `${start}\nDURATION:P99999999999W`, 'lasts longer than 366 days'],
    [
      'repeats every second',
      `${start}\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30`,
      'more often than once a day',
    ],
    ['repeats every hour', `${start}\nRRULE:FREQ=HOURLY`, 'more often than once a day'],
    ['has 1,000 dates', `${start}\n${'RDATE:20300312T100000Z\n'.repeat(1000)}`, 'more than 400 dates'],
    [
      'leaves out 1,000 dates',
      `${start}\n${'EXDATE:20300312T100000Z\n'.repeat(1000)}`,
      'more than 400 dates',
    ],
  ])('is refused by its line if it %s, and others are read', async (_, lines, why) => {
    const { errors, table } = await prepareEvent(lines);
    expect(errors.map((error) => error.why)).toEqual([expect.stringContaining(why)]);
    expect(errors[0]?.place).toMatch(/^line \d+ \(“Odd”\)$/);
    expect(table.rows.map(({ values }) => values.title)).toEqual(['Good']);
  });
});

describe('a calendar', () => {
  it('is refused if its zone changes every second', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Odd',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=SECONDLY',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\n');
    const lines = 'DTSTART;TZID=Odd:20300311T100000\nDTEND;TZID=Odd:20300311T110000';
    await expect(prepareEvent(lines, zone)).rejects.toThrow('changes its clocks more than once a year');
    expect((await prepareEvent(lines, zone.replace('SECONDLY', 'YEARLY'))).errors).toEqual([]);
  });

  it('is refused with the line if events begin inside of events', async () => {
    const text = `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(100_000)}`;
    await expect(prepare('a.ics', text)).rejects.toThrow(
      'in line 5, VEVENT begins inside of what has not ended',
    );
  });

  it('is refused with 200,000 dates, in lines of their own or in one', async () => {
    const dates = Array.from({ length: 200_000 }, () => '20300312T100000Z');
    await expect(prepareEvent(`RDATE:${dates.join('\nRDATE:')}`)).rejects.toThrow('more than 50000 lines');
    await expect(prepareEvent(`RDATE:${dates.join(',')}`)).rejects.toThrow('more than 20000 characters');
    await expect(prepareEvent(`RDATE:${dates.slice(0, 5000).join(',\n ')}`)).rejects.toThrow(
      'more than 20000',
    );
  });

  it('is refused with more events than any programme has', async () => {
    await expect(prepare('a.ics', calendar(`${good}\n`.repeat(2001)))).rejects.toThrow(
      'more than 2000 events',
    );
  });
});

describe('a cell of a sheet', () => {
  const sheet = (start: string) => `title,start,end\nWalk,"${start}",2030-03-11\n`;

  it.each([
    ['digits', '1'.repeat(400_000)],
    ['what may be ranges', '1 - '.repeat(50_000)],
    ['letters', '가'.repeat(100_000)],
  ])('is refused with its row if it has hundreds of thousands of %s', async (_, cell) => {
    await expect(prepare('a.csv', sheet(cell))).rejects.toThrow(
      `a cell of more than ${limits.cellLength} characters in row 2`,
    );
  });

  it.each(['1'.repeat(19_000), '1 - '.repeat(4_900), '3:30 pm '.repeat(2000)])(
    'is no date if it is longer than one (%#)',
    async (cell) => {
      const { errors } = await prepare('a.csv', sheet(cell.trim()));
      expect(errors.map(({ place, column }) => [place, column])).toEqual([['row 2', 'start']]);
    },
  );
});

describe('withDeadline', () => {
  it('ends a task that does not end by itself, with words', () => {
    const task = () => {
      for (;;);
    };
    expect(() => withDeadline(task, 50)).toThrow('The file was not read to its end within 0.05 seconds');
  });

  it('ends one inside a regular expression', () => {
    expect(() => withDeadline(() => /^(a+)+$/.test(`${'a'.repeat(40)}b`), 50)).toThrow(
      'was not read to its end',
    );
  });

  it('passes on results and errors as they are', () => {
    const error = new Error('own');
    expect(withDeadline(() => [1])).toEqual([1]);
    expect(() =>
      withDeadline(() => {
        throw error;
      }),
    ).toThrow(error);
  });
});
