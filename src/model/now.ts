import { daysBetween, type PlainDate } from './date.ts';

/** A stretch of the programme with its name: a week. */
export interface NamedSpan {
  start: PlainDate;
  end: PlainDate;
  name: string;
}

/** Where the programme stands on a day. */
export type Now =
  | { state: 'before'; days: number }
  | { state: 'week'; name: string; day: number }
  | { state: 'between'; next: string; days: number }
  /** Its last week is over, and it is not. */
  | { state: 'running' }
  | { state: 'after' };

/**
 * Says where a programme stands on a day of its own zone.
 * @param today the day in the programme's zone
 * @param spans the weeks that are held, first to last
 */
export function describeNow(
  today: PlainDate,
  programme: { start: PlainDate; end: PlainDate },
  spans: readonly NamedSpan[],
): Now {
  if (today < programme.start) return { state: 'before', days: daysBetween(today, programme.start) };
  if (today > programme.end) return { state: 'after' };
  const current = spans.find(({ start, end }) => start <= today && today <= end);
  if (current) return { state: 'week', name: current.name, day: daysBetween(current.start, today) + 1 };
  const next = spans.find(({ start }) => start > today);
  return next
    ? { state: 'between', next: next.name, days: daysBetween(today, next.start) }
    : { state: 'running' };
}

/** The day that it is in a zone at an instant. */
export function dayInZone(instant: Date, zone: string): PlainDate {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
