import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareAdvice } from '../../../scripts/lib/doctor/advice.ts';
import { adviseLibrary } from '../../../scripts/lib/doctor/advise-library.ts';
import { measureText } from '../../../scripts/lib/doctor/advice-length.ts';
import { adviseLink, listExternalLinks, type Outcome } from '../../../scripts/lib/doctor/advice-link.ts';
import {
  advisePicture,
  indexPictures,
  isPicture,
  type Picture,
} from '../../../scripts/lib/doctor/advice-picture.ts';
import { renderAdvice } from '../../../scripts/lib/doctor/render.ts';
import { append, paths, readSample, replace, type Change } from '../../sample.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const now = new Date('2030-03-10T12:00:00Z');

/** A site.yaml of which there is nothing to say. */
const site = (text: string) =>
  `${text.replace('[en, ko]', '[en]')}url: https://small.example.org/\ncontact: { email: a@small.example.org }\n`;
/** A site of which there is nothing to say. */
const settled = { [paths.site]: site, [paths.translation]: undefined };
const advise = (changes: Readonly<Record<string, Change>>, at = now) =>
  renderAdvice(
    adviseLibrary(readSample({ ...settled, ...changes }).library, at, hash).toSorted(compareAdvice),
  );

describe('advice', () => {
  it('is not given where there is none', () => {
    expect(advise({})).toBe('There is nothing to advise.');
  });

  it('names words that are too long for where they stand, in every language', () => {
    const long = 'Streets and the squares between them, '.repeat(5).trim();
    expect(
      advise({
        [paths.topic]: replace('summary: All about streets.', `summary: "${long}"`),
        [paths.page]: replace('title: About', `title: ${'a'.repeat(71)}`),
        [paths.programme]: replace('theme: Streets', `theme: ${'a'.repeat(201)}`),
        [paths.site]: (text) => site(text).replace('name: Small\n', `name: ${'a'.repeat(61)}\n`),
        '2030/topics/streets.ko.mdx': `---\ntitle: ${'거리 '.repeat(24)}\n---\n`,
      }),
    ).toMatchInlineSnapshot(`
      "Lengths (5)

      content/2030/pages/about.mdx:2:8
        "title" is 71 letters long, and 70 are enough: search results and shared links cut a title there, and its picture sets it small.
        Say it in fewer words.

      content/2030/programme.yaml:2:8
        "theme" is 201 letters long, and 200 are enough: the picture of the home page may have no room for it.
        Say it in fewer words.

      content/2030/topics/streets.ko.mdx:2:8
        "title" is 119 letters long, and 70 are enough (letters of Hangul count double): search results and shared links cut a title there, and its picture sets it small.
        Say it in fewer words.

      content/2030/topics/streets.mdx:3:10
        "summary" is 189 letters long, and 160 are enough: search results and shared links cut the sentence there.
        Say it in fewer words; what is left over can stand in the text of the page.

      content/site.yaml:3:9
        "name" is 61 letters long, and 60 are enough: pictures cut it there.
        Say it in fewer words.

      5 pieces of advice. The site can be built and published all the same."
    `);
  });

  it('leaves alone what is just short enough', () => {
    expect(
      advise({
        [paths.topic]: replace('summary: All about streets.', `summary: ${'a'.repeat(160)}`),
        [paths.page]: replace('title: About', `title: ${'가'.repeat(35)}`),
      }),
    ).toBe('There is nothing to advise.');
  });

  it('counts letters as people do, and wide ones double', () => {
    expect(measureText('cafe\u0301', 'en')).toBe(4);
    expect(measureText('👩🏽‍🚀', 'en')).toBe(1);
    expect(measureText('서울', 'ko')).toBe(4);
    expect(measureText('서울'.normalize('NFD'), 'ko')).toBe(4);
  });

  it('sums up each language in a sentence', () => {
    const translated = (text: string) => site(text).replace('[en]', '[en, ko]');
    const translation = '---\nactivity: 읽기\ntranslates:\n  activity: abcdef\n---\n';
    expect(advise({ [paths.site]: translated, [paths.translation]: translation })).toMatchInlineSnapshot(`
      "Translations (1)

      content/site.yaml:5:17
        Korean, of 14 files: 13 not translated, 1 without some of the words, 1 older than the original.
        npm run translations -- --lang ko lists them.

      1 piece of advice. The site can be built and published all the same."
    `);
  });

  it('asks for the results of what is over, by its state or by its dates in its zone', () => {
    const ended = replace('state: running', 'state: ended');
    expect(advise({ [paths.programme]: ended })).toMatchInlineSnapshot(`
      "Editions (1)

      content/2030/programme.yaml:7:8
        Small Cities 2030 is over, and nothing is said of what came of it.
        Write "results" below the other fields, a sentence each: how many took part, who won, where to read more.

      1 piece of advice. The site can be built and published all the same."
    `);
    const results = append('results: [{ text: Ten walked. }]\n');
    expect(advise({ [paths.programme]: (text) => results(ended(text)) })).not.toContain('Editions');
    expect(advise({ [paths.programme]: (text) => `${ended(text)}draft: true\n` })).not.toContain('Editions');
    // Zurich is two hours ahead of UTC on that day.
    expect(advise({}, new Date('2030-03-31T21:59:00Z'))).not.toContain('Editions');
    expect(advise({}, new Date('2030-03-31T22:00:00Z'))).toContain('Editions (1)');
  });

  it('asks for what visitors need of site.yaml', () => {
    const languages = replace('[en, ko]', '[en]');
    expect(advise({ [paths.site]: languages })).toMatchInlineSnapshot(`
      "The site (2)

      content/site.yaml:1:1
        Visitors find no way to reach the organiser: "contact" is missing.
        Write "contact:" and below it "  email: …" or "  url: …", an address that somebody reads.

      content/site.yaml:1:1
        The public address of the site is not written down: "url" is missing.
        Write "url: https://…" once it is known. Until then whoever publishes the site sets SITE_URL.

      2 pieces of advice. The site can be built and published all the same."
    `);
  });
});

describe('links', () => {
  const { library } = readSample({
    ...settled,
    [paths.partner]: append('url: https://university.example/#top\n'),
    [paths.event]: replace('country: CH', 'country: CH\n    url: https://hall.example/'),
    [paths.page]: append('\n[One](https://university.example/) [two](/2030/) [three](mailto:a@b.example).\n'),
    '2030/pages/about.ko.mdx': '---\ntitle: 소개\n---\n\n[하나](https://university.example/)\n',
  });
  const links = listExternalLinks(library);

  it('are all addresses of other sites, each once', () => {
    expect(
      links.map(({ url, places }) => [url, ...places.map(({ file, line }) => `${file}:${line}`)]),
    ).toEqual([
      ['https://hall.example/', 'content/2030/events/kick-off.mdx:9'],
      [
        'https://university.example/',
        ...['content/2030/pages/about.ko.mdx:5', 'content/2030/pages/about.mdx:8'],
        'content/2030/partners/university.yaml:7',
      ],
      ['https://creativecommons.org/licenses/by/4.0/', 'content/site.yaml:8'],
    ]);
  });

  it('are told of where something is the matter with them', () => {
    const outcomes: Outcome[] = [
      { kind: 'answered', status: 404 },
      { kind: 'answered', status: 403 },
      { kind: 'answered', status: 503 },
      { kind: 'answered', status: 200, to: 'https://university.example/home' },
      { kind: 'circle' },
      { kind: 'silent', seconds: 10 },
      { kind: 'unreachable', reason: 'there is no such host' },
    ];
    const [, link] = links;
    expect(renderAdvice(outcomes.flatMap((outcome) => (link ? adviseLink(link, outcome) : []))))
      .toMatchInlineSnapshot(`
      "Links (7)

      content/2030/pages/about.ko.mdx:5:6
        https://university.example/ leads to a page that is not there (404).
        Look for where it is now and write that address, or take it away. Also at content/2030/pages/about.mdx:8:7, content/2030/partners/university.yaml:7:6.

      content/2030/pages/about.ko.mdx:5:6
        https://university.example/ does not answer programs (403), so whether it is there cannot be told.
        Open it in a browser. Also at content/2030/pages/about.mdx:8:7, content/2030/partners/university.yaml:7:6.

      content/2030/pages/about.ko.mdx:5:6
        https://university.example/ answers that it is out of order (503).
        Try again another day. Also at content/2030/pages/about.mdx:8:7, content/2030/partners/university.yaml:7:6.

      content/2030/pages/about.ko.mdx:5:6
        https://university.example/ has moved for good.
        Write https://university.example/home, after looking at it. Also at content/2030/pages/about.mdx:8:7, content/2030/partners/university.yaml:7:6.

      content/2030/pages/about.ko.mdx:5:6
        https://university.example/ leads in a circle and never to a page.
        Open it in a browser. If it is gone, write another address or take it away. Also at content/2030/pages/about.mdx:8:7, content/2030/partners/university.yaml:7:6.

      content/2030/pages/about.ko.mdx:5:6
        https://university.example/ has not answered within 10 seconds, twice.
        Open it in a browser. If it is gone, write another address or take it away. Also at content/2030/pages/about.mdx:8:7, content/2030/partners/university.yaml:7:6.

      content/2030/pages/about.ko.mdx:5:6
        https://university.example/ cannot be reached: there is no such host.
        Open it in a browser. If it is gone, write another address or take it away. Also at content/2030/pages/about.mdx:8:7, content/2030/partners/university.yaml:7:6.

      7 pieces of advice. The site can be built and published all the same."
    `);
  });

  it('are left alone where they lead somewhere', () => {
    const fine: Outcome[] = [
      { kind: 'answered', status: 200 },
      { kind: 'answered', status: 200, to: 'http://university.example/' },
    ];
    for (const link of links) expect(fine.flatMap((outcome) => adviseLink(link, outcome))).toEqual([]);
  });
});

describe('pictures', () => {
  const picture: Picture = {
    path: 'pictures/my team.jpg',
    bytes: 300_000,
    isSound: true,
    pixels: { width: 2400, height: 1600 },
  };
  const tell = (more: Partial<Picture>, place?: Parameters<typeof advisePicture>[1]) =>
    renderAdvice(advisePicture({ ...picture, ...more }, place, 'public'));

  it('are told of where they are heavier than pages are quick with', () => {
    expect(tell({})).toBe('There is nothing to advise.');
    expect(tell({ bytes: 4_200_000, pixels: { width: 6000, height: 4000 } })).toMatchInlineSnapshot(`
      "Pictures (1)

      public/pictures/my team.jpg:1:1
        public/pictures/my team.jpg is heavy: 4200 kB, 6000 × 4000 pixels. Pages open quickly with 300 kB and 2400 pixels at the most.
        Scale it to 2400 pixels on its longer side, then save it again with a quality of about 75: any program for pictures does that.

      1 piece of advice. The site can be built and published all the same."
    `);
    expect(tell({ bytes: 300_001 })).toContain('Save it again with a quality of about 75');
    expect(tell({ path: 'a.png', pixels: { width: 10, height: 2401 } })).toContain(
      'Scale it to 2400 pixels on its longer side, then save it as WebP or JPEG',
    );
    expect(tell({ path: 'a.svg', bytes: 400_000, pixels: undefined })).toContain('a plain SVG');
    expect(tell({ isSound: false })).toContain('public/pictures/my team.jpg cannot be read as a picture.');
  });

  it('are told of where they are shown first', () => {
    const { library } = readSample({
      [paths.page]: append('\n![Us](/pictures/my%20team.jpg)\n'),
      [paths.topic]: append('\n<Figure src="/pictures/my team.jpg" alt="Us" />\n'),
    });
    const places = indexPictures(library);
    expect([...places].map(([path, { file, line }]) => [path, `${file}:${line}`])).toEqual([
      ['partners/university.svg', 'content/2030/partners/university.yaml:5'],
      ['pictures/my team.jpg', 'content/2030/topics/streets.mdx:12'],
    ]);
    expect(tell({ bytes: 900_000 }, places.get(picture.path))).toContain(
      'content/2030/topics/streets.mdx:12:',
    );
  });

  it('are known by their endings', () => {
    expect(['a.JPG', 'a.jpeg', 'a.svg', 'a.webp', 'a.pdf', '_headers', 'svg'].filter(isPicture)).toEqual([
      ...['a.JPG', 'a.jpeg', 'a.svg', 'a.webp'],
    ]);
  });
});
