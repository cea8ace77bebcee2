import { describe, expect, it } from 'vitest';
import {
  collections,
  isLedger,
  isReservedEdition,
  pathPatterns,
  parseAddress,
} from '../../src/model/registry.ts';

describe('parseAddress', () => {
  it('reads where a file belongs from its path', () => {
    expect(parseAddress('2022/weeks/phase-1-week-2.ko.mdx')).toEqual({
      collection: 'weeks',
      edition: '2022',
      id: 'phase-1-week-2',
      translation: 'ko',
    });
    expect(parseAddress('site.yaml')).toEqual({
      collection: 'site',
      edition: undefined,
      id: 'site',
      translation: undefined,
    });
    expect(parseAddress('site.zh-Hant.yaml')?.translation).toBe('zh-Hant');
    expect(parseAddress('geneva-2023/programme.yaml')).toMatchObject({
      collection: 'programmes',
      edition: 'geneva-2023',
    });
    expect(parseAddress('history/2023.yaml')).toMatchObject({ collection: 'history', id: '2023' });
  });

  it.each([
    '2022/weeks/week.yaml',
    '2022/phases/phase-1.mdx',
    '2022/weeks/Week.mdx',
    '2022/weeks/week 1.mdx',
    '2022/weeks/-week.mdx',
    '2022/weeks/week.mdx.bak',
    '2022/weeks/phase-1/week-1.mdx',
    '2022/week/week-1.mdx',
    'programme.yaml',
    '2022/site.yaml',
    'Edition 2022/programme.yaml',
    'search/programme.yaml',
    '../2022/programme.yaml',
    '',
  ])('finds no place for %j', (path) => {
    expect(parseAddress(path)).toBeUndefined();
  });

  it('knows a place for each collection, and staff are told of each', () => {
    const found = pathPatterns.map(
      (path) => parseAddress(path.replace('<edition>', '2022').replace('<id>', 'some-id'))?.collection,
    );
    expect(found.toSorted()).toEqual(Object.keys(collections).toSorted());
  });
});

it('keeps the addresses of other pages free of editions', () => {
  expect(['2022', 'history', 'search', 'editions', 'accessibility'].filter(isReservedEdition)).toEqual([
    'history',
    'search',
    'editions',
    'accessibility',
  ]);
});

it('knows the ledger of an edition', () => {
  expect(isLedger('2022/calendar.lock.yaml')).toBe(true);
  expect(isLedger('calendar.lock.yaml') || isLedger('2022/weeks/calendar.lock.yaml')).toBe(false);
});
