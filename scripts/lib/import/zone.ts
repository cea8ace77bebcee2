import { TZDate } from '@date-fns/tz';
import { formatISO } from 'date-fns/formatISO';
import ICAL from 'ical.js';
import { isTimeZone, toInstant } from '../../../src/model/timezone.ts';
import type { Reading } from './reading.ts';

/** A day or a time of a calendar, and the zone in which the calendar says it. */
export interface ZonedTime {
  time: ICAL.Time;
  /** The parameter TZID; undefined for days, times in UTC and times without a zone. */
  tzid: string | undefined;
}

/**
 * A day, or a time as the clocks of a zone show it.
 * @param zone the zone (IANA) in which the programme writes its times
 * @param floating the zone of times that have none (RFC 5545, 3.3.5, form 1)
 */
export function toWallTime({ time, tzid }: ZonedTime, zone: string, floating: string): Reading<string> {
  const day = pad(time.year, 4) + '-' + pad(time.month) + '-' + pad(time.day);
  if (time.isDate) return { value: day };
  const written = `${day}T${pad(time.hour)}:${pad(time.minute)}`;
  const named = tzid === undefined ? undefined : findZone(tzid);
  if (time.zone === ICAL.Timezone.utcTimezone) return { value: showAt(Date.parse(`${written}:00Z`), zone) };
  if (named === undefined && tzid !== undefined && time.zone === ICAL.Timezone.localTimezone)
    return {
      why: `Its times are those of a zone "${tzid}", which the file does not describe and nobody knows.`,
      fix: 'Choose a zone by region and city, such as Europe/Zurich, in the calendar, and export it again.',
    };
  // A zone that has no name of its own in the IANA database is described in the file (VTIMEZONE).
  const instant =
    named === undefined && tzid !== undefined
      ? time.toUnixTime() * 1000
      : Date.parse(toInstant(written, named ?? floating));
  return { value: showAt(instant, zone) };
}

/** The zone in which a time is said, as people know it. */
export function nameZone({ time, tzid }: ZonedTime): string | undefined {
  if (time.isDate) return undefined;
  return time.zone === ICAL.Timezone.utcTimezone ? 'UTC' : tzid;
}

/** The IANA name in a TZID, which some programs put a path in front of: /mozilla.org/20050126_1/Asia/Seoul. */
export function findZone(tzid: string): string | undefined {
  return [tzid, tzid.split('/').slice(-2).join('/')].find(isTimeZone);
}

const showAt = (instant: number, zone: string) => formatISO(new TZDate(instant, zone)).slice(0, 16);

const pad = (number: number, length = 2) => String(number).padStart(length, '0');
