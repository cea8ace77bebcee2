import { describe, expect, it } from 'vitest';
import {
  fileKinds,
  fitsPattern,
  headersOf,
  parseHeaders,
  renderHeaders,
} from '../../src/pipeline/headers.ts';

describe('headersOf', () => {
  it('returns type, caching and CORS of feeds', () => {
    expect(headersOf('/ko/2022/weeks/phase-1-week-5.ics')).toMatchObject({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'public, max-age=300, must-revalidate',
      'Access-Control-Allow-Origin': '*',
    });
  });

  it.each([
    ['/2022/index.html', 'text/html; charset=utf-8'],
    ['/2022/changes.xml', 'application/atom+xml; charset=utf-8'],
    ['/sitemap-0.xml', 'application/xml; charset=utf-8'],
    ['/2022.json', 'application/json; charset=utf-8'],
    ['/og/home.png', 'image/png'],
    ['/unknown', 'application/octet-stream'],
  ])('returns the type of %s', (path, type) => {
    expect(headersOf(path)['Content-Type']).toBe(type);
  });

  it.each(['/index.html', '/calendar.ics', '/_astro/a.js', '/unknown'])('protects %s', (path) => {
    expect(headersOf(path)).toMatchObject({
      // Anything more would be intersected with the policy of each page and block its scripts.
      'Content-Security-Policy': "frame-ancestors 'none'",
      'Strict-Transport-Security': expect.stringMatching(/^max-age=\d+$/) as string,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': expect.stringContaining('camera=()') as string,
    });
  });

  it('keeps for good only what has a hash in its name', () => {
    expect(headersOf('/_astro/page.a1b2.css')['Cache-Control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/index.html', '/pagefind/en/pagefind.js', '/og/home.png'])
      expect(headersOf(path)['Cache-Control']).toBe('public, max-age=0, must-revalidate');
  });
});

describe('renderHeaders', () => {
  const text = renderHeaders();

  it('sets no header of a path twice, since Cloudflare joins the two values', () => {
    const rules = parseHeaders(text);
    for (const { pattern } of [...fileKinds, { pattern: '/_astro/*.js' }]) {
      const path = pattern.replace('*', '2022/a');
      const names = rules
        .filter((rule) => fitsPattern(rule, path))
        .flatMap(({ headers }) => [...headers.keys()]);
      expect(names.length, path).toBe(new Set(names).size);
    }
  });

  it('agrees with the table', () => {
    for (const path of [
      '/calendar.ics',
      '/2022/changes.xml',
      '/2022/schedule.csv',
      '/_astro/a.css',
      '/a.json',
    ]) {
      const sent = parseHeaders(text).filter((rule) => fitsPattern(rule, path));
      const table = new Headers(headersOf(path));
      for (const [name, value] of sent.flatMap(({ headers }) => [...headers])) {
        expect(table.get(name), `${path} ${name}`).toBe(value);
      }
    }
  });

  it("appends the site's own rules", () => {
    const own = '# Ours\n/*\n  X-Robots-Tag: noindex\n';
    expect(renderHeaders(own)).toBe(`${text}\n${own}`);
  });

  it("leaves out a header that the site's own rules set for the same paths", () => {
    const own = '/*.ics\n  content-type: text/calendar\n';
    expect(parseHeaders(renderHeaders(own)).filter(({ pattern }) => pattern === '/*.ics')).toEqual([
      {
        pattern: '/*.ics',
        headers: new Headers({
          'Cache-Control': 'public, max-age=300, must-revalidate',
          'Access-Control-Allow-Origin': '*',
        }),
      },
      { pattern: '/*.ics', headers: new Headers({ 'Content-Type': 'text/calendar' }) },
    ]);
  });
});

describe('parseHeaders', () => {
  it('reads paths and headers and leaves out the rest', () => {
    const text =
      'X-Lost: 1\n# Ours\n/a\n  X-One: 1\n  X-One: 2\n  no header\n  X-Bad: \u0007\r\n/b\r\n  X-Two: b: c\r\n';
    expect(parseHeaders(text)).toEqual([
      { pattern: '/a', headers: new Headers({ 'X-One': '1, 2' }) },
      { pattern: '/b', headers: new Headers({ 'X-Two': 'b: c' }) },
    ]);
  });
});

describe('fitsPattern', () => {
  it.each([
    ['/*', '/a/b', true],
    ['/*.ics', '/2022/calendar.ics', true],
    ['/*.ics', '/2022/calendar-ics', false],
    ['/:edition/calendar.ics', '/2022/calendar.ics', true],
    ['/:edition/calendar.ics', '/ko/2022/calendar.ics', false],
    ['https://example.org/*', '/2022/', false],
  ])('%s %s: %s', (pattern, path, expected) => {
    expect(fitsPattern({ pattern }, path)).toBe(expected);
  });
});
