import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Project } from '../project.ts';
import { readPage, textOf } from './dom.ts';
import { buildEditions, draftWords, editionsUrl, findFilesWith } from './editions-site.ts';

/** The same site as in editions.test.ts, which finds no draft in a publishing build: here as a preview. */
let project: Project;
let dir: string;
beforeAll(async () => {
  project = await buildEditions();
  dir = join(project.root, 'dist');
}, 240_000);
afterAll(() => project.remove());

const read = (path: string, selector?: string) => textOf(readPage(dir, path), selector);
const mark = 'Draft: not on the published site';

it('finds each draft in a preview, in pages and in the search index', () => {
  for (const word of draftWords) expect(findFilesWith(dir, [word]).length, word).toBeGreaterThan(0);
  const files = findFilesWith(dir, draftWords).map((file) => file.slice(dir.length));
  expect(files).toContain('/2031/index.html');
  expect(files).toContain('/2031/programme.json');
  for (const locale of ['en', 'ko', 'ar']) {
    const fragments = files.filter((file) => file.startsWith(`/pagefind/${locale}/fragment/`));
    expect(fragments.length).toBeGreaterThan(5);
  }
});

it('marks a draft on its page, in the schedule, in the month and on the map', () => {
  for (const path of ['2030/weeks/building-5/', '2030/events/lantern/']) expect(read(path)).toContain(mark);
  expect(read('2030/schedule/', '#list')).toContain(`Quillmarsh rehearsal ${mark}`);
  expect(read('2030/schedule/', '#table')).toContain(`Zephyrlantern gathering ${mark}`);
  expect(read('2030/schedule/', '#month')).toContain(`Zephyrlantern gathering ${mark}`);
  const bars = readPage(dir, '2030/schedule/').querySelectorAll('#month [data-draft] a');
  expect(bars.map((bar) => bar.getAttribute('aria-label'))).toContain(
    `II·5 Quillmarsh rehearsal, Phase II, week 5 (${mark})`,
  );
  const stops = readPage(dir, '2030/').querySelectorAll('.metro.wide a > title');
  expect(stops.map(({ text }) => text)).toContain(
    `Phase II, week 5, 10 – 16 February 2031: Quillmarsh rehearsal (${mark})`,
  );
});

it('marks a draft edition on each of its pages and in the list of editions', () => {
  for (const path of ['2031/', '2031/schedule/', '2031/weeks/marsh-1/', '2031/about/', '2031/calendar/'])
    expect(read(path), path).toContain(mark);
  expect(read('ko/2031/')).toContain('초안: 공개 사이트에는 표시되지 않음');
  expect(read('editions/')).toContain(`Coast Cities Ambervale 2031 ${mark}`);
});

it('marks nothing else', () => {
  for (const path of ['2029/', '2030/weeks/building-4/', '2030/events/athens/', '2030/about/'])
    expect(read(path), path).not.toContain(mark);
});

it('links to feeds that are there: drafts have none', () => {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) => `/${file}`);
  const pages = files.filter((file) => /\.(?:html|json)$/.test(file) && !file.startsWith('/pagefind/'));
  const host = editionsUrl.replace('https:', '');
  const links = pages.flatMap((page) => {
    const text = readFileSync(join(dir, page), 'utf8');
    return [...text.matchAll(/"([^"\s]*?\.ics)["&]/g)].map(([, href = '']) => ({
      page,
      feed: decodeURIComponent(href)
        .replace(/^.*?(?=\/\/coast)/, '')
        .replace(host, ''),
    }));
  });
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter(({ feed }) => !files.includes(feed))).toEqual([]);
  for (const page of ['2030/weeks/building-5/', '2030/events/lantern/', '2031/weeks/marsh-1/'])
    expect(readPage(dir, page).querySelector('main a[href^="webcal:"]'), page).toBeNull();
  expect(readPage(dir, '2030/events/baku/').querySelector('main a[href^="webcal:"]')).not.toBeNull();
});

it('shows deadlines and open ends on pages, in lists, in the month and on the map', () => {
  const zone = 'Western European Time (GMT+1)';
  expect(read('2029/events/report/', '.facts')).toContain(`due Thursday, 24 May 2029, 23:59 ${zone}`);
  expect(read('2029/events/report/', '.facts')).not.toContain('Attendance');
  expect(read('ko/2029/events/report/', '.facts')).toMatch(/2029년 5월 24일 목요일, 23:59 \S.*까지/);
  expect(read('2029/events/supper/', '.facts')).toContain(`Saturday, 26 May 2029 · from 19:00 ${zone}`);
  expect(read('ko/2029/events/supper/', '.facts')).toContain('19:00부터');
  expect(read('2029/schedule/', '#table')).toContain('due 24 May 2029, 23:59 The report on your delta');
  expect(read('ko/2029/schedule/', '#table')).toContain('2029년 5월 24일, 23:59까지');
  expect(read('2029/schedule/', '#month')).toContain('The report on your delta Deadline');
  const stops = readPage(dir, '2029/').querySelectorAll('.metro.wide a > title');
  expect(stops.map(({ text }) => text)).toContain('The report on your delta, due 24 May 2029');
});

it('names each link of the subscribe page after its feed, by headings', () => {
  const page = readPage(dir, '2030/calendar/');
  const names = page.querySelectorAll('main details a, main details button').map(({ text }) => text.trim());
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
  const headings = page.querySelectorAll('main details summary h3').map(({ text }) => text);
  expect(headings).toContain('Coast Cities 2030');
  for (const heading of headings)
    expect(names.filter((name) => name.includes(heading)).length).toBeGreaterThan(6);
  const hosts = page
    .querySelectorAll('main details a')
    .map((link) => /^webcal|\/\/([^/]+)/.exec(link.getAttribute('href') ?? '')?.[0]);
  expect(hosts).toEqual(
    expect.arrayContaining(['webcal', '//calendar.google.com', '//outlook.live.com', '//outlook.office.com']),
  );
  expect(read('2030/', 'nav')).toContain('Subscribe');
  expect(read('ko/2030/', 'nav')).toContain('구독');
});
