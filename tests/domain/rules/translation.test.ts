import { describe, expect, it } from 'vitest';
import { checkSample, findProblems, paths, replace, sample } from '../../content/sample.ts';

describe('a translation', () => {
  it('has an original', () => {
    expect(checkSample({ '2030/weeks/phase-1-week-7.ko.mdx': sample[paths.translation] }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-7.ko.mdx:2:1 error translation-orphan
        This translates "phase-1-week-7", and there is no such file beside it. Did you mean "phase-1-week-1"?
        Rename the file to begin with "phase-1-week-1.ko"."
    `);
  });

  it('is in a language of the site', () => {
    expect(checkSample({ '2030/weeks/phase-1-week-1.fr.mdx': sample[paths.translation] }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.fr.mdx:2:1 error translation-language
        "fr" is no language of this site.
        Allowed: ko.
        Rename the file, or add "fr" to "languages" in site.yaml."
    `);
  });

  it('is not in the language of the originals', () => {
    expect(checkSample({ '2030/weeks/phase-1-week-1.en.mdx': sample[paths.translation] }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.en.mdx:2:1 error translation-language
        "en" is the language of the originals, so there is nothing to translate into it.
        Allowed: ko.
        Move the words to the file without ".en" in its name."
    `);
  });

  it('holds no dates', () => {
    expect(checkSample({ [paths.translation]: replace('activity:', 'start: 2030-03-05\nactivity:') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.ko.mdx:2:1 error translation-fact
        A translation holds words only, and "start" is none of them.
        Allowed: title, activity, resources, statusNote.
        Delete it: the value comes from the original."
    `);
  });

  it('holds no numbers or references in lists either', () => {
    expect(
      checkSample({ '2030/events/kick-off.ko.mdx': '---\nvenues:\n  - name: 시청\n    country: KR\n---\n' }),
    ).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.ko.mdx:4:5 error translation-fact
        A translation holds words only, and "country" is none of them.
        Allowed: name, room, address, city.
        Delete it: the value comes from the original."
    `);
  });

  it('has keys that are spelt right', () => {
    expect(checkSample({ [paths.translation]: replace('activity:', 'activty:') })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.ko.mdx:2:1 error key-unknown
        There is no key "activty" here. Did you mean "activity"?
        Allowed: title, activity, resources, statusNote.
        Write "activity:"."
    `);
  });

  it('translates only what the original says', () => {
    expect(checkSample({ '2030/weeks/phase-1-week-2.ko.mdx': sample[paths.translation] }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-2.ko.mdx:2:11 error translation-extra
        The original does not have "activity", so there is nothing to translate.
        Delete it here, or add it to the original first."
    `);
  });

  it('has no more items than the original', () => {
    expect(
      checkSample({ '2030/events/kick-off.ko.mdx': '---\nvenues:\n  - name: 시청\n  - name: 도서관\n---\n' }),
    ).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.ko.mdx:4:5 error translation-extra
        The original does not have the 2nd item of "venues", so there is nothing to translate.
        Delete it here, or add it to the original first."
    `);
  });
});

it('may leave out what it does not translate', () => {
  expect(checkSample({ [paths.translation]: '---\n---\n' })).toBe('');
});

it('is not called an orphan while its original cannot be read', () => {
  expect(findProblems({ [paths.week]: '' }).map(({ code }) => code)).toEqual(['file-empty']);
});
