import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findEvent, readFeed } from '../calendar.ts';
import { readPage, textOf } from './dom.ts';

/** Tests of what stands where and when in the site with several editions: zones, and the turn of a year. */
export function testEditionDates(site: () => { dir: string }): void {
  const open = (path: string) => readPage(site().dir, path);
  const read = (path: string, selector?: string) => textOf(open(path), selector);
  const find = (path: string, id: string) =>
    findEvent(readFeed(readFileSync(join(site().dir, path), 'utf8')), id);
  const instantOf = (path: string, id: string) => {
    const { start, end } = find(path, id);
    return [start.toJSDate().toISOString(), end.toJSDate().toISOString()];
  };

  describe('events in several zones', () => {
    it.each([
      [
        'baku',
        '4 December 2030 · 10:00 – 12:00 Azerbaijan Standard Time (GMT+4)',
        '2030-12-04T06:00',
        '2030-12-04T08:00',
      ],
      [
        'geneva',
        '15 January 2031 · 09:30 – 11:00 Central European Time (GMT+1)',
        '2031-01-15T08:30',
        '2031-01-15T10:00',
      ],
      [
        'athens',
        '22 January 2031 · 14:00 – 16:30 Eastern European Time (GMT+2)',
        '2031-01-22T12:00',
        '2031-01-22T14:30',
      ],
      [
        'milan',
        '16 April 2031 · 16:00 – 17:30 Central European Time (GMT+2)',
        '2031-04-16T14:00',
        '2031-04-16T15:30',
      ],
    ])('%s: %s', (id, words, start, end) => {
      expect(read(`2030/events/${id}/`)).toContain(words);
      const times = open(`2030/events/${id}/`).querySelectorAll('main time');
      expect(times.map((time) => time.getAttribute('datetime'))).toEqual(
        expect.arrayContaining([`${start}:00Z`, `${end}:00Z`]),
      );
      for (const path of ['calendar.ics', '2030/events.ics', `2030/events/${id}.ics`, 'ar/calendar.ics'])
        expect(instantOf(path, `2030-event-${id}`)).toEqual([`${start}:00.000Z`, `${end}:00.000Z`]);
    });

    it('an event that lasts beyond midnight has both days', () => {
      expect(read('2030/events/munich/')).toContain(
        'Tuesday, 31 December 2030 · 18:00 – Wednesday, 1 January 2031 · 01:00 Central European Time (GMT+1)',
      );
      expect(instantOf('calendar.ics', '2030-event-munich')).toEqual([
        '2030-12-31T17:00:00.000Z',
        '2031-01-01T00:00:00.000Z',
      ]);
    });

    it('lists say the offset where it is not the usual one', () => {
      const table = read('2030/schedule/', '#table');
      expect(table).toContain('4 December 2030 · 10:00 – 12:00 GMT+4 Opening lecture in Baku');
      expect(table).toContain('22 January 2031 · 14:00 – 16:30 Workshop in Athens');
    });

    it('the month has each on the day of its own place', () => {
      const events = open('2030/schedule/')
        .querySelectorAll('#month table')
        .flatMap((month) =>
          month
            .querySelectorAll('.event')
            .map(
              ({ text }) =>
                `${month.querySelector('caption')?.text ?? ''}: ${text.replaceAll(/\s+/g, ' ').trim()}`,
            ),
        );
      expect(events).toEqual([
        'December 2030: Opening lecture in Baku',
        'December 2030: Night of the river in Munich',
        'January 2031: Night of the river in Munich',
        'January 2031: Workshop in Geneva Postponed',
        'January 2031: Workshop in Athens',
        'January 2031: Questions and tea Cancelled',
        'April 2031: Reunion in Milan',
      ]);
    });
  });

  describe('a week across New Year', () => {
    const dates = '30 December 2030 – 5 January 2031';

    it('has both years on its page, in the schedule and in the feed', () => {
      expect(read('2030/weeks/reading-5/')).toContain(dates);
      expect(read('2030/schedule/', '#list')).toContain(`Week 5 ${dates} Salt in the ground water`);
      expect(read('ko/2030/weeks/reading-5/')).toContain('2030년 12월 30일~2031년 1월 5일');
      const { start, end } = find('calendar.ics', '2030-week-reading-5');
      expect([start.toString(), end.toString()]).toEqual(['2030-12-30', '2031-01-06']);
    });

    it('stands in both months, in the columns of its days', () => {
      const spans = open('2030/schedule/')
        .querySelectorAll('#month .bar')
        .filter(({ text }) => text.trim().startsWith('I·5'))
        .map((bar) => bar.getAttribute('colspan'));
      expect(spans).toEqual(['2', '5']);
    });

    it('stands on the map between the weeks before and after', () => {
      const stops = open('2030/')
        .querySelectorAll('.metro.wide a > title')
        .map(({ text }) => text);
      const placeOf = (start: string) => stops.findIndex((stop) => stop.startsWith(start));
      const places = [
        'Phase I, week 4, 23 – 29 December 2030: Holidays',
        `Phase I, week 5, ${dates}: Salt in the ground water`,
        'Night of the river in Munich, 31 December 2030 – 1 January 2031',
        'Phase I, week 6, 6 – 12 January 2031: Looking back (Cancelled)',
      ].map(placeOf);
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    });
  });
}
