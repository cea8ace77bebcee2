import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { listTimeZones } from '../../src/model/timezone.ts';
import { writeTimeZone } from '../../src/calendar/vtimezone.ts';
import { takeSamples } from '../seed.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Seconds east of UTC, as Intl shows them: read from its clock, by another way than the code under test. */
function shownOffset(zone: string, at: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formats.set(zone, format);
  }
  const [day = 0, month = 1, year = 0, hour = 0, minute = 0, second = 0] = format
    .format(at * 1000)
    .split(/\D+/)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
}

interface Onset {
  at: number;
  from: number;
  to: number;
}

/** Every moment at which a VTIMEZONE sets the clocks, until the end of a year, as ical.js reads it. */
function listOnsets(component: ICAL.Component, until: number): Onset[] {
  const onsets = component.getAllSubcomponents().flatMap((observance) => {
    const offset = (name: string) => (observance.getFirstPropertyValue(name) as ICAL.UtcOffset).toSeconds();
    const [from, to] = [offset('tzoffsetfrom'), offset('tzoffsetto')];
    const start = observance.getFirstPropertyValue('dtstart') as ICAL.Time;
    const rule = observance.getFirstPropertyValue('rrule') as ICAL.Recur | null;
    const times: ICAL.Time[] = [];
    if (rule) {
      const iterator = rule.iterator(start);
      // The iterator gives one and the same object, moved on each time.
      for (let time = iterator.next().clone(); time.year <= until; time = iterator.next().clone()) {
        times.push(time);
      }
    } else {
      times.push(start);
    }
    return times.map((time) => ({ at: time.toUnixTime() - from, from, to }));
  });
  return onsets.sort((a, b) => a.at - b.at);
}

/** What is wrong with a VTIMEZONE in the years that it is for, in words; empty if nothing is. */
function findFaults(zone: string, text: string, first: number, last: number): string[] {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const onsets = listOnsets(component, last);
  const [start, end] = [Date.UTC(first, 0) / 1000, Date.UTC(last + 1, 0) / 1000];
  const inForce = (at: number) => onsets.findLast((onset) => onset.at <= at)?.to;
  const moments = onsets
    .filter((onset) => onset.at > start && onset.at < end)
    .flatMap(({ at }) => [at - 1, at, at + 1]);
  for (let at = start; at < end; at += 86_400 * 5) moments.push(at);
  return moments
    .filter((at) => inForce(at) !== shownOffset(zone, at))
    .map((at) => `${zone} ${new Date(at * 1000).toISOString()}`);
}

const zones = listTimeZones().filter((zone) => zone !== 'UTC');
const years = Array.from({ length: 11 }, (_, index) => 2020 + index);

const zonesAndYears = zones.flatMap((zone, index) =>
  takeSamples(years, index).map((year) => ({ zone, year })),
);

describe('writeTimeZone', () => {
  it('agrees with Intl for every zone, in years from 2020 to 2030, and few fall back to UTC', () => {
    const left: string[] = [];
    const faults = zonesAndYears.flatMap(({ zone, year }) => {
      const text = writeTimeZone(zone, { first: year, last: year });
      if (text === undefined) left.push(`${zone} ${year}`);
      return text === undefined ? [] : findFaults(zone, text, year, year);
    });
    expect(faults).toEqual([]);
    expect(zones.length).toBeGreaterThan(400);
    expect(left.length).toBeLessThan(zonesAndYears.length * 0.03);
  }, 60_000);

  it('agrees with Intl for spans of years', () => {
    const spans = [
      [2020, 2030],
      [2022, 2024],
    ] as const;
    const faults = takeSamples(zones).flatMap((zone) =>
      spans.flatMap(([first, last]) => {
        const text = writeTimeZone(zone, { first, last });
        return text === undefined ? [] : findFaults(zone, text, first, last);
      }),
    );
    expect(faults).toEqual([]);
  }, 60_000);

  it('has the form that Outlook reads', () => {
    for (const zone of zones) {
      const text = writeTimeZone(zone, { first: 2022, last: 2022 }) ?? '';
      expect(text.match(/^BEGIN:STANDARD/gm)?.length ?? 0, zone).toBe(text === '' ? 0 : 1);
      expect(text.match(/^BEGIN:DAYLIGHT/gm)?.length ?? 0, zone).toBeLessThanOrEqual(1);
      for (const [rule] of text.matchAll(/^RRULE.*$/gm)) {
        expect(rule.trim()).toMatch(/^RRULE:FREQ=YEARLY;BYMONTH=\d+;BYDAY=(-1|[1-4])(SU|MO|TU|WE|TH|FR|SA)$/);
      }
    }
  });

  it('writes zones with and without daylight saving time', () => {
    expect(writeTimeZone('Asia/Seoul', { first: 2022, last: 2024 })?.split('\r\n')).toMatchInlineSnapshot(`
      [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Seoul",
        "BEGIN:STANDARD",
        "DTSTART:20210101T000000",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0900",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
      ]
    `);
    expect(writeTimeZone('Europe/Zurich', { first: 2022, last: 2022 })?.split('\r\n')).toMatchInlineSnapshot(`
      [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Zurich",
        "BEGIN:STANDARD",
        "DTSTART:20211031T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20210328T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
        "",
      ]
    `);
  });

  it('gives ical.js the right instants on both sides of a transition', () => {
    const text = writeTimeZone('America/New_York', { first: 2022, last: 2022 }) ?? '';
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text) as unknown[]));
    const instant = (time: string) => {
      const local = ICAL.Time.fromDateTimeString(time);
      local.zone = zone;
      return local.toUnixTime();
    };
    expect(instant('2022-03-13T01:59:59')).toBe(Date.UTC(2022, 2, 13, 6, 59, 59) / 1000);
    expect(instant('2022-03-13T03:00:00')).toBe(Date.UTC(2022, 2, 13, 7) / 1000);
    expect(instant('2022-11-06T00:59:59')).toBe(Date.UTC(2022, 10, 6, 4, 59, 59) / 1000);
    expect(instant('2022-11-06T02:00:00')).toBe(Date.UTC(2022, 10, 6, 7) / 1000);
  });

  it('is undefined for UTC, for irregular zones, and for a year in which a rule ends', () => {
    const write = (zone: string, first: number, last = first) => writeTimeZone(zone, { first, last });
    expect(write('UTC', 2022)).toBeUndefined();
    for (const year of years)
      if (year < 2026) expect(write('Africa/Casablanca', year), String(year)).toBeUndefined();
    for (const year of [2024, 2025, 2026]) expect(write('Asia/Gaza', year)).toBeUndefined();
    expect(write('Asia/Almaty', 2024)).toBeUndefined();
    expect(write('America/Mexico_City', 2021, 2023)).toBeUndefined();
    expect(write('America/Mexico_City', 2021, 2022)).toBeDefined();
    expect(write('America/Mexico_City', 2023, 2030)).toBeDefined();
  });
});
