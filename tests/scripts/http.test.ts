import { describe, expect, it } from 'vitest';
import { acceptsGzip, matchesEtag, readRange } from '../../scripts/lib/http.ts';

describe('acceptsGzip', () => {
  it.each([
    ['gzip', true],
    ['br, GZIP;q=0.5', true],
    ['gzip ; q=1.0, br', true],
    ['gzip;q=0', false],
    ['gzip;q=0.000, br', false],
    ['x-gzip', false],
    ['br', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (header, expected) => {
    expect(acceptsGzip(header)).toBe(expected);
  });
});

describe('matchesEtag', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"c" ,"a"', true],
    ['*', true],
    [' * ', true],
    ['"b", "c"', false],
    ['"ab"', false],
    ['a', false],
    ['"*"', false],
    [undefined, false],
  ])('%s: %s', (header, expected) => {
    expect(matchesEtag(header, '"a"')).toBe(expected);
  });
});

describe('readRange', () => {
  it.each([
    ['bytes=0-3', { first: 0, last: 3 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=4-', { first: 4, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-30', { first: 0, last: 9 }],
    ['bytes=0-99999999999999999999', { first: 0, last: 9 }],
    ['bytes=10-', 'none'],
    ['bytes=99999999999999999999-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=5-2', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,3-4', undefined],
    ['bytes=a-b', undefined],
    ['items=0-3', undefined],
    [undefined, undefined],
  ])('%s of ten bytes', (header, expected) => {
    expect(readRange(header, 10)).toEqual(expected);
  });
});
