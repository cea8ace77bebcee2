import { describe, expect, it } from 'vitest';
import { hashText } from '../../../src/reader/ledger-file.ts';
import { checkTranslationAge } from '../../../src/model/rules/translation.ts';
import { fingerprint } from '../../../src/model/translation.ts';
import { renderParagraphs } from '../../../src/format/issues.ts';
import { checkSample, findIssues, paths, readSample, replace, sample, type Change } from '../../sample.ts';

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
        Allowed: title, activity, resources, statusNote, translates.
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
        Allowed: title, activity, resources, statusNote, translates.
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
  expect(findIssues({ [paths.week]: '' }).map(({ code }) => code)).toEqual(['file-empty']);
});

describe('the age of a translation', () => {
  const week = readSample().library.originals.weeks.find(({ file }) => file.endsWith(paths.week));
  const fields = Object.entries(week ? fingerprint(week, hashText) : {}).map(
    (each) => `  ${each.join(': ')}\n`,
  );
  const confirmed = replace('읽기\n', `읽기\ntranslates:\n${fields.join('')}`);
  const check = (changes: Record<string, Change>) =>
    renderParagraphs(checkTranslationAge(readSample(changes).library, hashText));

  it('is not known before somebody has compared it', () => {
    expect(check({})).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.ko.mdx:2:1 warning translation-unconfirmed
        Nobody has noted yet that these words say what content/2030/weeks/phase-1-week-1.mdx says, so it would not be noticed when that changes.
        Compare the two, then run npm run translations -- --confirm content/2030/weeks/phase-1-week-1.ko.mdx."
    `);
  });

  it('is right while the original says the same, whatever its dates are', () => {
    expect(fields).toHaveLength(2);
    expect(check({ [paths.translation]: confirmed })).toBe('');
    const moved = replace('start: 2030-03-04', 'start: 2030-03-05');
    expect(check({ [paths.translation]: confirmed, [paths.week]: moved })).toBe('');
  });

  it('shows in what the original says now', () => {
    const changed = (text: string) =>
      text
        .replace('activity: Reading aloud', 'statusNote: The reader is ill.')
        .replace('We read about', 'We write about');
    expect(check({ [paths.translation]: confirmed, [paths.week]: changed })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.ko.mdx:3:1 warning translation-old
        content/2030/weeks/phase-1-week-1.mdx has changed since these words were compared with it: "statusNote" is new: “The reader is ill.”; the text has changed at “We write about [streets](/2030/topics/streets/).”; "activity" is gone.
        Bring the words up to date, then run npm run translations -- --confirm content/2030/weeks/phase-1-week-1.ko.mdx."
    `);
  });

  it('is left aside where there is no original, or none that can be read', () => {
    expect(check({ [paths.week]: undefined })).toBe('');
    expect(check({ [paths.week]: '' })).toBe('');
  });

  it('has nothing to do with languages that the site does not have', () => {
    expect(check({ 'site.yaml': replace('[en, ko]', '[en]') })).toBe('');
  });
});
