import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { LinkChecker, LinkState } from 'linkinator';
import { describe, expect, inject, it } from 'vitest';
import { listPages, readPage } from './dom.ts';

const dir = inject('siteDir');
const pages = listPages(dir);
const validator = new HtmlValidate(new FileSystemConfigLoader());

/** What a phone on a slow line gets in its first round trips: some ten packets of TCP. */
const firstView = 14_600;

/** Home shows the map, all lists and every source: it is the one page above a first view. */
const homeView = 15_900;

/** What a page may load in scripts before anybody uses it, with gzip. */
const scriptLimit = 5000;

/** The page of the search is there to be used at once. */
const searchScriptLimit = 12_000;

describe.each(pages)('%s', (path) => {
  const page = readPage(dir, path);

  it('is valid HTML', async () => {
    const report = await validator.validateFile(join(dir, path));
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
    );
    expect(messages).toEqual([]);
  });

  it('has no comment', () => {
    expect(readFileSync(join(dir, path), 'utf8')).not.toContain('<!--');
  });

  it('weighs no more than a first view, styles included, and waits for nothing', () => {
    const limit = /^(ko\/)?(\d+\/)?index\.html$/.test(path) ? homeView : firstView;
    expect(gzipSync(readFileSync(join(dir, path))).length).toBeLessThanOrEqual(limit);
    expect(page.querySelectorAll('link[rel=stylesheet]')).toEqual([]);
    const scripts = page.querySelectorAll('head script[src]').map((script) => script.attributes);
    for (const attributes of scripts)
      expect('async' in attributes || 'defer' in attributes || attributes['type'] === 'module').toBe(true);
  });

  it('carries only the hashes of its own scripts and styles', () => {
    const policy = page.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content');
    const inline = page.querySelectorAll('style, script:not([src]):not([type="application/ld+json"])');
    expect(policy?.match(/'sha256-/g)).toHaveLength(inline.length);
  });

  it('loads few scripts, with all that they import', () => {
    const found = new Set<string>();
    const add = (file: string) => {
      if (found.has(file)) return;
      found.add(file);
      const text = readFileSync(join(dir, file), 'utf8');
      for (const [, name = ''] of text.matchAll(/from\s*[`"']\.\/([^`"']+)[`"']/g)) add(`_astro/${name}`);
    };
    for (const script of page.querySelectorAll('script[src]'))
      add(script.getAttribute('src')?.slice(1) ?? '');
    const sizes = [...found].map((file) => gzipSync(readFileSync(join(dir, file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(
      /(^|\/)search\/index\.html$/.test(path) ? searchScriptLimit : scriptLimit,
    );
  });

  it('has one h1, landmarks, a skip link, a title, a description and its canonical address', () => {
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    for (const landmark of ['header', 'nav', 'main', 'footer'])
      expect(page.querySelector(landmark)).not.toBeNull();
    expect(page.querySelector('body a')?.getAttribute('href')).toBe('#main');
    expect(page.querySelector('title')?.text.trim()).not.toBe('');
    expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBeTruthy();
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toMatch(/^http/);
    expect(page.querySelector('html')?.getAttribute('lang')).toBe(path.startsWith('ko/') ? 'ko' : 'en');
  });

  it('keeps to a strict policy: no style attribute, no inline handler, nothing of other sites', () => {
    const policy = page.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content');
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
    for (const element of page.querySelectorAll('*')) {
      const names = Object.keys(element.attributes);
      expect(names.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    }
    const loaded = page
      .querySelectorAll('[src], link[rel~=icon], link[rel=preload], link[rel=modulepreload]')
      .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '');
    for (const address of loaded) expect(address).toMatch(/^\/(?!\/)/);
  });
});

/** Attributes whose value is an address, and the addresses that pages may have. */
const addressAttributes = [
  'href',
  'src',
  'srcset',
  'action',
  'formaction',
  'poster',
  'data',
  'xlink:href',
  'cite',
];
const address = /^(?:https?:\/\/[^@\s]+$|mailto:|webcal:\/\/|\/(?![/\\])|#|\?|$)/;

/** Elements that run, load or send what is not of this site. */
const forbiddenElements =
  'iframe, frame, object, embed, applet, base, portal, foreignObject, animate, set, meta[http-equiv=refresh], [is], [srcdoc]';

it.each(pages)('%s has no address of another kind and no element that loads something foreign', (path) => {
  const page = readPage(dir, path);
  expect(page.querySelectorAll(forbiddenElements).map(({ name }) => name)).toEqual([]);
  const addresses = page
    .querySelectorAll('*')
    .flatMap(({ attributes }) => addressAttributes.flatMap((name) => attributes[name] ?? []));
  expect(addresses.filter((each) => !address.test(each))).toEqual([]);
});

it.each([
  ['the default language', (path: string) => !path.startsWith('ko/')],
  ['the other language', (path: string) => path.startsWith('ko/')],
])('gives each page of %s a title of its own', (_, isOfLanguage) => {
  const titles = pages
    // The home page shows the current edition, and names that as its canonical address.
    .filter((path) => isOfLanguage(path) && !/^(ko\/)?index\.html$/.test(path))
    .map((path) => readPage(dir, path).querySelector('title')?.text ?? '');
  expect(titles.length).toBeGreaterThan(30);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

it('resolves every internal link and fragment', async () => {
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: inject('siteUrl'),
    recurse: true,
    checkFragments: true,
    linksToSkip: async (link) => !link.startsWith(inject('siteUrl')),
  });
  expect(
    links.filter((link) => link.state === LinkState.BROKEN).map(({ url, parent }) => ({ url, parent })),
  ).toEqual([]);
  const visited = new Set(
    links.filter(({ state }) => state === LinkState.OK).map(({ url }) => new URL(url).pathname),
  );
  const addresses = pages
    .filter((path) => path !== '404.html')
    .map((path) => `/${path.replace(/index\.html$/, '')}`);
  // A page that no link leads to cannot be found by anybody.
  expect(addresses.filter((address) => !visited.has(address))).toEqual([]);
});
