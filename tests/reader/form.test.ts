import { describe, expect, it } from 'vitest';
import { append, checkSample, paths, replace } from '../sample.ts';

describe('a link', () => {
  it.each([
    ['https://a.example/j/1 (passcode 12)', 'Write "url: https://a.example/j/1", and the rest in the text'],
    [
      'https://a.example/1, https://a.example/2',
      'Write "url: https://a.example/1", and the rest in the text',
    ],
    ['https:/a.example/j/1', 'Open the page in a browser and copy its address'],
  ])('is one address and nothing else: %s', (url, fix) => {
    const found = checkSample({ [paths.site]: append(`url: ${url}\n`) });
    expect(found).toMatch(/^content\/site\.yaml:\d+:6 error link-https\n/);
    expect(found.match(/error/g)).toHaveLength(1);
    expect(found).toContain(fix);
  });

  it('must be encrypted', () => {
    expect(checkSample({ [paths.site]: append('url: http://small.example.org\n') })).toMatchInlineSnapshot(`
      "content/site.yaml:12:6 error link-https
        The link "http://small.example.org" is not encrypted: it begins with http:// instead of https://.
        Write "url: https://small.example.org", after trying it in a browser."
    `);
  });

  it('must be whole', () => {
    expect(checkSample({ [paths.site]: append('url: small.example.org\n') })).toMatchInlineSnapshot(`
      "content/site.yaml:12:6 error link-https
        "small.example.org" is not a full address that begins with https://.
        Write "url: https://small.example.org", after trying it in a browser."
    `);
  });

  it('must be an address', () => {
    expect(checkSample({ [paths.site]: append('url: our page\n') })).toMatchInlineSnapshot(`
      "content/site.yaml:12:6 error link-https
        "our page" is not a full address that begins with https://.
        Open the page in a browser and copy its address, from https:// on."
    `);
  });
});

describe('a form', () => {
  it('of an e-mail address', () => {
    expect(checkSample({ [paths.site]: append('contact: { email: me at small }\n') })).toMatchInlineSnapshot(`
      "content/site.yaml:12:19 error email-wrong
        "me at small" is not an e-mail address.
        Write it as name@example.org."
    `);
  });

  it('of a domain', () => {
    expect(checkSample({ [paths.site]: replace('small.example.org', 'https://small.example.org') }))
      .toMatchInlineSnapshot(`
      "content/site.yaml:4:17 error value-form
        "https://small.example.org" is not a domain.
        Write a domain of the organiser in small letters, such as example.org."
    `);
  });

  it('of a language', () => {
    expect(checkSample({ [paths.site]: replace('[en, ko]', '[en, Korean]') })).toMatchInlineSnapshot(`
      "content/site.yaml:5:17 error value-form
        The 2nd item of "languages" is "Korean", which is not the code of a language.
        Write the code in small letters, such as en for English or ko for Korean."
    `);
  });

  it('of a country', () => {
    expect(checkSample({ [paths.event]: replace('CH', 'Switzerland') })).toMatchInlineSnapshot(`
      "content/2030/events/kick-off.mdx:8:14 error value-form
        A country is written as two capital letters, and "Switzerland" is not.
        Write its code of ISO 3166, such as KR for Korea or CH for Switzerland."
    `);
  });

  it('of a year, month or day', () => {
    expect(checkSample({ 'history/2029.yaml': replace('title: News', 'title: News, date: May 2029') }))
      .toMatchInlineSnapshot(`
      "content/history/2029.yaml:4:48 error date-form
        "date" must be a year, a month or a day, but this is "May 2029".
        Write it as 2022, 2022-05 or 2022-05-16."
    `);
  });

  it('of the id of another entry', () => {
    expect(checkSample({ [paths.week]: replace('topic: streets', 'topic: Streets.mdx') }))
      .toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-1.mdx:6:8 error value-form
        "topic" takes the name of a file without its ending, and "Streets.mdx" cannot be one.
        Use small letters, digits and hyphens only: "topic: streets"."
    `);
  });
});
