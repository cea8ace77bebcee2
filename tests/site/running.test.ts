import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type SiteServer } from '../../scripts/lib/server.ts';
import { openPage } from '../browser/browser.ts';
import { copyProject, type Project } from '../project.ts';
import { readPage, textOf } from './dom.ts';

let project: Project;
let dir: string;
let server: SiteServer;

/**
 * The small site while it runs, in two more languages, of which one is written from right to left, with little
 * translated. After its calendar was published, a week was moved, another renamed, and an event removed.
 */
beforeAll(async () => {
  const parts = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];
  project = copyProject(join(import.meta.dirname, 'small'), parts);
  const content = join(project.root, 'content');
  const write = (path: string, text: string) => writeFileSync(join(content, path), text);
  const edit = (path: string, from: string | RegExp, to: string) =>
    write(path, readFileSync(join(content, path), 'utf8').replace(from, to));
  const run = async (script: string, ...args: string[]) => {
    const { code, output } = await project.run(script, { args });
    if (code !== 0) throw new Error(output);
  };
  // What language the interface's words are in is of no matter here.
  cpSync(join(project.root, 'src/i18n/en.json'), join(project.root, 'src/i18n/ar.json'));
  edit('site.yaml', /^languages:.*$/m, 'languages: [en, ko, ar]');
  edit('spring/programme.yaml', 'state: open', 'state: running');
  write('spring/topics/dough.ko.mdx', '---\ntitle: 반죽\n---\n');
  write('spring/pages/about.ko.mdx', '---\ntitle: 소개\nsummary: 무엇인가\n---\n\n빵을 굽습니다.\n');
  await run('calendar', '--write');
  edit('spring/weeks/evening-1.mdx', 'start: 2031-03-24', 'start: 2031-03-25');
  renameSync(join(content, 'spring/weeks/evening-3.mdx'), join(content, 'spring/weeks/oven.mdx'));
  rmSync(join(content, 'spring/events/market.mdx'));
  await run('calendar', '--write');
  await run('build');
  dir = join(project.root, 'dist');
  server = await serveSite({ dir, base: '/bread/' });
});
afterAll(async () => {
  await server.close();
  project.remove();
});

const note = 'main p[role=note]';

describe('a body that is not translated', () => {
  it('is the original in its own language, with a note above it in that of the page', () => {
    const page = readPage(dir, 'ko/spring/topics/dough/');
    expect(textOf(page, note)).toBe('이 글은 아직 번역되지 않았습니다.');
    const prose = page.querySelector(`${note} + .prose`);
    expect(prose?.getAttribute('lang')).toBe('en');
    expect(prose?.getAttribute('dir')).toBeUndefined();
    expect(page.querySelector(note)?.closest('[lang]')?.getAttribute('lang')).toBe('ko');
    // The title is translated, and what belongs to the page itself is not marked.
    expect(page.querySelector('h1')?.text).toBe('반죽');
    expect(page.querySelectorAll('h1 [lang], nav [lang=ko]')).toEqual([]);
  });

  it('has its own direction on a page of another one, and so have its titles', () => {
    const page = readPage(dir, 'ar/spring/about/');
    expect(page.querySelector('html')?.getAttribute('dir')).toBe('rtl');
    expect(page.querySelector(note)?.closest('[dir]')?.getAttribute('dir')).toBe('rtl');
    const marks = page.querySelectorAll('.prose, h1 > *, ol[role=list] li:last-child > *');
    const [prose, ...titles] = marks.map((each) => [each.getAttribute('lang'), each.getAttribute('dir')]);
    expect(prose).toEqual(['en', 'ltr']);
    expect(titles).toEqual([prose, prose]);
  });
});

it('a body that is translated has no note, and neither has one in the default language', () => {
  const translated = readPage(dir, 'ko/spring/about/');
  expect(textOf(translated, '.prose')).toBe('빵을 굽습니다.');
  expect(translated.querySelectorAll(`${note}, .prose[lang]`)).toEqual([]);
  const original = readPage(dir, 'spring/topics/dough/');
  expect(original.querySelectorAll(`${note}, .prose[lang]`)).toEqual([]);
});

describe('changes of the calendar', () => {
  it('lists on its page what has changed, and when, with the pages of what is still held', () => {
    const page = readPage(dir, 'spring/changes/');
    const items = page.querySelectorAll('main section li');
    expect(items.map((item) => item.text.trim())).toEqual([
      'Market day is no longer held',
      'Phase I, week 1 starts on 25 March instead of 24 March',
    ]);
    expect(items.map((item) => item.querySelector('a')?.getAttribute('href'))).toEqual([
      undefined,
      '/bread/spring/weeks/evening-1/',
    ]);
    const days = page.querySelectorAll('main section h2 time');
    expect(days).toHaveLength(1);
    expect(days[0]?.getAttribute('datetime')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(textOf(page)).not.toContain('have not changed');
  });

  it('tells the same in its feed', () => {
    const { entries = [], updated } = parseAtomFeed(readFileSync(join(dir, 'spring/changes.xml'), 'utf8'));
    expect(entries.map(({ title }) => title?.value)).toEqual([
      'Market day is no longer held',
      'Phase I, week 1 starts on 25 March instead of 24 March',
    ]);
    expect(entries.map(({ links }) => links?.[0]?.href)).toEqual([
      'https://night-school.example.org/bread/spring/changes/',
      'https://night-school.example.org/bread/spring/weeks/evening-1/',
    ]);
    expect(updated).toBe(entries[0]?.updated);
  });

  it('leads from the old address of a renamed week to its page', () => {
    const page = readPage(dir, 'spring/weeks/evening-3/');
    const refresh = page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
    expect(refresh).toBe('0; url=/bread/spring/weeks/oven/');
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://night-school.example.org/bread/spring/weeks/oven/',
    );
    expect(page.querySelector('main p a')?.getAttribute('href')).toBe('/bread/spring/weeks/oven/');
  });

  it('says at the address of a removed event that it is no longer held', () => {
    const page = readPage(dir, 'spring/events/market/');
    expect(textOf(page)).toContain('No longer held');
    expect(textOf(page)).toContain('Market day');
    expect(page.querySelector('meta[http-equiv=refresh]')).toBeNull();
  });

  it('keeps the feeds of both addresses, the one moved and the other cancelled', () => {
    const old = readFileSync(join(dir, 'spring/weeks/evening-3.ics'), 'utf8');
    const uid = /UID:.*evening-3@/;
    expect(old).toMatch(uid);
    expect(readFileSync(join(dir, 'spring/weeks/oven.ics'), 'utf8')).toMatch(uid);
    expect(readFileSync(join(dir, 'spring/events/market.ics'), 'utf8')).toContain('STATUS:CANCELLED');
  });
});

const open = (now: string, timezone = 'Europe/Berlin') =>
  openPage('', { now: new Date(now), timezone, siteUrl: server.url });

describe('now and next', () => {
  it.each([
    ['2031-03-12T11:00:00Z', 'Starts in 12 days'],
    ['2031-03-27T11:00:00Z', 'Phase I, week 1, day 3'],
    // Week 2, which is not held, is no week to wait for.
    ['2031-04-01T10:00:00Z', 'Phase I, week 3 starts in 6 days'],
    ['2031-04-08T10:00:00Z', 'Phase I, week 3, day 2'],
    ['2031-04-14T10:00:00Z', 'Ended on 13 April 2031'],
  ])('at %s says “%s”', async (now, text) => {
    const { page, trouble } = await open(now);
    expect(await page.locator('programme-now').innerText()).toBe(text);
    expect(trouble).toEqual([]);
  });

  it("goes by the programme's day, not by the visitor's", async () => {
    // In Berlin it is 27 March, 00:30; in Los Angeles it is still 26 March.
    const { page } = await open('2031-03-26T23:30:00Z', 'America/Los_Angeles');
    expect(await page.locator('programme-now').innerText()).toBe('Phase I, week 1, day 3');
  });

  it('is right when midnight passes in Berlin while the page is open', async () => {
    const { page } = await openPage('', { timezone: 'Asia/Seoul', siteUrl: server.url });
    await page.clock.install({ time: new Date('2031-03-26T22:59:30Z') });
    await page.reload();
    const line = page.locator('programme-now');
    expect(await line.innerText()).toBe('Phase I, week 1, day 2');
    await page.clock.runFor(60_000);
    expect(await line.innerText()).toBe('Phase I, week 1, day 3');
  });

  it('stands as staff have set it without JavaScript', async () => {
    const { page } = await openPage('', { javaScript: false, siteUrl: server.url });
    expect((await page.locator('programme-now').innerText()).trim()).toBe('Under way until 13 April 2031');
    expect(await page.locator('main').innerText()).toContain('24 March – 13 April 2031');
  });
});
