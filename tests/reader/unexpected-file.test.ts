import { describe, expect, it } from 'vitest';
import { checkSample, paths, sample } from '../sample.ts';

describe('a stray file', () => {
  it('has the ending .yml', () => {
    expect(checkSample({ '2030/phases/phase-3.yml': 'number: 3\n' })).toMatchInlineSnapshot(`
      "content/2030/phases/phase-3.yml:1:1 error file-stray
        Nothing reads this file: its name must end in .yaml.
        Rename it to phase-3.yaml."
    `);
  });

  it('has the ending .md', () => {
    expect(checkSample({ '2030/weeks/phase-2-week-2.md': '---\n---\n' })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-2-week-2.md:1:1 error file-stray
        Nothing reads this file: its name must end in .mdx.
        Rename it to phase-2-week-2.mdx."
    `);
  });

  it('has the ending of the other kind', () => {
    expect(checkSample({ '2030/weeks/phase-2-week-2.yaml': 'number: 2\n' })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-2-week-2.yaml:1:1 error file-stray
        Nothing reads this file: its name must end in .mdx.
        Rename it to phase-2-week-2.mdx."
    `);
  });

  it('has no ending', () => {
    expect(checkSample({ '2030/weeks/phase-2-week-2': '---\n---\n' })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-2-week-2:1:1 error file-stray
        Nothing reads this file: its name must end in .mdx.
        Rename it to phase-2-week-2.mdx."
    `);
  });

  it('has capital letters and spaces', () => {
    expect(checkSample({ '2030/events/Closing Day.mdx': '---\n---\n' })).toMatchInlineSnapshot(`
      "content/2030/events/Closing Day.mdx:1:1 error file-stray
        Nothing reads this file: the names of files and folders have small letters, digits and hyphens only.
        Rename it to closing-day.mdx."
    `);
  });

  it('has letters beyond a to z', () => {
    expect(checkSample({ '2030/events/폐회식.mdx': '---\n---\n' })).toMatchInlineSnapshot(`
      "content/2030/events/폐회식.mdx:1:1 error file-stray
        Nothing reads this file: its name has other letters than a to z.
        Give it a name of small letters from a to z, digits and hyphens. The title inside may have any letters."
    `);
  });

  it('lies in a folder that is misspelt', () => {
    expect(checkSample({ '2030/week/phase-2-week-2.mdx': '---\n---\n' })).toMatchInlineSnapshot(`
      "content/2030/week/phase-2-week-2.mdx:1:1 error file-stray
        Nothing reads this file: there is no folder 2030/week/. Did you mean 2030/weeks/?
        Move it to 2030/weeks/."
    `);
  });

  it('lies too deep', () => {
    expect(checkSample({ '2030/weeks/phase-2/week-2.mdx': '---\n---\n' })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-2/week-2.mdx:1:1 error file-stray
        Nothing reads this file: folders inside 2030/weeks/ are not looked into.
        Move it to 2030/weeks/."
    `);
  });

  it('is a picture', () => {
    expect(checkSample({ '2030/weeks/team.png': 'x' })).toMatchInlineSnapshot(`
      "content/2030/weeks/team.png:1:1 error file-stray
        Nothing reads this file: pictures and documents do not belong among the content files.
        Move it to public/, and write its address from there, such as /partners/logo.svg."
    `);
  });

  it('is a document', () => {
    expect(checkSample({ '2030/weeks/plan.docx': 'x' })).toMatchInlineSnapshot(`
      "content/2030/weeks/plan.docx:1:1 error file-stray
        Nothing reads this file: its name or its folder is none that the site knows.
        Allowed: site.yaml, <edition>/programme.yaml, <edition>/phases/<id>.yaml, <edition>/weeks/<id>.mdx, <edition>/events/<id>.mdx, <edition>/topics/<id>.mdx, <edition>/partners/<id>.yaml, <edition>/prizes/<id>.yaml, <edition>/people/<id>.yaml, <edition>/pages/<id>.mdx, history/<id>.yaml.
        Move it to where it belongs, give it a name of small letters, digits and hyphens with the right ending, or delete it."
    `);
  });

  it('lies where no edition can be', () => {
    expect(checkSample({ 'search/programme.yaml': 'title: Search\n' })).toMatchInlineSnapshot(`
      "content/search/programme.yaml:1:1 error file-stray
        Nothing reads this file: "search" is a name that the site or Windows keeps for itself, so it cannot be that of an edition.
        Give the folder another name, such as the year."
    `);
  });

  it('lies in an edition that is misspelt', () => {
    expect(checkSample({ '2O30/weeks/phase-2-week-2.mdx': '---\n---\n' })).toMatchInlineSnapshot(`
      "content/2O30/weeks/phase-2-week-2.mdx:1:1 error file-stray
        Nothing reads this file: there is no edition 2O30/. Did you mean 2030/?
        Allowed: 2030.
        Move it to 2030/weeks/."
    `);
  });
});

describe('two files with one id', () => {
  it('differ in capital letters', () => {
    expect(checkSample({ '2030/events/Kick-Off.mdx': sample[paths.event] })).toMatchInlineSnapshot(`
      "content/2030/events/Kick-Off.mdx:1:1 error id-repeated
        "Kick-Off.mdx" and "kick-off.mdx" stand for one entry, and only the second of them is read.
        Delete one of the two files, or give this one a name of its own."
    `);
  });

  it('differ in their endings', () => {
    expect(checkSample({ '2030/weeks/phase-1-week-1.yaml': 'number: 1\n' })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.yaml:1:1 error id-repeated
        "phase-1-week-1.yaml" and "phase-1-week-1.mdx" stand for one entry, and only the second of them is read.
        Delete one of the two files, or give this one a name of its own."
    `);
  });

  it('are two translations into one language', () => {
    expect(checkSample({ '2030/weeks/phase-1-week-1.KO.mdx': sample[paths.translation] }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.KO.mdx:1:1 error id-repeated
        "phase-1-week-1.KO.mdx" and "phase-1-week-1.ko.mdx" stand for one entry, and only the second of them is read.
        Delete one of the two files, or give this one a name of its own."
    `);
  });
});

it('leaves alone what editors and systems leave behind', () => {
  expect(checkSample({ '.DS_Store': 'x', '2030/weeks/phase-1-week-1.mdx~': 'x', '2030/.gitkeep': '' })).toBe(
    '',
  );
});

it('leaves the ledger of a calendar to its own command', () => {
  expect(checkSample({ '2030/calendar.lock.yaml': 'edition: 2030\n' })).toBe('');
});
