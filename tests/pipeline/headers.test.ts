import { describe, expect, it } from 'vitest';
import { headersOf, renderHeaders } from '../../src/pipeline/headers.ts';

describe('headersOf', () => {
  it('returns type, caching and CORS of feeds', () => {
    expect(headersOf('/ko/2022/weeks/phase-1-week-5.ics')).toEqual({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'public, max-age=300, must-revalidate',
      'Access-Control-Allow-Origin': '*',
    });
  });

  it.each([
    ['/2022/changes.xml', 'application/atom+xml; charset=utf-8'],
    ['/sitemap-0.xml', 'application/xml; charset=utf-8'],
    ['/2022.json', 'application/json; charset=utf-8'],
  ])('returns the type of %s with its charset', (path, type) => {
    expect(headersOf(path)).toEqual({ 'Content-Type': type });
  });

  it.each(['/', '/2022/topics/', '/share/home.png'])('returns nothing for %s', (path) => {
    expect(headersOf(path)).toEqual({});
  });
});

describe('renderHeaders', () => {
  const feeds = `/*.ics
  Content-Type: text/calendar; charset=utf-8
  Cache-Control: public, max-age=300, must-revalidate
  Access-Control-Allow-Origin: *
`;

  it('writes a rule for feeds alone, since hosts know the other types', () => {
    expect(renderHeaders()).toBe(feeds);
  });

  it("appends the site's own rules", () => {
    const own = '# Ours\n/*\n  X-Frame-Options: DENY\n';
    expect(renderHeaders(own)).toBe(`${feeds}\n${own}`);
  });

  it("leaves out a rule that the site's own rules replace", () => {
    const own = '/*.ics\n  Content-Type: text/calendar; charset=utf-8\n';
    expect(renderHeaders(own)).toBe(own);
  });
});
