import { describe, expect, it } from 'vitest';
import { addressOfEntry, indexPages } from '../../src/model/page-index.ts';
import { append, paths, readSample } from '../sample.ts';

describe('the index of pages', () => {
  it('has each page and each feed of a site', () => {
    expect([...indexPages(readSample().library).keys()].sort()).toMatchInlineSnapshot(`
      [
        "/",
        "/2030/",
        "/2030/about/",
        "/2030/calendar.ics",
        "/2030/calendar/",
        "/2030/changes.xml",
        "/2030/changes/",
        "/2030/events.ics",
        "/2030/events/kick-off.ics",
        "/2030/events/kick-off/",
        "/2030/partners/",
        "/2030/phase-1.ics",
        "/2030/phase-2.ics",
        "/2030/prizes/",
        "/2030/programme.json",
        "/2030/schedule.csv",
        "/2030/schedule/",
        "/2030/topics/",
        "/2030/topics/streets/",
        "/2030/weeks/phase-1-week-1.ics",
        "/2030/weeks/phase-1-week-1/",
        "/2030/weeks/phase-1-week-2.ics",
        "/2030/weeks/phase-1-week-2/",
        "/2030/weeks/phase-2-week-1.ics",
        "/2030/weeks/phase-2-week-1/",
        "/about/",
        "/accessibility/",
        "/calendar.ics",
        "/editions/",
        "/licence/",
        "/privacy/",
        "/search/",
      ]
    `);
  });

  it('has no page of what an edition has none of, and one of what cannot be read', () => {
    const without = { [paths.partner]: undefined, [paths.prize]: undefined, '2030/prizes/first.yaml': '' };
    const pages = indexPages(readSample(without).library);
    expect(['topics', 'partners', 'prizes'].filter((page) => pages.has(`/2030/${page}/`))).toEqual([
      ...['topics', 'prizes'],
    ]);
  });

  it('knows the places of a page in each language', () => {
    const { library } = readSample({
      [paths.translation]: append('\n## 거리\n'),
      [paths.week]: append('\n## Streets\n'),
    });
    const { fragments } = indexPages(library).get('/2030/weeks/phase-1-week-1/') ?? {};
    expect(fragments?.get('en')).toEqual(new Set(['main', 'streets']));
    expect(fragments?.get('ko')).toEqual(new Set(['main', '거리']));
  });

  it('knows that there is a page whose file cannot be read, and nothing of its places', () => {
    const pages = indexPages(readSample({ [paths.topic]: '' }).library);
    expect(pages.get('/2030/topics/streets/')).toEqual({ draft: false, fragments: undefined });
  });

  it('says which pages a published site leaves out', () => {
    const pages = indexPages(readSample({ [paths.programme]: append('draft: true\n') }).library);
    expect([...pages].filter(([, page]) => !page.draft).map(([address]) => address)).toEqual([
      '/',
      '/calendar.ics',
      '/search/',
      '/editions/',
      '/about/',
      '/privacy/',
      '/accessibility/',
      '/licence/',
    ]);
  });
});

it('gives an address to entries that have a page', () => {
  const { originals } = readSample().library;
  const addresses = Object.values(originals).flat().map(addressOfEntry);
  expect(addresses.filter(Boolean).sort()).toEqual([
    '/2030/about/',
    '/2030/events/kick-off/',
    '/2030/topics/streets/',
    '/2030/weeks/phase-1-week-1/',
    '/2030/weeks/phase-1-week-2/',
    '/2030/weeks/phase-2-week-1/',
  ]);
});
