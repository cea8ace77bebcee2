import { describe, expect, it } from 'vitest';
import { checkSample, paths, replace } from '../../sample.ts';

describe('an event', () => {
  it('does not end before it starts', () => {
    expect(checkSample({ [paths.event]: replace('T16:45', 'T14:45') })).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error date-order
        "end" (2030-03-04T14:45) lies before "start" (2030-03-04T15:00).
        Correct one of the two. If they were swapped, write "start: 2030-03-04T14:45" and "end: 2030-03-04T15:00"."
    `);
  });

  it('does not end on a day before it starts', () => {
    expect(
      checkSample({
        [paths.event]: (text) =>
          text.replace('2030-03-04T15:00', '2030-03-04').replace('2030-03-04T16:45', '2030-03-03'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error date-order
        "end" (2030-03-03) lies before "start" (2030-03-04).
        Correct one of the two. If they were swapped, write "start: 2030-03-03" and "end: 2030-03-04"."
    `);
  });

  it('is no event of another year, though it may lie outside the programme', () => {
    const on = (start: string, end: string) =>
      checkSample({
        [paths.event]: (text) => text.replace('2030-03-04T15:00', start).replace('2030-03-04T16:45', end),
      });
    expect(on('2029-03-04', '2029-03-04')).toBe('');
    expect(on('2031-03-31', '2031-03-31')).toBe('');
    expect(on('2028-03-04', '2028-03-04')).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:3:8 error event-far
        The event begins 730 days before the programme, which runs from 2030-03-04 to 2030-03-31.
        Correct the year here, or the dates in programme.yaml."
    `);
    expect(on('2030-03-04', '2040-03-04')).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error event-far
        The event ends 3626 days after the programme, which runs from 2030-03-04 to 2030-03-31.
        Correct the year here, or the dates in programme.yaml."
    `);
  });

  it('goes on from its first to its last hour for a week at the most, else it is doubted', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-03-11T16:45') })).toBe('');
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-04-04T16:45') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 warning event-long
        The event goes on from 2030-03-04T15:00 for 31 days.
        Correct "end". If it does go on for so long, write its days without times: "start: 2030-03-04" and "end: 2030-04-04"."
    `);
  });

  it('lasts some time', () => {
    expect(checkSample({ [paths.event]: replace('T16:45', 'T15:00') })).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error event-form
        The event ends when it begins, at 2030-03-04T15:00.
        Correct "end". If its end is open, delete the line "end: 2030-03-04T15:00"; if something is due then, also write "kind: deadline"."
    `);
  });

  it('needs no end and no attendance, and may be a deadline', () => {
    const without = (text: string) => text.replace(/(?:end|attendance): .*\n/g, '');
    const [end, attendance] = [/end: .*\n/, /attendance: .*\n/];
    for (const pattern of [end, attendance])
      expect(checkSample({ [paths.event]: (text) => text.replace(pattern, '') })).toBe('');
    for (const start of ['2030-03-04T23:59', '2030-03-04', '2030-03-04\ntime: unannounced'])
      expect(
        checkSample({
          [paths.event]: (text) => without(text).replace(/start: .*/, `kind: deadline\nstart: ${start}`),
        }),
      ).toBe('');
  });

  it('has no end if it is a deadline', () => {
    expect(checkSample({ [paths.event]: replace('start', 'kind: deadline\nstart') })).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:5:6 error event-form
        A deadline is one moment, its "start", and has no "end".
        Delete the line "end: 2030-03-04T16:45". If it is no deadline, delete "kind: deadline"."
    `);
  });

  it('says why it is not held only if it is not', () => {
    const note = (lines: string) =>
      checkSample({
        [paths.event]: replace('attendance', `${lines}statusNote: The hall is closed.\nattendance`),
      });
    expect(note('')).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:5:13 error status-note
        It says why it is not held as planned, and its status is "scheduled".
        Write "status: cancelled" or "status: postponed", or delete "statusNote"."
    `);
    expect(note('status: postponed\n')).toBe('');
  });

  it('has both times or none', () => {
    expect(checkSample({ [paths.event]: replace('2030-03-04T16:45', '2030-03-04') })).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error event-form
        "start" (2030-03-04T15:00) and "end" (2030-03-04) do not have the same form: one has a time, the other has none.
        Write both with a time, such as 2030-03-04T15:00, or both without."
    `);
  });

  it('has no time that is unannounced and known', () => {
    expect(checkSample({ [paths.event]: replace('attendance', 'time: unannounced\nattendance') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:5:7 error event-time
        The times are given, and "time" says that they are not known.
        Delete the line "time: unannounced", or the times in "start" and "end"."
    `);
  });

  it('has people that there are', () => {
    expect(checkSample({ [paths.event]: replace('person: ada', 'person: eda') })).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:10:13 error reference-unknown
        There is no "eda" in people/. Did you mean "ada"?
        Allowed: ada.
        Write "person: ada"."
    `);
  });

  it('has a zone that there is', () => {
    expect(checkSample({ [paths.event]: replace('attendance', 'timezone: Europe/Berlim\nattendance') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:5:11 error zone-unknown
        There is no time zone "Europe/Berlim". Did you mean "Europe/Berlin"?
        Write "timezone: Europe/Berlin"."
    `);
  });

  it('does not start at a time that a clock change skips in the zone of the programme', () => {
    expect(
      checkSample({
        [paths.event]: (text) =>
          text.replace('2030-03-04T15:00', '2030-03-31T02:30').replace('2030-03-04', '2030-03-31'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:3:8 error time-skipped
        The clocks of Europe/Zurich never show 02:30 on that day: they jump over it when summer time begins.
        Find out which time is meant. Where the clocks would have shown 02:30, they show 03:30: for that, write "start: 2030-03-31T03:30"."
    `);
  });

  it('does not end at a time that a clock change skips in its own zone', () => {
    expect(
      checkSample({
        [paths.event]: (text) =>
          text
            .replace('attendance', 'timezone: America/New_York\nattendance')
            .replace('2030-03-04T15:00', '2030-03-10T01:00')
            .replace('2030-03-04T16:45', '2030-03-10T02:00'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:4:6 error time-skipped
        The clocks of America/New_York never show 02:00 on that day: they jump over it when summer time begins.
        Find out which time is meant. Where the clocks would have shown 02:00, they show 03:00: for that, write "end: 2030-03-10T03:00"."
    `);
  });
});

it('may be at the hour that another zone skips, and is doubted at one that a clock change repeats', () => {
  const on = (start: string, end: string) => (text: string) =>
    text.replace('2030-03-04T15:00', start).replace('2030-03-04T16:45', end);
  expect(checkSample({ [paths.event]: on('2030-03-10T02:30', '2030-03-10T03:30') })).toBe('');
  expect(checkSample({ [paths.event]: on('2030-10-27T02:30', '2030-10-27T03:00') })).toMatchInlineSnapshot(`
    "content/2030/events/kick-off.mdx:3:8 warning time-repeated
      The clocks of Europe/Zurich show 02:30 twice on that day, since summer time ends then. Calendars differ in which they take.
      If you can, choose another time. Else write the times of this event in UTC, with "timezone: UTC": the first is "start: 2030-10-27T00:30", the second "start: 2030-10-27T01:30"."
  `);
});

it('may have a time that is not announced, on days that are', () => {
  const days = (text: string) =>
    text.replace(/start: .*/, 'start: 2030-03-04').replace(/end: .*/, 'end: 2030-03-04\ntime: unannounced');
  expect(checkSample({ [paths.event]: days })).toBe('');
});

it('may have days without times, lie outside the programme, and last no time', () => {
  const days = (text: string) =>
    text.replace(/start: .*/, 'start: 2030-02-01').replace(/end: .*/, 'end: 2030-02-01');
  expect(checkSample({ [paths.event]: days })).toBe('');
});
