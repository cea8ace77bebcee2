import { describe, expect, it } from 'vitest';
import { PlainError } from '../../../src/pipeline/error.ts';
import {
  decideDateOrder,
  listDateMeanings,
  parseDates,
  type WrittenDate,
} from '../../../scripts/lib/import/dates.ts';
import { parseClock } from '../../../scripts/lib/import/times.ts';

const term = { start: '2030-03-04', end: '2030-06-12' };
const meanings = (text: string) =>
  listDateMeanings(text, term).map(({ start, end, order }) =>
    [start === end ? start : `${start}..${end}`, ...(order ? [order] : [])].join(' '),
  );

describe('listDateMeanings of a day', () => {
  it.each([
    ['2030-03-28', '2030-03-28'],
    ['2030.03.28', '2030-03-28'],
    ['2030. 3. 28.', '2030-03-28'],
    ['2030/3/28', '2030-03-28'],
    ['２０３０．３．２８', '2030-03-28'],
    ['20300328', '2030-03-28'],
    ['2030년 3월 28일(목)', '2030-03-28'],
    ['28 March 2030', '2030-03-28'],
    ['28th of March, 2030', '2030-03-28'],
    ['March 28, 2030', '2030-03-28'],
    ['Thu, Mar 28 2030', '2030-03-28'],
    ['28-Mar-30', '2030-03-28'],
    ['Sept. 5 2030', '2030-09-05'],
    ['28.3.2030', '2030-03-28'],
    ['47570', '2030-03-28'],
    ['30.3.28', '2030-03-28'],
    ['28/03/2030', '2030-03-28 dmy'],
    ['03/28/2030', '2030-03-28 mdy'],
    ['3/28/30', '2030-03-28 mdy'],
    ['03/03/2030', '2030-03-03'],
  ])('reads %s', (text, day) => {
    expect(meanings(text)).toEqual([day]);
  });

  it('gives both orders of day and month', () => {
    expect(meanings('03/04/2030')).toEqual(['2030-04-03 dmy', '2030-03-04 mdy']);
  });

  it.each([
    ['28 March', '2030-03-28'],
    ['3월 28일', '2030-03-28'],
    ['28/3', '2030-03-28 dmy'],
    ['15 February', '2030-02-15'],
  ])('takes the year from the programme: %s', (text, day) => {
    expect(meanings(text)).toEqual([day]);
  });

  it.each(['31/04/2030', '30 February 2030', 'TBD', '미정', '2030-13-01', 'May', '28', '3.28', '99999', ''])(
    'reads no day: %s',
    (text) => {
      expect(meanings(text)).toEqual([]);
    },
  );

  it('takes the year nearest to the programme, also over New Year', () => {
    const winter = { start: '2030-12-02', end: '2031-02-28' };
    const day = (text: string) => listDateMeanings(text, winter).map(({ start }) => start);
    expect(day('15 January')).toEqual(['2031-01-15']);
    expect(day('15 December')).toEqual(['2030-12-15']);
    expect(day('29 Feb')).toEqual(['2032-02-29']);
  });
});

describe('listDateMeanings of a span', () => {
  it.each([
    ['28 March – 3 April 2030', '2030-03-28..2030-04-03'],
    ['28–31 March 2030', '2030-03-28..2030-03-31'],
    ['March 28–31, 2030', '2030-03-28..2030-03-31'],
    ['Mar 28 - Apr 3', '2030-03-28..2030-04-03'],
    ['2030-03-28 - 2030-04-03', '2030-03-28..2030-04-03'],
    ['2030.3.28~4.3', '2030-03-28..2030-04-03'],
    ['2030.4.3~4.5', '2030-04-03..2030-04-05'],
    ['2030. 3. 28. ~ 31.', '2030-03-28..2030-03-31'],
    ['30.03.28 ~ 30.04.03', '2030-03-28..2030-04-03'],
    ['3월 28일부터 4월 3일까지', '2030-03-28..2030-04-03'],
    ['3/28 (Thu) ~ 4/3 (Wed)', '2030-03-28..2030-04-03 mdy'],
    ['28/03/2030 to 03/04/2030', '2030-03-28..2030-04-03 dmy'],
    ['2030년 12월 28일 ~ 1월 3일', '2030-12-28..2031-01-03'],
  ])('reads %s', (text, span) => {
    expect(meanings(text)).toEqual([span]);
  });

  it('parseDates explains what is unclear or not a date', () => {
    expect(parseDates('03/04/2030', term, 'mdy')).toMatchObject({ start: '2030-03-04' });
    expect(() => parseDates('03/04/2030', term, undefined)).toThrow(
      'This can mean 3 April 2030 or 4 March 2030.',
    );
    expect(() => parseDates('28/03/2030', term, 'mdy')).toThrow(
      expect.objectContaining({
        why: 'There is no such day with the month first, as in the other dates.',
        fix: 'Write the day as year-month-day. If this is right, that is 2030-03-28.',
      }),
    );
    expect(() => parseDates('4.1', term, 'dmy')).toThrow('lost a zero');
  });
});

describe('decideDateOrder', () => {
  const dates = (...texts: string[]): WrittenDate[] =>
    texts.map((text, index) => ({ text, place: `row ${index + 2}` }));
  const decide = (written: WrittenDate[], chosen?: 'dmy' | 'mdy') =>
    decideDateOrder(written, term, { chosen, isWorkbook: false });

  it('follows dates with one meaning, and notes it', () => {
    expect(decide(dates('03/04/2030', '2030-05-01', '25/03/2030', '4/5/2030'))).toEqual({
      order: 'dmy',
      notes: [
        '03/04/2030 (row 2) was read as 3 April 2030 (and 1 more like it in the same way), since 25/03/2030 (row 4) can only have the day first.',
      ],
    });
    expect(decide(dates('3/4 - 3/10', '3/18 - 3/24'))).toMatchObject({ order: 'mdy' });
  });

  it('decides nothing if no date is ambiguous', () => {
    expect(decide(dates('2030-04-03', '3 April 2030', '03/03/2030'))).toEqual({
      order: undefined,
      notes: [],
    });
  });

  it('throws if all dates are ambiguous', () => {
    expect(() => decide(dates('03/04/2030', '05/04/2030'))).toThrowErrorMatchingInlineSnapshot(`
      [PlainError: In these dates the day or the month may come first:
        03/04/2030 (row 2): 3 April 2030, or 4 March 2030
        05/04/2030 (row 3): 5 April 2030, or 4 May 2030
      No other date of the file decides it. Say which with --dates dmy (day first) or --dates mdy (month first).]
    `);
    expect(decide(dates('03/04/2030'), 'mdy').notes).toEqual([
      '03/04/2030 (row 2) was read as 4 March 2030, as --dates mdy says.',
    ]);
  });

  it('throws if dates contradict each other', () => {
    const odd = dates('03/04/2030', '25/03/2030', '03/25/2030');
    expect(() => decide(odd)).toThrow(PlainError);
    expect(() => decide(odd)).toThrow(
      '25/03/2030 (row 3) has the day first, and 03/25/2030 (row 4) the month',
    );
  });

  it('warns if a spreadsheet may have swapped day and month', () => {
    const turned = dates('2030-03-04', '25/03/2030', '2030-04-05');
    const { notes } = decideDateOrder(turned, term, { isWorkbook: true });
    expect(notes.join()).toContain(
      '2030-03-04 (row 2) is a date of the sheet: it may have taken the day for the month',
    );
    const sound = decideDateOrder([...turned, ...dates('2030-03-18')], term, { isWorkbook: true });
    expect(sound.notes).toEqual([]);
  });
});

describe('parseClock', () => {
  it.each([
    ['15:00-16:45', '15:00 16:45'],
    ['15:00 – 16:45', '15:00 16:45'],
    ['3:00 PM to 4:45 PM', '15:00 16:45'],
    ['3-4:45pm', '15:00 16:45'],
    ['11:00-1:00 p.m.', '11:00 13:00'],
    ['12:00-1:00 pm', '12:00 13:00'],
    ['12 am', '00:00'],
    ['오후 3시~4시 45분', '15:00 16:45'],
    ['오전 11시~1시', '11:00 13:00'],
    ['15시 30분', '15:30'],
    ['3시 반', '03:30'],
    ['15h00', '15:00'],
    ['15:00:00', '15:00'],
    ['25:00', ''],
    ['noon', ''],
    ['13 pm', '13:00'],
  ])('reads %s', (text, times) => {
    expect(parseClock(text).times.join(' ')).toBe(times);
  });

  it.each([
    ['2030-02-23T15:00', '2030-02-23', '15:00'],
    ['2030.5.13(월) 15:00~16:45', '2030.5.13(월)', '15:00 16:45'],
    ['23 February 2030, 15:00–16:45 KST', '23 February 2030', '15:00 16:45'],
    ['2030-05-13 15:00 ~ 2030-05-14 16:00', '2030-05-13 ~ 2030-05-14', '15:00 16:00'],
    ['13-05-2030 9am', '13-05-2030', '09:00'],
    ['28-31 March 2030', '28-31 March 2030', ''],
    ['3/28 - 4/3', '3/28 - 4/3', ''],
  ])('separates days and times in %s', (text, days, times) => {
    const clock = parseClock(text);
    expect(clock.days.replaceAll(/\s+/g, ' ')).toBe(days);
    expect(clock.times.join(' ')).toBe(times);
  });

  it('reads the zone beside a time', () => {
    const offset = (text: string) => parseClock(text).offset;
    expect(offset('15:00 KST')).toBe(540);
    expect(offset('15:00 (UTC+9)')).toBe(540);
    expect(offset('15:00 GMT -3:30')).toBe(-210);
    expect(offset('15:00')).toBeUndefined();
  });
});
