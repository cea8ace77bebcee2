import { describe, expect, it } from 'vitest';
import { append, checkSample, findIssues, paths, replace, sample } from '../../sample.ts';

describe('the site', () => {
  it('needs its file', () => {
    expect(checkSample({ [paths.site]: undefined })).toMatchInlineSnapshot(`
      "content/site.yaml:1:1 error file-missing
        The file site.yaml is missing: it says who holds the programme and in which languages.
        Add it, with name, organiser, calendarDomain, languages and current."
    `);
  });

  it('names a current edition that there is', () => {
    expect(checkSample({ [paths.site]: replace('current: 2030', 'current: 2031') })).toMatchInlineSnapshot(`
      "content/site.yaml:6:10 error reference-unknown
        There is no folder "2031" of an edition. Did you mean "2030"?
        Allowed: 2030.
        Write "current: 2030"."
    `);
  });

  it('names a current edition that is published', () => {
    expect(checkSample({ [paths.programme]: append('draft: true\n') })).toMatchInlineSnapshot(`
      "content/site.yaml:6:10 error reference-draft
        The edition "2030" is a draft, so the published home page would be empty.
        Remove "draft: true" from content/2030/programme.yaml, or name another edition here."
    `);
  });

  it('names each language once', () => {
    expect(checkSample({ [paths.site]: replace('[en, ko]', '[en, ko, en]') })).toMatchInlineSnapshot(`
      "content/site.yaml:5:21 error language-repeated
        The language "en" stands here twice.
        Delete one of the two."
    `);
  });

  it('names languages that its own words are in', () => {
    expect(checkSample({ [paths.site]: replace('[en, ko]', '[en, ko, fr]') })).toMatchInlineSnapshot(`
      "content/site.yaml:5:21 error language-unknown
        The site's own words, such as those of its menu, are not there in the language "fr".
        Allowed: en, ko.
        Write one of the allowed languages, or have src/i18n/fr.json translated first."
    `);
  });
});

describe('the publisher of the site', () => {
  const nobody = { [paths.site]: (text: string) => text.replace(/publisher: .*\n/, '') };

  it('may be unknown in a preview', () => {
    expect(checkSample(nobody)).toMatchInlineSnapshot(`
      "content/site.yaml:1:1 warning publisher-missing
        Nothing says who publishes this site: until then it is an unofficial preview.
        Write "publisher: { name: …, relation: on-behalf, url: …, email: … }", or "relation: independent" if the organiser has no part in it."
    `);
  });

  it('is known when the site is published', () => {
    expect(checkSample(nobody, { publish: true })).toMatchInlineSnapshot(`
      "content/site.yaml:1:1 error publisher-missing
        Nothing says who publishes this site, so it cannot be published.
        Write "publisher: { name: …, relation: on-behalf, url: …, email: … }", or "relation: independent" if the organiser has no part in it."
    `);
  });

  it('can be found', () => {
    const address = replace('url: https://small.example.org/, ', '');
    expect(checkSample({ [paths.site]: address })).toMatchInlineSnapshot(`
      "content/site.yaml:7:12 error publisher-address
        Visitors cannot find out who this publisher is.
        Add "url" with a page about the publisher, or "address" with a postal address."
    `);
    const postal = replace('url: https://small.example.org/', 'address: High Street 1');
    expect(checkSample({ [paths.site]: postal })).toBe('');
  });
});

it('asks for what the pages about the site need', () => {
  const without = (text: string) => text.replace(/^(license|host|accessibility|reviewed): .*\n/gm, '');
  const found = findIssues({ [paths.site]: without });
  expect(found.map(({ code, severity, field }) => [code, severity, field])).toEqual(
    ['license', 'host', 'accessibility', 'reviewed'].map((field) => ['notice-incomplete', 'warning', field]),
  );
});

describe('an edition', () => {
  it('needs its file', () => {
    expect(checkSample({ '2031/pages/about.mdx': sample[paths.page] })).toMatchInlineSnapshot(`
      "content/2031/programme.yaml:1:1 error file-missing
        The folder 2031/ has no programme.yaml, so nothing in it can be shown.
        Allowed: 2030.
        Add the file, with title, theme, goal, dates, time zone and state."
    `);
  });

  it('may be a folder that is misspelt', () => {
    expect(checkSample({ '2030s/pages/about.mdx': sample[paths.page] })).toMatchInlineSnapshot(`
      "content/2030s/programme.yaml:1:1 error file-missing
        The folder 2030s/ has no programme.yaml, so nothing in it can be shown. Did you mean 2030/?
        Allowed: 2030.
        Move its files to 2030/. If it is an edition of its own, add the file, with title, theme, goal, dates, time zone and state."
    `);
  });

  it('is not called like a language', () => {
    expect(checkSample({ 'ko/programme.yaml': sample[paths.programme] })).toMatchInlineSnapshot(`
      "content/ko/programme.yaml:1:1 error edition-reserved
        The address /ko/ belongs to the pages in the language "ko", so no edition can be called that.
        Give the folder another name, such as the year."
    `);
  });

  it('has no page in the place of another', () => {
    expect(checkSample({ '2030/pages/schedule.mdx': sample[paths.page] })).toMatchInlineSnapshot(`
      "content/2030/pages/schedule.mdx:2:1 error page-reserved
        The address /2030/schedule/ belongs to a page that the site makes itself.
        Give the file another name."
    `);
  });
});

describe('what there is once', () => {
  it('is a calendar id, in all editions', () => {
    expect(
      checkSample({
        [paths.week]: replace('number: 1', 'number: 1\nuid: old@small.example.org'),
        [paths.event]: replace('attendance', 'uid: old@small.example.org\nattendance'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:5:6 error uid-repeated
        content/2030/weeks/phase-1-week-1.mdx has this calendar id already.
        Keep the line in the file whose event was renamed, and delete it in the other."
    `);
  });

  it('is a year of the history', () => {
    expect(checkSample({ 'history/first.yaml': sample['history/2029.yaml'] })).toMatchInlineSnapshot(`
      "content/history/first.yaml:1:7 error number-repeated
        content/history/2029.yaml is about the year 2029 already.
        Put the facts of one year into one file."
    `);
  });

  it('is a year, be it in the history or in a folder', () => {
    expect(
      checkSample({
        'history/2030.yaml': (text) => (sample['history/2029.yaml'] ?? text).replaceAll('2029', '2030'),
      }),
    ).toMatchInlineSnapshot(`
      "content/history/2030.yaml:1:7 error number-repeated
        The year 2030 has a folder of its own, and "history" is for years without one.
        Move the facts to content/2030/programme.yaml ("results"), and delete this file."
    `);
  });

  it('may be told of in the history while its folder is a draft', () => {
    expect(
      checkSample({
        '2029/programme.yaml': (sample[paths.programme] ?? '').replaceAll('2030', '2029') + 'draft: true\n',
      }),
    ).not.toContain('number-repeated');
  });
});

it('is not called missing while its file cannot be read', () => {
  expect(findIssues({ [paths.site]: 'name: [' }).map(({ code }) => code)).toEqual(['yaml-broken']);
  expect(findIssues({ [paths.programme]: '' }).map(({ code }) => code)).toEqual(['file-empty']);
});
