import { limits } from '../../../src/model/limits.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

/** Days and times of a text, apart. */
export interface ClockText {
  /** The text without its times. */
  days: string;
  /** Times of day as 15:00: none, the first alone, or first and last. */
  times: string[];
  /** The offset from UTC in minutes that is named beside them, as in UTC+9 or KST. */
  offset: number | undefined;
}

/** Offsets from UTC in hours by abbreviation: those in use for one offset only. */
const zoneHours = new Map(
  Object.entries(vocabulary.zones).flatMap(([hours, zones]) =>
    zones.split(', ').map((zone) => [zone, Number(hours)]),
  ),
);
const zonePattern = new RegExp(
  `\\(?\\b(${[...zoneHours.keys()].join('|')})\\b(?:\\s*([+-])\\s*(\\d{1,2}):?(\\d{2})?)?\\)?`,
);
const timePattern = /(?<![\d:.])(\d{1,2})(?::(\d{2})(?!\d)\s*([ap]m\b)?|\s*([ap]m)\b)/gi;
const rangePattern =
  /(?<![\d:./-])(\d{1,2})(?::(\d{2}))?\s*([ap]m\b)?\s*(?:[-~〜–—−]|\bto\b)\s*(\d{1,2})(?::(\d{2}))?(?![\d:./])\s*([ap]m\b)?/gi;

/** Finds the times of day in a text: 15:00-16:45, 3-4:45 pm, 오후 3시 30분, and the zone beside them. */
export function parseClock(text: string): ClockText {
  if (text.length > limits.dateLength) return { days: text, times: [], offset: undefined };
  const whole = normaliseTimes(text);
  const zone = zonePattern.exec(whole);
  const plain = zone ? whole.replace(zone[0], ' ') : whole;
  const [, name = '', sign, hours = 0, minutes = 0] = zone ?? [];
  const added = Number(hours) * 60 + Number(minutes);
  const range = [...plain.matchAll(rangePattern)]
    .map((match) => ({ match, times: parseRange(match) }))
    .find(({ times }) => times.length > 0);
  const matches = range ? [range.match] : [...plain.matchAll(timePattern)];
  const times = range?.times ?? matches.flatMap(([, h, m, half, alone]) => formatTime(h, m, half ?? alone));
  const days = matches.reduceRight(
    (rest, { 0: found, index }) => `${rest.slice(0, index)} ${rest.slice(index + found.length)}`,
    plain,
  );
  return {
    days: days.replace(/^[\s,;~–-]+|[\s,;~–@-]+$/g, ''),
    times: times.slice(0, 2),
    offset: zone === null ? undefined : (zoneHours.get(name) ?? 0) * 60 + (sign === '-' ? -added : added),
  };
}

/** Whether a text is a time of day without a day. */
export function isTimeOnly(text: string): boolean {
  const { times, days } = parseClock(text);
  return times.length > 0 && days === '';
}

/** Writes every time as 3:30 pm or 15:30. */
function normaliseTimes(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^(\s*\d{4}-\d{2}-\d{2})T(?=\d)/, '$1 ')
    .replaceAll(/(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?/g, '$1')
    .replaceAll(/(\d{1,2})\s*시\s*반/g, '$1:30')
    .replaceAll(
      /(\d{1,2})\s*시(?:\s*(\d{1,2})\s*분)?/g,
      (_, hour: string, minute = '') => `${hour}:${String(minute).padStart(2, '0')}`,
    )
    .replaceAll(/오전\s*(\d{1,2}(?::\d{2})?)/g, '$1 am')
    .replaceAll(/(?:오후|낮)\s*(\d{1,2}(?::\d{2})?)/g, '$1 pm')
    .replaceAll(/(\d{1,2})h(\d{2})\b/gi, '$1:$2')
    .replaceAll(/\b([ap])\.\s?m\.?/gi, '$1m');
}

/** First and last time of a range, or none. What stands at one end alone, such as pm, holds for both. */
function parseRange([, h, m, half, toH, toM, toHalf]: RegExpExecArray): string[] {
  const isClock = half !== undefined || toHalf !== undefined || (m !== undefined && toM !== undefined);
  if (!isClock) return [];
  // 11:00-1:00 pm begins before noon, and am 11-1 ends after it.
  const isLater = Number(h) % 12 > Number(toH) % 12;
  const start = formatTime(h, m, half ?? (toHalf && isLater ? 'am' : toHalf));
  const end = formatTime(toH, toM, toHalf ?? (half && isLater ? 'pm' : half));
  return start.length > 0 && end.length > 0 ? [...start, ...end] : [];
}

/** A time as 15:00, or nothing if clocks show no such time. */
function formatTime(h: string | undefined, m = '00', half?: string): string[] {
  const hour = Number(h);
  const isAfternoon = half?.toLowerCase() === 'pm';
  if (half !== undefined && (hour < 1 || hour > 12) && !(isAfternoon && hour < 24)) return [];
  const clock = half === undefined || hour > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  return clock > 23 || Number(m) > 59 ? [] : [`${String(clock).padStart(2, '0')}:${m}`];
}
