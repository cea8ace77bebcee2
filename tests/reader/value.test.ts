import { describe, expect, it } from 'vitest';
import { checkSample, paths, replace } from '../sample.ts';

describe('a value of the wrong kind', () => {
  it('is a text where a number is needed', () => {
    expect(checkSample({ [paths.week]: replace('number: 1', 'number: one') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:3:9 error value-type
        "number" must be a number, but this is "one".
        Write digits only, without spaces, commas or a unit."
    `);
  });

  it('is a number in quotation marks', () => {
    expect(checkSample({ [paths.week]: replace('number: 1', 'number: "1"') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:3:9 error value-type
        "number" must be a number, but this is "1".
        Write "number: 1", without quotation marks."
    `);
  });

  it('is no whole number', () => {
    expect(checkSample({ [paths.week]: replace('number: 1', 'number: 1.5') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:3:9 error value-type
        "number" must be a whole number, but this is the number 1.5.
        Write digits only, without a point or a comma."
    `);
  });

  it('is too small', () => {
    expect(checkSample({ [paths.week]: replace('number: 1', 'number: 0') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:3:9 error value-range
        "number" is 0, but it must be at least 1.
        Write a number that is at least 1."
    `);
  });

  it('is no amount at all', () => {
    expect(checkSample({ [paths.prize]: replace('200', '0') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:4:18 error value-range
        "value" is 0, but it must be more than 0.
        Write a number that is more than 0."
    `);
  });

  it('is an amount with a comma', () => {
    expect(checkSample({ [paths.prize]: replace('200', '3,000') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:4:20 error key-unknown
        There is no key "0" below "amount".
        Allowed: value, currency.
        Write one of the allowed keys, or delete the line."
    `);
  });

  it('is a number where a text is needed', () => {
    expect(checkSample({ [paths.week]: replace('activity: Reading aloud', 'activity: 2030') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:7:11 error value-type
        "activity" must be a text, but this is the number 2030.
        Put it into quotation marks: activity: "2030""
    `);
  });

  it('is a list where a text is needed', () => {
    expect(checkSample({ [paths.week]: replace('activity: Reading aloud', 'activity: [reading]') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:7:11 error value-type
        "activity" must be a text, but this is a list.
        Write "activity: …", with the text on the same line."
    `);
  });

  it('is an empty text', () => {
    expect(checkSample({ [paths.week]: replace('activity: Reading aloud', 'activity: ""') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:7:11 error value-empty
        "activity" is empty.
        Write something between the quotation marks, or delete the line."
    `);
  });

  it('is a word where true or false is needed', () => {
    expect(checkSample({ [paths.week]: replace('activity', 'draft: yes\nactivity') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:7:8 error value-type
        "draft" must be true or false, but this is "yes".
        Write true or false."
    `);
  });

  it('is a text where a list is needed', () => {
    expect(checkSample({ [paths.site]: replace('[en, ko]', 'en, ko') })).toMatchInlineSnapshot(`
      "content/site.yaml:5:12 error value-type
        "languages" must be a list, but this is "en, ko".
        Write each item on a line of its own below the key, with a hyphen and a space before it."
    `);
  });

  it('is an empty list', () => {
    expect(checkSample({ [paths.site]: replace('[en, ko]', '[]') })).toMatchInlineSnapshot(`
      "content/site.yaml:5:12 error value-range
        "languages" has no items, but it must have at least 1.
        Write an item."
    `);
  });

  it('is a text where keys are needed', () => {
    expect(checkSample({ [paths.site]: replace('organiser:\n  name: Small', 'organiser: Small') }))
      .toMatchInlineSnapshot(`
      "content/site.yaml:2:12 error value-type
        "organiser" must be a group of keys, but this is "Small".
        Write each key on a line of its own below, with two spaces before it."
    `);
  });
});

describe('a choice', () => {
  it('names the value that is meant', () => {
    expect(checkSample({ [paths.programme]: replace('state: running', 'state: runing') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:7:8 error value-unknown
        "state" cannot be "runing". Did you mean "running"?
        Allowed: upcoming, open, running, ended.
        Write "state: running"."
    `);
  });

  it('lists what is allowed', () => {
    expect(checkSample({ [paths.programme]: replace('state: running', 'state: done') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:7:8 error value-unknown
        "state" cannot be "done".
        Allowed: upcoming, open, running, ended.
        Write one of the allowed values."
    `);
  });

  it('may be a single word or none', () => {
    expect(checkSample({ [paths.event]: replace('attendance', 'time: unknown\nattendance') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:5:7 error value-unknown
        "time" cannot be "unknown".
        Allowed: unannounced.
        Write "time: unannounced", or delete the line."
    `);
  });
});
