import { describe, expect, it } from 'vitest';
import { append, checkSample, findIssues, paths, replace, sample } from '../../sample.ts';

describe('a programme', () => {
  it('does not end before it starts', () => {
    expect(checkSample({ [paths.programme]: replace('end: 2030-03-31', 'end: 2030-03-01') }))
      .toMatchInlineSnapshot(`
        "content/2030/programme.yaml:5:6 error date-order
          "end" (2030-03-01) lies before "start" (2030-03-04).
          Correct one of the two. If they were swapped, write "start: 2030-03-01" and "end: 2030-03-04"."
      `);
  });

  it('does not close applications before it opens them', () => {
    expect(
      checkSample({ [paths.programme]: append('applications: { opens: 2030-02-10, closes: 2030-02-01 }\n') }),
    ).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:11:44 error date-order
        "applications.closes" (2030-02-01) lies before "applications.opens" (2030-02-10).
        Correct one of the two. If they were swapped, write "applications.opens: 2030-02-01" and "applications.closes: 2030-02-10"."
    `);
  });

  it("has a zone of its city's clocks", () => {
    expect(checkSample({ [paths.programme]: replace('Europe/Zurich', 'Europe/Geneva') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:6:11 error zone-unknown
        There is no time zone "Europe/Geneva". Did you mean "Europe/Zurich"?
        Write "timezone: Europe/Zurich"."
    `);
  });

  it('has a zone with its region', () => {
    expect(checkSample({ [paths.programme]: replace('Europe/Zurich', 'Seoul') })).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:6:11 error zone-unknown
        There is no time zone "Seoul". Did you mean "Asia/Seoul"?
        Write "timezone: Asia/Seoul"."
    `);
  });

  it('has a zone in the right capital letters', () => {
    expect(checkSample({ [paths.programme]: replace('Europe/Zurich', 'europe/zurich') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:6:11 error zone-unknown
        There is no time zone "europe/zurich". Did you mean "Europe/Zurich"?
        Write "timezone: Europe/Zurich"."
    `);
  });

  it('has no abbreviation for a zone, which means several', () => {
    expect(checkSample({ [paths.programme]: replace('Europe/Zurich', 'KST') })).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:6:11 error zone-unknown
        There is no time zone "KST".
        Write the region and the city whose clocks count, such as Asia/Seoul or Europe/Zurich."
    `);
  });

  it('is odd if it ends years later, and may cross New Year', () => {
    expect(checkSample({ [paths.programme]: replace('2030-03-31', '2031-03-31') })).toBe('');
    expect(checkSample({ [paths.programme]: replace('2030-03-31', '2040-03-31') })).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:5:6 warning edition-id
        The folder is called 2030, and the programme runs from 2030-03-04 to 2040-03-31.
        Correct the dates, or give the folder the name of the right year."
    `);
  });

  it('is odd in a folder called like another year', () => {
    expect(checkSample({ '2031/programme.yaml': sample[paths.programme] })).toMatchInlineSnapshot(`
      "content/2031/programme.yaml:4:8 warning edition-id
        The folder is called 2031, and the programme runs from 2030-03-04 to 2030-03-31.
        Correct the dates, or give the folder the name of the right year."
    `);
  });
});

describe('a phase', () => {
  it('has a number of its own', () => {
    expect(checkSample({ [paths.phase]: replace('number: 2', 'number: 1') })).toMatchInlineSnapshot(`
      "content/2030/phases/phase-2.yaml:1:9 error number-repeated
        content/2030/phases/phase-1.yaml has the number 1 already.
        Give each phase a number of its own: 1, 2, …

      content/2030/phases/phase-2.yaml:1:9 warning phase-id
        The file is called phase-2, and the phase inside is number 1.
        Correct the number if it is wrong. Otherwise leave the name as it is: it is an address that people have kept."
    `);
  });

  it('follows the one before', () => {
    expect(checkSample({ [paths.phase]: replace('number: 2', 'number: 3') })).toMatchInlineSnapshot(`
      "content/2030/phases/phase-2.yaml:1:9 error phase-number
        Phase 2 is missing before phase 3.
        Write "number: 2", or add the missing phase.

      content/2030/phases/phase-2.yaml:1:9 warning phase-id
        The file is called phase-2, and the phase inside is number 3.
        Correct the number if it is wrong. Otherwise leave the name as it is: it is an address that people have kept."
    `);
  });

  it('has weeks', () => {
    expect(checkSample({ '2030/phases/phase-3.yaml': 'number: 3\ntitle: Walking\nactivity: We walk\n' }))
      .toMatchInlineSnapshot(`
      "content/2030/phases/phase-3.yaml:1:1 error phase-empty
        No week belongs to this phase, so it has no dates.
        Add a week with "phase: phase-3", or delete this file."
    `);
  });

  it('has another name than the feeds of the edition', () => {
    expect(checkSample({ '2030/phases/events.yaml': 'number: 3\ntitle: Walking\nactivity: We walk\n' }))
      .toMatchInlineSnapshot(`
      "content/2030/phases/events.yaml:1:1 error phase-empty
        No week belongs to this phase, so it has no dates.
        Add a week with "phase: events", or delete this file.

      content/2030/phases/events.yaml:1:1 error phase-reserved
        The calendar feed events.ics is not that of a phase, so no phase can be called "events".
        Give the file another name, such as phase-3.yaml."
    `);
  });
});

describe('the state', () => {
  const stateOn = (now: string, state: string, more = '') =>
    findIssues(
      { [paths.programme]: (text) => `${text.replace('state: running', `state: ${state}`)}${more}` },
      { now: new Date(now) },
    ).map(({ severity, code, line, allowed }) => ({ severity, code, line, allowed }));
  const odd = (...allowed: string[]) => [{ severity: 'warning', code: 'state-dates', line: 7, allowed }];
  const applications = 'applications: { opens: 2030-02-01, closes: 2030-02-20 }\n';

  it('is odd where it disagrees with the dates', () => {
    expect(
      checkSample(
        { [paths.programme]: replace('running', 'upcoming') },
        { now: new Date('2030-04-01T12:00:00Z') },
      ),
    ).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:7:8 warning state-dates
        The programme runs from 2030-03-04 to 2030-03-31, today is 2030-04-01, and its state is "upcoming".
        Allowed: ended.
        Write "state: ended", or correct the dates."
    `);
  });

  it('changes with the day in the zone of the programme, not in UTC', () => {
    expect(stateOn('2030-03-03T22:59:59Z', 'upcoming')).toEqual([]);
    expect(stateOn('2030-03-03T22:59:59Z', 'running')).toEqual(odd('upcoming', 'open'));
    expect(stateOn('2030-03-03T23:00:00Z', 'running')).toEqual([]);
    expect(stateOn('2030-03-31T21:59:59Z', 'running')).toEqual([]);
    expect(stateOn('2030-03-31T22:00:00Z', 'running')).toEqual(odd('ended'));
  });

  it('is open from the first to the last day of applications', () => {
    expect(stateOn('2030-01-31T12:00:00Z', 'open', applications)).toEqual(odd('upcoming'));
    expect(stateOn('2030-02-01T12:00:00Z', 'open', applications)).toEqual([]);
    expect(stateOn('2030-02-20T12:00:00Z', 'open', applications)).toEqual([]);
    expect(stateOn('2030-02-21T12:00:00Z', 'open', applications)).toEqual(odd('upcoming'));
  });

  it('is not compared where zone or dates are wrong themselves', () => {
    const wrong = { [paths.programme]: (text: string) => text.replace('Europe/Zurich', 'Nowhere/At_All') };
    expect(findIssues(wrong, { now: new Date('2040-01-01') }).map(({ code }) => code)).toEqual([
      'zone-unknown',
    ]);
  });
});

it('warns of a phase whose id disagrees with its number', () => {
  const moved = { '2030/phases/phase-3.yaml': sample[paths.phase], [paths.phase]: undefined };
  const week = { '2030/weeks/phase-2-week-1.mdx': replace('phase: phase-2', 'phase: phase-3') };
  expect(checkSample({ ...moved, ...week })).toMatchInlineSnapshot(`
    "content/2030/phases/phase-3.yaml:1:9 warning phase-id
      The file is called phase-3, and the phase inside is number 2.
      Correct the number if it is wrong. Otherwise leave the name as it is: it is an address that people have kept.

    content/2030/weeks/phase-2-week-1.mdx:3:9 warning week-id
      The file is called phase-2-week-1, and the week inside is number 1 of phase 2.
      Correct the number if it is wrong. If the week was moved, leave the name as it is: it is an address that people have kept."
  `);
});
