import { TZDate, tzOffset } from '@date-fns/tz';
import { lookupViaCity } from 'city-timezones';
import { formatISO } from 'date-fns/formatISO';
import type { PlainDate, WallTime } from './date.ts';
import { findNearest } from './nearest.ts';

/**
 * Says whether a name is a time zone of the IANA database, as Intl knows it, in its capital letters:
 * Intl takes any case, calendar programs do not.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // An older name, such as Asia/Calcutta or Asia/Kolkata, resolves to its other one.
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/** All names that Intl lists, sorted, with UTC. */
export function listTimeZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}

/**
 * Suggests a zone for a wrong name: the zone of the city in it, else the nearest spelling, else undefined.
 * The cities come from city-timezones, since Intl knows only those that zones are named after: it cannot
 * tell that Europe/Geneva should be Europe/Zurich.
 */
export function suggestTimeZone(name: string): string | undefined {
  const [area, city = area ?? ''] = name.split('/').slice(-2);
  // Whatever the library's types say, it knows no zone of some places, such as Vostok.
  const zones = lookupViaCity(city.replaceAll('_', ' '))
    .map(({ timezone }) => timezone as string | null)
    .filter((zone) => zone !== null);
  const ofCity = zones.find((zone) => zone.startsWith(`${area}/`)) ?? zones[0];
  return ofCity ?? findNearest(name, listTimeZones());
}

/** The day that the calendars of a zone show at an instant. */
export function dayAt(instant: Date, zone: string): PlainDate {
  return formatISO(new TZDate(instant.getTime(), zone), { representation: 'date' });
}

/** The instant of a wall-clock time in a zone, in UTC: `2022-02-23T06:00:00Z`. */
export function toInstant(time: WallTime, zone: string): string {
  return new Date(zoned(time, zone).getTime()).toISOString().replace('.000Z', 'Z');
}

/**
 * Says whether the clocks of a zone never show a wall-clock time, because they jump over it when
 * summer time begins. Then gives the time that they show instead, else undefined.
 */
export function findSkippedTime(time: WallTime, zone: string): WallTime | undefined {
  const shown = formatISO(zoned(time, zone)).slice(0, 16);
  return shown === time ? undefined : shown;
}

/**
 * Lists the instants, in UTC, at which the clocks of a zone show a wall-clock time: two in the hour that is repeated
 * when summer time ends, none in the one that is skipped.
 */
export function listInstants(time: WallTime, zone: string): string[] {
  const wall = Date.parse(`${time}:00Z`);
  const day = 24 * 60 * 60_000;
  const offsets = new Set([wall - day, wall + day].map((at) => tzOffset(zone, new Date(at))));
  return [...offsets]
    .filter((offset) => tzOffset(zone, new Date(wall - offset * 60_000)) === offset)
    .map((offset) => new Date(wall - offset * 60_000).toISOString().replace('.000Z', 'Z'))
    .sort();
}

function zoned(time: WallTime, zone: string): TZDate {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = time.split(/[-T:]/).map(Number);
  return new TZDate(year, month - 1, day, hour, minute, zone);
}
