import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlainError } from '../../../src/pipeline/error.ts';
import { sample } from '../../sample.ts';
import { copyContent, csv, type ImportSite } from './site.ts';
import { samples } from '../../seed.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({ ...sample });
});
afterEach(() => site.remove());

/** Names that the sample has, nearly has and does not have, and signs that mean something in YAML, CSV or MDX. */
const name = fc.constantFrom(
  ...[
    'Kick-off',
    'Kickoff',
    'University',
    'First prize',
    'Streets',
    'Street',
    'A pause',
    'Workshop',
    'workshop 2',
  ],
  ...['Talk: "a, b"', '강연', 'Café <x>', '#1', 'true', '2030', '- x', "d'or {y}", '  spaced   out ', ''],
);
const day = fc.integer({ min: 1, max: 31 }).map((date) => String(date).padStart(2, '0'));
const date = day.map((each) => `${each}/03/2030`);

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const sheet = (head: string, row: fc.Arbitrary<string[]>) =>
  fc.array(row, { maxLength: 8 }).map((rows) => csv(head, ...rows.map((row) => row.map(cell).join(','))));

const calendar = fc
  .array(
    fc.record({
      uid: fc.constantFrom('a', 'b', 'c'),
      title: fc.constantFrom('Kick-off', 'Talk', 'Talk 2', 'Workshop'),
      day,
      minutes: fc.constantFrom('00', '30'),
      more: fc.subarray(['LOCATION:Zoom', 'RRULE:FREQ=WEEKLY;COUNT=3', 'STATUS:CANCELLED']),
    }),
    { maxLength: 6 },
  )
  .map((events) => [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN'],
    ...events.flatMap(({ uid, title, day: on, minutes, more }) => [
      ...['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`],
      ...[`DTSTART:203003${on}T140000Z`, `DTEND:203003${on}T15${minutes}00Z`, ...more, 'END:VEVENT'],
    ]),
    ...['END:VCALENDAR', ''],
  ])
  .map((lines) => lines.join('\r\n'));

const kinds: Record<string, { files: fc.Arbitrary<string>; args: string[]; ending?: string }> = {
  events: {
    files: sheet(
      'id,Event,Date,Where,Time,Description',
      fc.tuple(
        fc.constantFrom('', 'kick-off', 'workshop', 'a b'),
        name,
        date,
        fc.constantFrom('Online', 'Town hall', 'Zoom; Hall 2', 'Town hall & online', 'TBA', ''),
        fc.constantFrom('', '10:00-11:30', 'TBA', '9 am', '3-4 pm'),
        name,
      ),
    ),
    args: ['--as', 'events', '--dates', 'dmy'],
  },
  weeks: {
    files: sheet(
      'Phase,Week,Dates,Topic,Status',
      fc
        .tuple(
          fc.constantFrom<[string, string, number][]>(
            ['1', '1', 4],
            ['I', '2', 11],
            ['2', 'Week 1', 18],
            ['II', '2', 25],
            ['', '3', 25],
          ),
          fc.constantFrom(4, 5, 6, 6, 6, 7, -1),
          name,
          fc.constantFrom('', 'cancelled', 'Confirmed', 'soon'),
        )
        .map(([[phase, week, first], days, ...rest]) => [
          ...[phase, week, `${first}/03/2030–${first + days}/03/2030`],
          ...rest,
        ]),
    ),
    args: ['--as', 'weeks', '--dates', 'dmy'],
  },
  partners: {
    files: sheet(
      'Name,Type,Country,List',
      fc.tuple(
        name,
        fc.constantFrom('School', 'Institution', 'Club', ''),
        fc.constantFrom('Switzerland', '한국', 'Nowhere', ''),
        fc.constantFrom('domestic', 'international', ''),
      ),
    ),
    args: ['--as', 'partners'],
  },
  prizes: {
    files: sheet(
      'Prize,Rank,Amount,Kind',
      fc.tuple(
        name,
        fc.constantFrom('1', '2nd', '3', '4', ''),
        fc.constantFrom('CHF 300', '1,000', 'a lot', ''),
        fc.constantFrom('money', 'certificate', 'Job', ''),
      ),
    ),
    args: ['--as', 'prizes'],
  },
  calendars: { files: calendar, args: [], ending: 'ics' },
};

describe('importing random files twice', () => {
  it.each(Object.entries(kinds))(
    '%s: the second import changes nothing, and the check finds no new error',
    async (_, kind) => {
      const { files, args, ending = 'csv' } = kind;
      /** Imports a file if it can be understood, and gives what was written. */
      const take = async (text: string): Promise<string[]> => {
        try {
          return await site.agree(await site.prepare(site.make(`file.${ending}`, text), ...args));
        } catch (error) {
          if (error instanceof PlainError) return [];
          throw error;
        }
      };
      const known = site.errors();
      const written: string[] = [];
      await fc.assert(
        fc.asyncProperty(files, files, async (...both) => {
          site.remove();
          site = copyContent({ ...sample });
          for (const text of both) {
            written.push(...(await take(text)));
            expect(site.errors()).toEqual(known);
            const once = site.snapshot();
            expect(await take(text)).toEqual([]);
            expect(site.snapshot()).toEqual(once);
          }
        }),
        { numRuns: samples(25) },
      );
      expect(written.length).toBeGreaterThanOrEqual(samples(25));
    },
  );
});
