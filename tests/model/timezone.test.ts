import { cityMapping } from 'city-timezones';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAt,
  findSkippedTime,
  isTimeZone,
  listInstants,
  listTimeZones,
  suggestTimeZone,
  toInstant,
} from '../../src/model/timezone.ts';

describe('the name of a time zone', () => {
  it('is one that Intl lists, or an older name of one', () => {
    expect(listTimeZones().filter((zone) => !isTimeZone(zone))).toEqual([]);
    expect(
      ['Asia/Kolkata', 'Asia/Calcutta', 'America/Port-au-Prince', 'Etc/GMT+9', 'UTC'].filter(isTimeZone),
    ).toHaveLength(5);
  });

  it('is no offset, abbreviation or city, and has its capital letters', () => {
    expect(
      ['Europe/Geneva', '+09:00', 'GMT+9', 'KST', 'Seoul', 'asia/seoul', 'ASIA/SEOUL', ''].filter(isTimeZone),
    ).toEqual([]);
  });

  it.each([
    ['Europe/Geneva', 'Europe/Zurich'],
    ['Asia/Busan', 'Asia/Seoul'],
    ['Seoul', 'Asia/Seoul'],
    ['America/New York', 'America/New_York'],
    ['asia/seoul', 'Asia/Seoul'],
    ['Europe/Berlim', 'Europe/Berlin'],
    ['KST', undefined],
    ['GMT+9', undefined],
    ['', undefined],
  ])('is meant by %s: %s', (name, expected) => {
    expect(suggestTimeZone(name)).toBe(expected);
  });

  it('suggests only IANA zones', () => {
    const isValid = (name: string) => {
      const suggested = suggestTimeZone(name);
      return suggested === undefined || isTimeZone(suggested);
    };
    // A suggestion is the zone of a city, or the nearest of the listed zones.
    const zones = new Set(cityMapping.map(({ timezone }) => timezone as string | null));
    expect(zones.size).toBeGreaterThan(300);
    expect([...zones].filter((zone) => zone !== null && !isTimeZone(zone))).toEqual([]);
    expect(listTimeZones().filter((zone) => !isTimeZone(zone))).toEqual([]);
    fc.assert(fc.property(fc.string(), isValid));
  });
});

describe('clocks', () => {
  it('show another day in another zone', () => {
    const instant = new Date('2030-03-03T15:00:00Z');
    expect(['Asia/Seoul', 'UTC', 'Pacific/Honolulu'].map((zone) => dayAt(instant, zone))).toEqual([
      '2030-03-04',
      '2030-03-03',
      '2030-03-03',
    ]);
  });

  it('stand for an instant, an hour earlier in UTC where it is summer', () => {
    expect(toInstant('2022-02-23T15:00', 'Asia/Seoul')).toBe('2022-02-23T06:00:00Z');
    expect(toInstant('2022-03-26T15:00', 'Europe/Zurich')).toBe('2022-03-26T14:00:00Z');
    expect(toInstant('2022-03-27T15:00', 'Europe/Zurich')).toBe('2022-03-27T13:00:00Z');
  });

  it('show a time twice when summer time ends, and not at all when it begins', () => {
    expect(listInstants('2022-11-06T01:30', 'America/New_York')).toEqual([
      '2022-11-06T05:30:00Z',
      '2022-11-06T06:30:00Z',
    ]);
    expect(listInstants('2022-11-06T02:00', 'America/New_York')).toEqual(['2022-11-06T07:00:00Z']);
    expect(listInstants('2022-04-03T01:45', 'Australia/Lord_Howe')).toHaveLength(2);
    expect(listInstants('2022-03-27T02:30', 'Europe/Zurich')).toEqual([]);
    expect(listInstants('2022-02-23T15:00', 'Asia/Seoul')).toEqual(['2022-02-23T06:00:00Z']);
  });

  it('jump over an hour when summer time begins, and over none when it ends', () => {
    expect(findSkippedTime('2022-03-27T01:59', 'Europe/Zurich')).toBeUndefined();
    expect(findSkippedTime('2022-03-27T02:00', 'Europe/Zurich')).toBe('2022-03-27T03:00');
    expect(findSkippedTime('2022-03-27T02:59', 'Europe/Zurich')).toBe('2022-03-27T03:59');
    expect(findSkippedTime('2022-03-27T03:00', 'Europe/Zurich')).toBeUndefined();
    expect(findSkippedTime('2022-10-30T02:30', 'Europe/Zurich')).toBeUndefined();
    expect(findSkippedTime('2022-03-27T02:30', 'Asia/Seoul')).toBeUndefined();
  });

  it('jump over half an hour on Lord Howe Island, and over a whole day on Samoa in 2011', () => {
    expect(findSkippedTime('2022-10-02T02:15', 'Australia/Lord_Howe')).toBe('2022-10-02T02:45');
    expect(findSkippedTime('2011-12-30T12:00', 'Pacific/Apia')).toBe('2011-12-31T12:00');
  });
});
