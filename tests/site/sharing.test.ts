import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { findForeign, type Thing } from '../exports/vocabulary.ts';
import { listPages, readPage } from './dom.ts';

const dir = inject('siteDir');
const pages = listPages(dir);

/** The file of a full address: of a page its index.html. */
const fileOf = (url: string) => join(dir, new URL(url).pathname.replace(/\/$/, '/index.html'));

function readMeta(path: string): Record<string, string | undefined> {
  const metas = readPage(dir, path).querySelectorAll('meta[property], meta[name]');
  const entries = metas.map(
    ({ attributes }) => [attributes['property'] ?? attributes['name'] ?? '', attributes['content']] as const,
  );
  return Object.fromEntries(entries);
}

/** The linked data of a page. */
function readThings(path: string): Thing[] {
  return readPage(dir, path)
    .querySelectorAll('script[type="application/ld+json"]')
    .flatMap((script) => (JSON.parse(script.text) as { '@graph': Thing[] })['@graph']);
}

describe.each(pages)('%s', (path) => {
  const meta = readMeta(path);

  it('says what it is where its address is shared', () => {
    const page = readPage(dir, path);
    expect(meta).toMatchObject({
      'og:type': 'website',
      'twitter:card': 'summary_large_image',
      'og:description': page.querySelector('meta[name=description]')?.getAttribute('content'),
      'og:url': page.querySelector('link[rel=canonical]')?.getAttribute('href'),
    });
    expect(meta['og:title']).toBeTruthy();
    expect(page.querySelector('title')?.text).toContain(meta['og:title']);
    const isKorean = page.querySelector('html')?.getAttribute('lang') === 'ko';
    const locales = ['en_GB', 'ko_KR'];
    expect([meta['og:locale'], meta['og:locale:alternate']]).toEqual(isKorean ? locales.reverse() : locales);
  });

  it('has a picture in its language, which is described', async () => {
    const picture = meta['og:image'] ?? '';
    const isKorean = path.startsWith('ko/');
    expect(new URL(picture).pathname).toMatch(isKorean ? /^\/ko\/og\/.*\.png$/ : /^\/og\/.*\.png$/);
    const file = fileOf(picture);
    expect(await sharp(file).metadata()).toMatchObject({
      format: 'png',
      width: Number(meta['og:image:width']),
      height: Number(meta['og:image:height']),
    });
    expect([meta['og:image:width'], meta['og:image:height']]).toEqual(['1200', '630']);
    expect(statSync(file).size).toBeLessThan(60_000);
    expect(meta['og:image:alt']).toBeTruthy();
  });
});

describe('pictures', () => {
  it('are made for the pages that show them, and for no others', () => {
    const shown = new Set(pages.map((path) => fileOf(readMeta(path)['og:image'] ?? '')));
    const made = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(ko[/\\])?og[/\\].*\.png$/.test(path))
      .map((path) => join(dir, path));
    expect(made.toSorted()).toEqual([...shown].toSorted());
  });
});

describe('linked data', () => {
  const described = pages.map((path) => ({ path, things: readThings(path) }));
  const typesOf = (path: string) =>
    described.find((each) => each.path === path)?.things.map((thing) => thing['@type']);

  it('fits the vocabulary of schema.org on all pages', () => {
    const things = described.flatMap((each) => each.things);
    expect(things.length).toBeGreaterThan(pages.length);
    expect(findForeign(things)).toEqual([]);
  });

  it('says on each page what it is about', () => {
    expect(typesOf('index.html')).toEqual(['WebSite', 'Course']);
    expect(typesOf('2022/schedule/index.html')).toEqual(['CourseInstance', 'BreadcrumbList']);
    expect(typesOf('2022/weeks/phase-1-week-5/index.html')).toEqual(['Event', 'BreadcrumbList']);
    expect(typesOf('ko/2022/events/kick-off/index.html')).toEqual(['Event', 'BreadcrumbList']);
    expect(typesOf('404.html')).toEqual([]);
  });

  it('has the crumbs that visitors see', () => {
    for (const path of pages) {
      const seen = readPage(dir, path).querySelectorAll('main nav ol li');
      const crumbs = readThings(path).find((thing) => thing['@type'] === 'BreadcrumbList');
      const items = (crumbs?.['itemListElement'] ?? []) as { name: string }[];
      if (crumbs) expect(items.map(({ name }) => name)).toEqual(seen.map((item) => item.text.trim()));
    }
  });

  it('names pages and pictures that are there', () => {
    const urls = JSON.stringify(described).matchAll(/"(?:url|item|image)":"(http:\/\/localhost[^"]*)"/g);
    const missing = [...urls].map(([, url = '']) => url).filter((url) => !exists(fileOf(url)));
    expect(missing).toEqual([]);
  });
});

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

describe('icons', () => {
  it('are there where the pages say', () => {
    const links = readPage(dir, '').querySelectorAll('link[rel*=icon], link[rel=manifest]');
    const files = links.map((link) => link.getAttribute('href') ?? '');
    expect(files).toEqual(['/favicon.svg', '/apple-touch-icon.png', '/site.webmanifest']);
    for (const file of files) expect(exists(join(dir, file))).toBe(true);
    const manifest = JSON.parse(readFileSync(join(dir, 'site.webmanifest'), 'utf8')) as {
      icons: { src: string }[];
    };
    expect(manifest).toMatchObject({ start_url: '/' });
    for (const { src } of manifest.icons) expect(exists(join(dir, src))).toBe(true);
  });
});
