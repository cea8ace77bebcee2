import { describe, expect, it } from 'vitest';
import { listScheduleRows, writeCsv } from '../../src/exports/schedule-csv.ts';
import { paths, replace } from '../sample.ts';
import { readProgramme, urlTo } from '../programme.ts';

describe('writeCsv', () => {
  it('ends lines with CRLF (RFC 4180), and begins with a byte order mark', () => {
    expect(
      writeCsv([
        ['a', 'b'],
        ['1', 2],
      ]),
    ).toBe('\uFEFFa,b\r\n1,2\r\n');
  });

  it('quotes only cells with commas, quotation marks or line ends', () => {
    expect(writeCsv([['a,b', 'say "no"', 'one\ntwo', 'plain text', '']])).toBe(
      '\uFEFF"a,b","say ""no""","one\ntwo",plain text,\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'keeps %j from being run as a formula',
    (text) => {
      const [cell] = writeCsv([[text]])
        .slice(1, -2)
        .split(',');
      expect(cell?.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves numbers as they are', () => {
    expect(writeCsv([[-1]])).toBe('\uFEFF-1\r\n');
  });
});

describe('listScheduleRows', () => {
  const table = (changes = {}, locale = 'en') => {
    const { site, programme, t } = readProgramme(changes, locale);
    const [columns = [], ...rows] = listScheduleRows(site, programme, t, urlTo);
    return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  };

  it('has a row for each week and event, in order of start', () => {
    expect(table().map(({ kind, id }) => [kind, id])).toEqual([
      ['week', 'phase-1-week-1'],
      ['event', 'kick-off'],
      ['break', 'phase-1-week-2'],
      ['week', 'phase-2-week-1'],
    ]);
  });

  it('has deadlines by their kind, and no end where there is none', () => {
    const due = (text: string) =>
      text.replace(/(?:end|attendance): .*\n/g, '').replace('start', 'kind: deadline\nstart');
    expect(table({ [paths.event]: due }).find(({ id }) => id === 'kick-off')).toMatchObject({
      kind: 'deadline',
      start: '2030-03-04T15:00',
      end: '',
    });
    const open = replace(/end: .*\n/, '');
    expect(table({ [paths.event]: open }).find(({ id }) => id === 'kick-off')).toMatchObject({
      kind: 'event',
      end: '',
    });
  });

  it('has all columns of a week', () => {
    expect(table()[0]).toEqual({
      kind: 'week',
      id: 'phase-1-week-1',
      phase: 'Phase I',
      week: 1,
      start: '2030-03-04',
      end: '2030-03-10',
      timezone: 'Europe/Zurich',
      title: 'Streets',
      topic: 'Streets',
      status: 'scheduled',
      statusNote: '',
      url: 'https://small.example.org/2030/weeks/phase-1-week-1/',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('has the times of an event with their zone, and its status', () => {
    const [, event] = table({
      [paths.event]: replace(
        'attendance',
        'timezone: Asia/Tokyo\nstatus: cancelled\nstatusNote: Snow\nattendance',
      ),
    });
    expect(event).toMatchObject({
      start: '2030-03-04T15:00',
      end: '2030-03-04T16:45',
      timezone: 'Asia/Tokyo',
      status: 'cancelled',
      statusNote: 'Snow',
    });
  });

  it('names phases in the language of the page', () => {
    expect(table({}, 'ko')[0]).toMatchObject({ phase: '1단계' });
  });
});
