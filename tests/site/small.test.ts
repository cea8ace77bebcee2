import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type SiteServer } from '../../scripts/lib/server.ts';
import { copyProject, type Project } from '../project.ts';
import { listPages, readPage, textOf } from './dom.ts';

/** Another programme on the same `src/`: other zone, one phase, three weeks, other currency, a folder as its address. */
const overlay = join(import.meta.dirname, 'small');
/** A second edition of it that has nothing but what an edition must have. */
const bare = join(import.meta.dirname, 'bare');
const parts = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

let project: Project;
let server: SiteServer;
let dir: string;

beforeAll(async () => {
  project = copyProject(overlay, parts);
  cpSync(bare, project.root, { recursive: true });
  rmSync(join(project.root, 'public/favicon.svg'));
  const { code, output } = await project.run('build');
  if (code !== 0) throw new Error(output);
  dir = join(project.root, 'dist');
  server = await serveSite({ dir, base: '/bread/' });
});
afterAll(async () => {
  await server.close();
  project.remove();
});

const read = (path: string) => textOf(readPage(dir, path));

describe('another programme, with no change in src', () => {
  it('says its own facts', () => {
    const home = read('');
    for (const fact of [
      'Night School of Bread, spring',
      'Flour, water, salt and time',
      '24 March – 13 April 2031',
      'Applications are open until 20 March 2031',
      'Anyone with an oven',
      'EUR 99.50',
      'The Mill',
    ])
      expect(home).toContain(fact);
    expect(read('spring/schedule/')).toContain('All dates are in Central European Time');
  });

  it('invites to apply while applications are open', () => {
    const links = readPage(dir, '').querySelectorAll('main a');
    const apply = links.find((link) => link.text.trim() === 'Apply now');
    expect(apply?.getAttribute('href')).toBe('https://night-school.example.org/apply');
  });

  it('has nothing of the first programme in it', () => {
    const everything = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(html|ics|json|xml|csv|txt)$/.test(file))
      .map((file) => readFileSync(join(dir, file), 'utf8'))
      .join('\n');
    for (const word of ['WeGO', 'Smart City', 'Seoul', 'KRW', '2022', 'Phase II'])
      expect(everything).not.toContain(word);
  });

  it('marks what is cancelled and postponed, with the reason', () => {
    const week = readPage(dir, 'spring/weeks/evening-2/');
    expect(textOf(week)).toContain('Cancelled The bakery is being rebuilt.');
    expect(week.querySelector('h1 del')).not.toBeNull();
    expect(read('spring/schedule/')).toContain('Cancelled The bakery is being rebuilt.');
    expect(read('spring/events/market/')).toContain('Postponed The hall is closed.');
    expect(read('')).toContain('Postponed');
  });

  it('gives a time its zone, on the day that summer time begins', () => {
    const page = readPage(dir, 'spring/events/market/');
    expect(textOf(page)).toContain('30 March 2031 · 03:30 – 05:00 Central European Time (GMT+2)');
    const times = page.querySelectorAll('time').map((time) => time.getAttribute('datetime'));
    expect(times).toContain('2031-03-30T01:30:00Z');
  });

  it('escapes what looks like HTML, and shows components and pictures', () => {
    const topic = readPage(dir, 'spring/topics/dough/');
    expect(topic.querySelector('h1')?.text).toBe('Dough & “crumb” <at home>');
    expect(textOf(topic, '.note')).toBe('Salt Two per cent, see prizes.');
    const figure = readPage(dir, 'spring/about/').querySelector('figure');
    expect(figure?.querySelector('img')?.getAttribute('src')).toBe('/bread/mill.svg');
    expect(figure?.querySelector('img')?.getAttribute('alt')).toBe('The wheel of the mill');
    expect(readPage(dir, 'spring/partners/').querySelector('main img')?.getAttribute('alt')).toBe('A wheel');
  });

  it('honours its address in every link, feed, picture and canonical address', () => {
    for (const path of listPages(dir)) {
      const page = readPage(dir, path);
      for (const element of page.querySelectorAll('[href], [src]')) {
        const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        if (!/^(https:|mailto:|webcal:|#)/.test(address)) expect(address).toMatch(/^\/bread\//);
      }
      const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href');
      expect(canonical).toMatch(/^https:\/\/night-school\.example\.org\/bread\//);
    }
    expect(readFileSync(join(dir, 'calendar.ics'), 'utf8')).toContain(
      'https://night-school.example.org/bread/',
    );
    expect(readFileSync(join(dir, 'sitemap-0.xml'), 'utf8')).toContain(
      '<loc>https://night-school.example.org/bread/spring/</loc>',
    );
  });

  it('resolves every link and fragment under its folder', async () => {
    const { links } = await new LinkChecker().check({
      path: server.url,
      recurse: true,
      checkFragments: true,
      linksToSkip: async (link) => !link.startsWith(server.url),
    });
    expect(links.filter(({ state }) => state === LinkState.BROKEN).map(({ url }) => url)).toEqual([]);
    expect(links.length).toBeGreaterThan(15);
  });

  it('offers “edit this page” where the repository is known, and contact where it is known', () => {
    const week = readPage(dir, 'spring/weeks/evening-1/');
    const links = week.querySelectorAll('footer a').map((link) => link.getAttribute('href'));
    expect(links).toContain(
      'https://github.com/night-school/bread/edit/main/content/spring/weeks/evening-1.mdx',
    );
    expect(links).toContain('mailto:hello@night-school.example.org');
  });

  it('names no icon where there is no favicon.svg', () => {
    const icons = 'link[rel~=icon], link[rel=apple-touch-icon]';
    expect(listPages(dir).filter((path) => readPage(dir, path).querySelector(icons))).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(dir, 'site.webmanifest'), 'utf8')) as { icons: unknown };
    expect(manifest.icons).toEqual([]);
  });

  it('asks for no other language where there is one', () => {
    expect(readPage(dir, '').querySelectorAll('[hreflang]')).toEqual([]);
  });
});

describe('an edition that leaves out what it may', () => {
  it('names the organiser, with no link where there is no page about the programme', () => {
    const [by, its] = ['autumn/', 'spring/'].map((path) => readPage(dir, path).querySelector('main .by'));
    expect(by?.text).toBe('Organised by Backstube');
    expect(by?.querySelector('a')).toBeNull();
    expect(its?.querySelector('a')?.getAttribute('href')).toBe('/bread/spring/about/');
  });

  it('explains no change of lines on its map, where no weeks share a topic', () => {
    expect(textOf(readPage(dir, 'autumn/'), '.intro')).toBe('Each phase is a line, each week a station.');
  });

  it.each(['topics', 'partners', 'prizes'])('has no page of %s, which no link and no list names', (page) => {
    const pages = listPages(dir);
    expect(pages).toContain(`spring/${page}/index.html`);
    expect(pages).not.toContain(`autumn/${page}/index.html`);
    const naming = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(html|xml|json)$/.test(file))
      .filter((file) => readFileSync(join(dir, file), 'utf8').includes(`/autumn/${page}/`));
    expect(naming).toEqual([]);
    const menu = (path: string) => textOf(readPage(dir, path), 'header nav li').toLowerCase();
    expect(menu('autumn/')).not.toContain(page);
    expect(menu('spring/')).toContain(page);
  });
});
