import { describe, expect, it } from 'vitest';
import { checkSample, findIssues, paths, replace, sample } from '../../sample.ts';

describe('a week', () => {
  it('does not end before it starts', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '2030-03-01') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:5:6 error date-order
        "end" (2030-03-01) lies before "start" (2030-03-04).
        Correct one of the two. If they were swapped, write "start: 2030-03-01" and "end: 2030-03-04"."
    `);
  });

  it('does not begin before the programme', () => {
    expect(checkSample({ [paths.programme]: replace('start: 2030-03-04', 'start: 2030-03-05') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:4:8 error week-outside
        This week (2030-03-04 to 2030-03-10) lies outside the programme, which runs from 2030-03-05 to 2030-03-31.
        Correct the date here, or "start" or "end" in programme.yaml."
    `);
  });

  it('does not end after the programme', () => {
    expect(checkSample({ [paths.programme]: replace('end: 2030-03-31', 'end: 2030-03-20') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-2-week-1.mdx:5:6 error week-outside
        This week (2030-03-18 to 2030-03-24) lies outside the programme, which runs from 2030-03-04 to 2030-03-20.
        Correct the date here, or "start" or "end" in programme.yaml."
    `);
  });

  it('has not both a topic and a title', () => {
    expect(checkSample({ [paths.week]: replace('topic: streets', 'topic: streets\ntitle: Streets') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:7:8 error week-title
        This week has both a topic and a title.
        Delete one of the two lines: a week with a topic bears the topic's title."
    `);
  });

  it('has a topic or a title', () => {
    expect(checkSample({ [paths.week]: replace('topic: streets\n', '') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:2:1 error week-title
        This week has neither a topic nor a title.
        Allowed: streets.
        Write "topic: …" with the name of a file in topics/, or "title: …"."
    `);
  });

  it('has a phase that there is', () => {
    expect(checkSample({ [paths.week]: replace('phase: phase-1', 'phase: phase1') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:2:8 error reference-unknown
        There is no "phase1" in phases/. Did you mean "phase-1"?
        Allowed: phase-1, phase-2.
        Write "phase: phase-1"."
    `);
  });

  it('has a topic that there is', () => {
    expect(checkSample({ [paths.week]: replace('topic: streets', 'topic: parks') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:6:8 error reference-unknown
        There is no "parks" in topics/.
        Allowed: streets.
        Write one of those, or add the file topics/parks.mdx first."
    `);
  });

  it('says who wrote its text', () => {
    expect(checkSample({ [paths.week]: replace('author: organiser\n', '') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:2:1 warning author-missing
        Nothing says who wrote the text below the fields, so visitors are told that the editors did.
        Allowed: organiser, editors.
        Write "author: organiser" if the organiser published this text, otherwise "author: editors"."
    `);
    expect(checkSample({ [paths.week]: replace('author: organiser', 'author: editors') })).toBe('');
  });

  it('is odd where its id disagrees with its numbers', () => {
    expect(
      checkSample({
        '2030/weeks/phase-2-week-9.mdx': sample['2030/weeks/phase-2-week-1.mdx'],
        '2030/weeks/phase-2-week-1.mdx': undefined,
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-2-week-9.mdx:3:9 warning week-id
        The file is called phase-2-week-9, and the week inside is number 1 of phase 2.
        Correct the number if it is wrong. If the week was moved, leave the name as it is: it is an address that people have kept."
    `);
  });
});

describe('weeks together', () => {
  it('do not overlap', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '2030-03-11') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-2.mdx:4:8 error week-overlap
        This week begins on 2030-03-11, and phase-1-week-1 lasts until 2030-03-11.
        Correct the dates of one of the two: weeks must not overlap."
    `);
  });

  it('do not overlap either where one lasts beyond the next', () => {
    expect(checkSample({ [paths.week]: replace('2030-03-10', '2030-03-18') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-2.mdx:4:8 error week-overlap
        This week begins on 2030-03-11, and phase-1-week-1 lasts until 2030-03-18.
        Correct the dates of one of the two: weeks must not overlap.

      content/2030/weeks/phase-2-week-1.mdx:4:8 error week-overlap
        This week begins on 2030-03-18, and phase-1-week-1 lasts until 2030-03-18.
        Correct the dates of one of the two: weeks must not overlap."
    `);
  });

  it('have a number each', () => {
    expect(checkSample({ [paths.pause]: replace('number: 2', 'number: 1') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-2.mdx:3:9 error number-repeated
        content/2030/weeks/phase-1-week-1.mdx is week 1 of phase-1 already.
        Give each week of a phase a number of its own.

      content/2030/weeks/phase-1-week-2.mdx:3:9 warning week-id
        The file is called phase-1-week-2, and the week inside is number 1 of phase 1.
        Correct the number if it is wrong. If the week was moved, leave the name as it is: it is an address that people have kept."
    `);
  });

  it('leave no number out', () => {
    expect(checkSample({ [paths.pause]: replace('number: 2', 'number: 3') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-2.mdx:3:9 error week-number
        After week 1 of phase-1, week 2 is missing.
        Write "number: 2" here, or add the missing week.

      content/2030/weeks/phase-1-week-2.mdx:3:9 warning week-id
        The file is called phase-1-week-2, and the week inside is number 3 of phase 1.
        Correct the number if it is wrong. If the week was moved, leave the name as it is: it is an address that people have kept."
    `);
  });

  it('begin at number 1', () => {
    expect(checkSample({ [paths.week]: undefined, [paths.translation]: undefined })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-2.mdx:3:9 error week-number
        At the beginning of phase-1, week 1 is missing.
        Write "number: 1" here, or add the missing week."
    `);
  });

  it('are numbered in the order of their dates', () => {
    expect(
      checkSample({
        [paths.week]: replace('number: 1', 'number: 2'),
        [paths.pause]: replace('number: 2', 'number: 1'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:3:9 error week-order
        Week 2 begins on 2030-03-04, before week 1 (2030-03-11).
        Number the weeks of a phase in the order of their dates.

      content/2030/weeks/phase-1-week-1.mdx:3:9 warning week-id
        The file is called phase-1-week-1, and the week inside is number 2 of phase 1.
        Correct the number if it is wrong. If the week was moved, leave the name as it is: it is an address that people have kept.

      content/2030/weeks/phase-1-week-2.mdx:3:9 warning week-id
        The file is called phase-1-week-2, and the week inside is number 1 of phase 1.
        Correct the number if it is wrong. If the week was moved, leave the name as it is: it is an address that people have kept."
    `);
  });

  it('are odd with a gap of more than seven days', () => {
    expect(
      checkSample({
        '2030/weeks/phase-2-week-1.mdx': (text) => text.replace('03-18', '03-26').replace('03-24', '03-31'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-2-week-1.mdx:4:8 warning week-gap
        Between phase-1-week-2, which ends on 2030-03-17, and this week lie 8 days without a week.
        If nothing is held then, add a week with "kind: break". Otherwise correct the date."
    `);
  });
});

it('lets seven days pass without a word', () => {
  const later = (text: string) => text.replace('03-18', '03-25').replace('03-24', '03-31');
  expect(checkSample({ '2030/weeks/phase-2-week-1.mdx': later })).toBe('');
});

it('says nothing of gaps and missing numbers while the file of a week cannot be read', () => {
  const codes = findIssues({ [paths.pause]: replace('number: 2', 'number: two') }).map(({ code }) => code);
  expect(codes).toEqual(['value-type']);
});

it('finds nothing wrong where numbers begin anew in each phase', () => {
  expect(findIssues()).toEqual([]);
});
