import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type SiteServer } from '../../scripts/lib/server.ts';
import { readFeed } from '../calendar.ts';
import type { Project } from '../project.ts';
import { listPages, readPage, textOf } from './dom.ts';
import { buildEditions, draftWords, editionsUrl, findFilesWith } from './editions-site.ts';
import { testEditionDates } from './edition-dates.ts';
import { testRightToLeft } from './right-to-left.ts';
import { testScheduleViews } from './schedule-views.ts';

/** Several editions in three languages, built as for the public. */
let project: Project;
let server: SiteServer;
let dir: string;
beforeAll(async () => {
  project = await buildEditions(['--publish']);
  dir = join(project.root, 'dist');
  server = await serveSite({ dir });
}, 240_000);
afterAll(async () => {
  await server.close();
  project.remove();
});

const read = (path: string, selector?: string) => textOf(readPage(dir, path), selector);
const listAlternates = (path: string) =>
  readPage(dir, path)
    .querySelectorAll('link[hreflang]')
    .map((link) => ({
      language: link.getAttribute('hreflang') ?? '',
      href: link.getAttribute('href') ?? '',
    }));
const feed = (path: string) => readFeed(readFileSync(join(dir, path), 'utf8'));

describe('several editions', () => {
  it('has the current one on the home page', () => {
    expect(read('', 'h1')).toBe('Coast Cities 2030');
    expect(readPage(dir, '').querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `${editionsUrl}/2030/`,
    );
    expect(read('ko/', 'h1')).toBe('해안 도시 2030');
  });

  it('keeps the older one at its addresses, with its results and a way to the current', () => {
    for (const path of [
      '2029/',
      '2029/schedule/',
      '2029/weeks/evening-2/',
      '2029/events/walk/',
      '2029/about/',
    ]) {
      const page = readPage(dir, path);
      expect(textOf(page)).toContain(
        'You are reading about Coast Cities 2029. The current edition is Coast Cities 2030.',
      );
      expect(page.querySelectorAll('main a').map((link) => link.getAttribute('href'))).toContain('/2030/');
    }
    expect(read('2029/')).toContain('Sixty people drew a map of their own delta.');
    expect(read('2029/')).toContain('Ended on 27 May 2029');
    expect(read('ko/2029/')).toContain(
      '해안 도시 2029에 관한 페이지입니다. 현재 프로그램은 해안 도시 2030입니다.',
    );
    expect(read('2030/')).not.toContain('You are reading about');
  });

  it('lists all of them with the years that have but a note, the latest first', () => {
    const items = readPage(dir, 'editions/').querySelectorAll('main li:has(> .year)');
    expect(items.map((item) => item.querySelector('h2')?.text.trim())).toEqual([
      'Coast Cities 2030',
      'Coast Cities 2029',
      'Coast Cities 2027',
    ]);
    expect(items[0]?.text).toContain('Current edition');
    expect(read('editions/')).toContain(
      'It was held for the first time. 1 Forty people took part. 1 Places named by the organiser: Porto, Busan',
    );
    expect(read('ko/editions/')).toContain('주최 기관이 발표한 도시: 포르투, 부산');
  });

  it('has the dates of all editions in the calendar for life, and of one in its own', () => {
    const editionsOf = (path: string) =>
      [...new Set(feed(path).events.map(({ url }) => url.split('/')[3]))].sort();
    expect(editionsOf('calendar.ics')).toEqual(['2029', '2030']);
    expect(editionsOf('2029/calendar.ics')).toEqual(['2029']);
    expect(feed('calendar.ics').events).toHaveLength(22);
    expect(feed('ko/calendar.ics').events).toHaveLength(22);
  });

  it('shows phases, topics, partners and prizes of the edition that is asked for', () => {
    const phases = (path: string) =>
      readPage(dir, path)
        .querySelectorAll('main h2[id]')
        .map(({ text }) => text.trim());
    expect(phases('2029/schedule/')).toContain('Phase I: The delta');
    expect(phases('2030/schedule/')).toEqual(
      expect.arrayContaining(['Phase I: Reading the water', 'Phase II: Building with the water']),
    );
    expect(read('2030/prizes/')).toContain('1st place CHF 12,500 2nd place CHF 7,500.50');
    expect(read('2029/topics/')).not.toContain('Tides');
  });
});

describe('every page', () => {
  it('names its other languages, each of which exists and names it in return', () => {
    const pages = listPages(dir).filter((path) => path !== '404.html');
    for (const path of pages) {
      const alternates = listAlternates(path);
      expect(alternates.map(({ language }) => language).sort(), path).toEqual([
        'ar',
        'en',
        'ko',
        'x-default',
      ]);
      for (const { href } of alternates) {
        const other = `${new URL(href).pathname.slice(1)}index.html`;
        expect(pages, path).toContain(other);
        expect(listAlternates(other), `${path} and ${other}`).toEqual(alternates);
      }
    }
  });

  it('leads to itself in the other languages', () => {
    for (const path of listPages(dir).filter((each) => each !== '404.html')) {
      const address = path.replace(/^(ko|ar)\//, '').replace(/index\.html$/, '');
      const links = readPage(dir, path)
        .querySelectorAll('header a[hreflang]')
        .map((link) => link.getAttribute('href'));
      const own = /^(ko|ar)\//.exec(path)?.[1] ?? '';
      expect(links, path).toEqual(
        ['', 'ko', 'ar']
          .filter((each) => each !== own)
          .map((each) => `/${each === '' ? '' : `${each}/`}${address}`),
      );
    }
  });
});

it('has one page for a wrong address: it names no other languages, and leads to their home pages', () => {
  expect(listAlternates('404.html')).toEqual([]);
  for (const part of ['header', 'footer']) {
    const links = readPage(dir, '404.html').querySelectorAll(`${part} a[hreflang]`);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/ko/', '/ar/']);
  }
});

it('has nothing of a draft in any file', () => {
  expect(findFilesWith(dir, draftWords)).toEqual([]);
  expect(findFilesWith(dir, ['events/lantern', 'weeks/building-5', '/2031/'])).toEqual([]);
});

const site = () => ({ dir, url: server.url });
testEditionDates(site);
testRightToLeft(site);
testScheduleViews(site);
