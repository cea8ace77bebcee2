import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { explainDate } from '../../src/reader/date-error.ts';
import { isPlainDate, isWallTime } from '../../src/model/date.ts';
import { checkSample, paths, replace } from '../sample.ts';

describe('a day', () => {
  it('that does not exist is refused with the last one of its month', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '2030-02-30') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-impossible
        There is no day "2030-02-30": that month ends on 2030-02-28.
        Write the right day, such as "end: 2030-02-28"."
    `);
  });

  it('in a month that does not exist is refused', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '2030-13-10') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-impossible
        There is no day "2030-13-10".
        Write the right day."
    `);
  });

  it('of a leap year is right in that year only', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '2030-02-29') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-impossible
        There is no day "2030-02-29": that month ends on 2030-02-28.
        Write the right day, such as "end: 2030-02-28"."
    `);
  });

  it('needs all digits', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '2030-3-7') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-form
        "end" must be written like 2022-03-07, with all digits, but this is "2030-3-7".
        Write "end: 2030-03-07"."
    `);
  });

  it('needs its hyphens', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '20300310') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-form
        "end" must be written like 2022-03-07, with all digits, but this is "20300310".
        Write "end: 2030-03-10"."
    `);
  });

  it('may be written as in German or Korean, and is understood', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '10.3.2030') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-form
        "end" must be written like 2022-03-07, with all digits, but this is "10.3.2030".
        Write "end: 2030-03-10"."
    `);
  });

  it('may be written so that nobody can tell which one it is', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '03/10/2030') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-form
        "end" must be a day written as year-month-day, but this is "03/10/2030".
        Write it as 2022-03-07."
    `);
  });

  it('is no sentence', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '10 March 2030') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-form
        "end" must be a day written as year-month-day, but this is "10 March 2030".
        Write it as 2022-03-07."
    `);
  });

  it('has no time where there are only days', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '2030-03-10T15:00') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-form
        "end" must be a day without a time, but this is "2030-03-10T15:00".
        Write "end: 2030-03-10"."
    `);
  });
});

describe('a time', () => {
  it('needs the letter T and all digits', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-03-04 9:45') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error date-form
        "end" must be written like 2022-03-07T15:00, with all digits, but this is "2030-03-04 9:45".
        Write "end: 2030-03-04T09:45"."
    `);
  });

  it('has no seconds', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-03-04T16:45:00') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error date-form
        "end" must be written like 2022-03-07T15:00, with all digits, but this is "2030-03-04T16:45:00".
        Write "end: 2030-03-04T16:45"."
    `);
  });

  it('has no zone of its own', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-03-04T16:45+09:00') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error date-form
        "2030-03-04T16:45+09:00" has a time zone of its own.
        Write the time as the clocks of the field "timezone" show it, such as "end: 2030-03-04T16:45"."
    `);
  });

  it('must be one of the day', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-03-04T24:45') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error date-impossible
        There is no time "24:45": a day goes from 00:00 to 23:59.
        Write the right time, with hours from 00 to 23 and minutes from 00 to 59."
    `);
  });

  it('is written as the beginning of the next day at midnight', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-02-28T24:00') })).toContain(
      'Midnight after that day is "end: 2030-03-01T00:00".',
    );
  });

  it('is never dropped when it cannot be read', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-03-04T4pm') }))
      .toMatchInlineSnapshot(`
        "content/2030/events/kick-off.mdx:4:6 error date-form
          "end" must be a day written as year-month-day, but this is "2030-03-04T4pm".
          Write it as 2022-03-07, or as 2022-03-07T15:00 with a time."
      `);
  });

  it('on a day that does not exist keeps its hours', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-02-30T16:45') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error date-impossible
        There is no day "2030-02-30": that month ends on 2030-02-28.
        Write the right day, such as "end: 2030-02-28T16:45"."
    `);
  });
});

describe('explainDate', () => {
  it('suggests a day that exists, whatever was written', () => {
    const day = fc.tuple(fc.nat(9999), fc.nat(99), fc.nat(99)).map(([y, m, d]) => `${y}-${m}-${d}`);
    fc.assert(
      fc.property(fc.oneof(day, fc.string()), fc.boolean(), (shown, withTime) => {
        const { fix } = explainDate('"start"', (value) => `start: ${value}`, shown, withTime);
        const suggested = /"start: ([^"]*)"/.exec(fix)?.[1];
        if (suggested !== undefined) expect(isPlainDate(suggested) || isWallTime(suggested)).toBe(true);
      }),
    );
  });
});
