import { describe, expect, it } from 'vitest';
import { append, checkSample, paths, replace } from '../sample.ts';

describe('a missing key', () => {
  it('is named with the sentence that says what it is for', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets\n', '') })).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:1:1 error key-missing
        "theme" is missing.
        Write "theme: …". The theme, as announced."
    `);
  });

  it('is named with the field that it belongs to', () => {
    expect(checkSample({ [paths.partner]: replace('  alt: A tower\n', '') })).toMatchInlineSnapshot(`
      "content/2030/partners/university.yaml:5:3 error key-missing
        "alt" is missing below "logo".
        Write "alt: …". What the picture shows, for people who cannot see it."
    `);
  });

  it('may stand there without a value', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme:') })).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:7 error key-missing
        "theme" has no value.
        Write "theme: …". The theme, as announced."
    `);
  });

  it('may be deleted where it is optional', () => {
    expect(checkSample({ [paths.week]: replace('activity: Reading aloud', 'activity:') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:7:10 error key-missing
        "activity" has no value.
        Write "activity: …", or delete the line. What is done, where it differs from the phase's activity."
    `);
  });

  it('is found in the item of a list', () => {
    expect(checkSample({ [paths.event]: replace('  - person: ada\n    role: Host', '  - person: ada') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:10:5 error key-missing
        "role" is missing below the 1st item of "people".
        Write "role: …". What the person does at this event."
    `);
  });
});

describe('an unknown key', () => {
  it('is told from the one that is meant, which is then not missing as well', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'thme: Streets') }))
      .toMatchInlineSnapshot(`
        "content/2030/programme.yaml:2:1 error key-unknown
          There is no key "thme" here. Did you mean "theme"?
          Allowed: title, theme, goal, start, end, timezone, state, applications, audience, cost, format, results, source, draft.
          Write "theme:"."
      `);
  });

  it('is refused with the keys that there are', () => {
    expect(checkSample({ [paths.programme]: append('colour: blue\n') })).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:11:1 error key-unknown
        There is no key "colour" here.
        Allowed: title, theme, goal, start, end, timezone, state, applications, audience, cost, format, results, source, draft.
        Write one of the allowed keys, or delete the line."
    `);
  });

  it('is found below another key', () => {
    expect(checkSample({ [paths.site]: replace('  name: Small', '  name: Small\n  nmae: Small') }))
      .toMatchInlineSnapshot(`
        "content/site.yaml:4:3 error key-unknown
          There is no key "nmae" below "organiser". Did you mean "name"?
          Allowed: name, fullName, url.
          Write "name:"."
      `);
  });

  it('may have the name of something in JavaScript', () => {
    expect(checkSample({ [paths.programme]: append('constructor: x\n__proto__: y\n') }))
      .toMatchInlineSnapshot(`
        "content/2030/programme.yaml:11:1 error key-unknown
          There is no key "constructor" here.
          Allowed: title, theme, goal, start, end, timezone, state, applications, audience, cost, format, results, source, draft.
          Write one of the allowed keys, or delete the line.

        content/2030/programme.yaml:12:1 error key-unknown
          There is no key "__proto__" here.
          Allowed: title, theme, goal, start, end, timezone, state, applications, audience, cost, format, results, source, draft.
          Write one of the allowed keys, or delete the line."
      `);
  });
});

describe('a file as a whole', () => {
  it('must hold fields, not text', () => {
    expect(checkSample({ [paths.programme]: 'The programme begins in March.\n' })).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:1:1 error value-type
        This file does not hold fields, each with a key and a value.
        Write one "key: value" a line, with a space after the colon. A file of the same kind shows which."
    `);
  });

  it('must hold fields, not a list', () => {
    expect(checkSample({ [paths.phase]: '- number: 2\n' })).toMatchInlineSnapshot(`
      "content/2030/phases/phase-2.yaml:1:1 error value-type
        This file does not hold fields, each with a key and a value.
        Write one "key: value" a line, with a space after the colon. A file of the same kind shows which."
    `);
  });

  it('may lack everything', () => {
    expect(checkSample({ [paths.pause]: '---\n---\n' })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-2.mdx:1:1 error key-missing
        "phase" is missing.
        Write "phase: …". The phase: the name of its file, such as phase-1.

      content/2030/weeks/phase-1-week-2.mdx:1:1 error key-missing
        "number" is missing.
        Write "number: …". The number of the week; it begins anew in each phase.

      content/2030/weeks/phase-1-week-2.mdx:1:1 error key-missing
        "start" is missing.
        Write "start: …". The first day.

      content/2030/weeks/phase-1-week-2.mdx:1:1 error key-missing
        "end" is missing.
        Write "end: …". The last day: the same as start for a single day."
    `);
  });
});

describe('a value that may have several forms', () => {
  it('is explained by the form that it comes nearest to', () => {
    expect(checkSample({ [paths.event]: replace('attendance', 'source: { publisher: Small }\nattendance') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:5:9 error key-missing
        "title" is missing below "source".
        Write "title: …". The title of the page, slide deck or article."
    `);
  });

  it('is explained in a list, too', () => {
    expect(checkSample({ [paths.event]: replace('attendance', 'source:\n  - publisher: Small\nattendance') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:6:5 error key-missing
        "title" is missing below the 1st item of "source".
        Write "title: …". The title of the page, slide deck or article."
    `);
  });

  it('is explained where it fits none', () => {
    expect(checkSample({ [paths.event]: replace('attendance', 'source: Small\nattendance') }))
      .toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:5:9 error value-type
        "source" must be a group of keys, but this is "Small".
        Write each key on a line of its own below, with two spaces before it."
    `);
  });
});
