import { describe, expect, it } from 'vitest';
import { append, checkSample, findIssues, paths, replace, sample } from '../../sample.ts';

describe('a link', () => {
  it('is encrypted', () => {
    expect(checkSample({ [paths.page]: append('[Small](http://small.example.org/)\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:9 error link-https
        The link "http://small.example.org/" is not encrypted: it begins with http:// instead of https://.
        Write https://small.example.org/, after trying it in a browser."
    `);
  });

  it('is encrypted where its address stands apart', () => {
    expect(checkSample({ [paths.page]: append('[Small][s]\n\n[s]: http://small.example.org/\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:9:6 error link-https
        The link "http://small.example.org/" is not encrypted: it begins with http:// instead of https://.
        Write https://small.example.org/, after trying it in a browser."
    `);
  });

  it('is a full address or one of this site', () => {
    expect(checkSample({ [paths.page]: append('[Schedule](schedule/)\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:12 error link-https
        The link "schedule/" is neither a full address that begins with https:// nor one of this site.
        Write https://… for other sites, and for this one the address from its first slash on, such as /2022/schedule/."
    `);
  });

  it('leads to a page', () => {
    expect(checkSample({ [paths.page]: append('[Schedule](/2030/shedule/)\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:12 error link-nowhere
        The link "/2030/shedule/" leads to no page of this site. Did you mean "/2030/schedule/"?
        Write /2030/schedule/."
    `);
  });

  it('ends in a slash', () => {
    expect(checkSample({ [paths.page]: append('[Schedule](/2030/schedule)\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:12 error link-nowhere
        The link "/2030/schedule" leads to no page of this site. Did you mean "/2030/schedule/"?
        Write /2030/schedule/."
    `);
  });

  it.each([
    ['/2030/events/kick-off.mdx', 'Write /2030/events/kick-off/.'],
    ['/2030/schedule.html', 'Write /2030/schedule/.'],
    ['/2030/calender.ics', 'Write /2030/calendar.ics.'],
    // A page with another number is another page.
    ['/2030/weeks/phase-1-week-3/', 'Open the page that you mean'],
  ])('is, where it was %s, the page that is meant', (url, fix) => {
    expect(checkSample({ [paths.page]: append(`[This](${url})\n`) })).toContain(fix);
  });

  it('leads somewhere even where nothing is near', () => {
    expect(checkSample({ [paths.page]: append('[Photos](/photos/of/last/year/)\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:10 error link-nowhere
        The link "/photos/of/last/year/" leads to no page of this site.
        Open the page that you mean and copy its address from the first slash on, without the language. If its file was renamed, that has its new name; if it is gone, delete the link."
    `);
  });

  it('has no language in it', () => {
    expect(checkSample({ [paths.page]: append('[Schedule](/ko/2030/schedule/)\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:12 error link-nowhere
        The link "/ko/2030/schedule/" leads to no page of this site. Did you mean "/2030/schedule/"?
        Write /2030/schedule/."
    `);
  });

  it('leads to a place on its page', () => {
    expect(checkSample({ [paths.page]: append('[Sides](/2030/topics/streets/#two-side)\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:9 error link-fragment
        The page /2030/topics/streets/ has no place "#two-side". Did you mean "#two-sides"?
        Allowed: #main, #two-sides.
        Write /2030/topics/streets/#two-sides."
    `);
  });

  it('does not mean a place with another number', () => {
    const links = append('[Phase](/2030/schedule/#phase-3)\n');
    expect(checkSample({ [paths.page]: links })).toContain('Write /2030/schedule/ without "#phase-3".');
    const misspelt = append('[Phase](/2030/schedule/#phas-2)\n');
    expect(checkSample({ [paths.page]: misspelt })).toContain('Write /2030/schedule/#phase-2.');
  });

  it('leads to a place on the page itself', () => {
    expect(checkSample({ [paths.page]: append('[Answers](#answers)\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:11 error link-fragment
        The page /2030/about/ has no place "#answers".
        Allowed: #main.
        Write /2030/about/ without "#answers"."
    `);
  });

  it('leads to a place in each language', () => {
    expect(
      checkSample({
        '2030/topics/streets.ko.mdx': '---\n---\n\n## 양쪽\n',
        [paths.page]: append('[Sides](/2030/topics/streets/#two-sides)\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:9 error link-fragment
        The page /2030/topics/streets/ has no place "#two-sides" in the language "ko".
        Allowed: #main, #양쪽.
        Write /2030/topics/streets/ without "#two-sides"."
    `);
  });

  it('does not lead to a draft', () => {
    expect(
      checkSample({
        [paths.event]: replace('attendance', 'draft: true\nattendance'),
        [paths.page]: append('[Kick-off](/2030/events/kick-off/)\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:12 error link-draft
        The page /2030/events/kick-off/ is a draft, so this link leads nowhere on the published site.
        Delete the link, remove "draft: true" from that page, or make this one a draft too."
    `);
  });

  it('may be written so that no browser understands it', () => {
    expect(checkSample({ [paths.page]: append('[Oops](/2030/%zz/)\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:8 error link-nowhere
        The link "/2030/%zz/" leads to no page of this site.
        Open the page that you mean and copy its address from the first slash on, without the language. If its file was renamed, that has its new name; if it is gone, delete the link."
    `);
  });
});

describe('a picture', () => {
  it('is in public/', () => {
    expect(checkSample({ [paths.page]: append('![A street](/photos/of/a/street.jpg)\n') }))
      .toMatchInlineSnapshot(`
        "content/2030/pages/about.mdx:7:13 error image-missing
          There is no picture "/photos/of/a/street.jpg" in public/.
          Put the file into public/ and write its path as it is there; capital letters count."
      `);
  });

  it('is in public/ with the same capital letters', () => {
    expect(checkSample({ [paths.page]: append('![A street](/pictures/Street.jpg)\n') }))
      .toMatchInlineSnapshot(`
        "content/2030/pages/about.mdx:7:13 error image-missing
          There is no picture "/pictures/Street.jpg" in public/. Did you mean "/pictures/street.jpg"?
          Write /pictures/street.jpg; capital letters count."
      `);
  });

  it('is not on another site', () => {
    expect(checkSample({ [paths.page]: append('![A street](https://small.example.org/street.jpg)\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:13 error image-missing
        The picture "https://small.example.org/street.jpg" lies on another site, and pages show none from there.
        If you may use it, put the file into public/ and write its address from there, such as /pictures/team.jpg."
    `);
  });

  it('has an address that begins with a slash', () => {
    expect(checkSample({ [paths.page]: append('![A street](pictures/street.jpg)\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:13 error image-missing
        The address of the picture "pictures/street.jpg" does not begin with a slash.
        Write /pictures/street.jpg."
    `);
  });

  it('has alternative text', () => {
    expect(checkSample({ [paths.page]: append('![](/pictures/street.jpg)\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:5 error image-alt
        This picture has no alternative text.
        Say in a sentence what it shows, between the square brackets: ![…](/…)."
    `);
  });
});

describe('checkBody', () => {
  it.each([
    '[Schedule](/2030/schedule/)',
    '[Phase I](/2030/schedule/?from=mail#phase-1)',
    '[Feed](/2030/phase-1.ics), [all](/calendar.ics), [week](/2030/weeks/phase-1-week-1.ics)',
    '[Picture](/pictures/street.jpg)',
    '[Encoded](/2030/%74opics/streets/#two%2Dsides)',
    '[Small](https://small.example.org/a#b), <Note>[mail](mailto:ada@small.example.org)</Note>',
    '![A street](/pictures/street.jpg)',
    '![A street][s]\n\n[s]: /pictures/street.jpg',
  ])('has nothing to say of %s', (body) => {
    expect(checkSample({ [paths.page]: append(`${body}\n`) })).toBe('');
  });

  it('lets a draft lead to drafts', () => {
    const draft = (text: string) => text.replace('attendance', 'draft: true\nattendance');
    const other = (text: string) =>
      `${draft(sample[paths.event] ?? text)}\n[Kick-off](/2030/events/kick-off/)\n`;
    expect(checkSample({ [paths.event]: draft, '2030/events/other.mdx': other })).toBe('');
  });

  it('asks no place of a page that cannot be read', () => {
    const changes = { [paths.topic]: '', [paths.page]: append('[Sides](/2030/topics/streets/#any)\n') };
    expect(findIssues(changes).map(({ code }) => code)).toEqual(['file-empty']);
  });

  it('asks for no place in a language while site.yaml, which lists them, cannot be read', () => {
    const changes = { [paths.site]: 'name: [', [paths.translation]: append('\n## 거리\n\n[거리](#거리)\n') };
    expect(findIssues(changes).map(({ code }) => code)).toEqual(['yaml-broken']);
  });

  it('looks into translations, too', () => {
    expect(findIssues({ [paths.translation]: append('[그림](/2030/그림/)\n') })).toMatchObject([
      { code: 'link-nowhere', file: 'content/2030/weeks/phase-1-week-1.ko.mdx', line: 6, column: 6 },
    ]);
  });
});
