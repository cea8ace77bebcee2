import { valueAt } from '../../../src/model/entry.ts';
import { TZDate } from '@date-fns/tz';
import { formatISO } from 'date-fns/formatISO';
import { dayOf, isWallTime } from '../../../src/model/date.ts';
import { toInstant } from '../../../src/model/timezone.ts';
import type { Context, Draft } from './draft.ts';
import { wordsAt, type Existing } from './existing.ts';
import { isSameName } from './text.ts';
import { guessKind } from './week.ts';

/** Days and times in the form that the entry has: its times of day if the row says none, and its own zone. */
export function fitMoment(
  { fields, hasDaysOnly, row }: Draft,
  entry: Existing,
  { timezone }: Context,
  notes: string[],
): Record<string, unknown> {
  const [start, end] = ['start', 'end'].map((field) => fields[field]);
  const [from, to] = ['start', 'end'].map((field) => valueAt(entry.data, field));
  if (
    typeof start !== 'string' ||
    typeof end !== 'string' ||
    typeof from !== 'string' ||
    typeof to !== 'string'
  )
    return {};
  if (hasDaysOnly && isWallTime(from) && isWallTime(to)) {
    if (dayOf(from) !== start) notes.push(`Its times stay: ${from.slice(11)} to ${to.slice(11)}.`);
    return { start: `${start}${from.slice(10)}`, end: `${end}${to.slice(10)}` };
  }
  const zone = valueAt(entry.data, 'timezone');
  if (!row.origin || typeof zone !== 'string' || zone === timezone || !isWallTime(start)) return {};
  notes.push(`Its times are those of ${zone}, as its file says.`);
  return { start: convertTime(start, timezone, zone), end: convertTime(end, timezone, zone) };
}

/** What the clocks of another zone show at a time. */
function convertTime(time: string, from: string, to: string): string {
  return formatISO(new TZDate(Date.parse(toInstant(time, from)), to)).slice(0, 16);
}

/**
 * The status of an event. Calendars say of each event that it is confirmed: where people have written why one is
 * not held, that is no answer to them.
 */
export function fitStatus(
  { fields, row }: Draft,
  { data }: Existing,
  notes: string[],
): Record<string, unknown> {
  const status = valueAt(data, 'status');
  const reason = valueAt(data, 'statusNote');
  if (!row.origin || fields['status'] !== 'scheduled' || reason === undefined) return {};
  if (status !== undefined) notes.push('Its status stays, for which its file gives a reason.');
  return { status, statusNote: reason };
}

/**
 * The kind of a week, where no column says it: it follows when the row changes what the week is about, and stays as
 * people may have written it by hand otherwise.
 */
export function fitKind(
  { fields, initial }: Draft,
  { data, names }: Existing,
  { kind: collection, isForeign }: Context,
  notes: string[],
): Record<string, unknown> {
  const { title, topic, kind } = fields;
  if (collection !== 'weeks' || kind !== undefined || (title === undefined && topic === undefined)) return {};
  const isSame =
    typeof title === 'string'
      ? names.some((each) => isSameName(each, title))
      : topic === valueAt(data, 'topic');
  const old = wordsAt(data, 'title');
  // A title in another language is not taken over: see `updateItem`.
  const isTranslation =
    typeof title === 'string' && typeof old === 'string' && isForeign(title) && !isForeign(old);
  if (isSame || isTranslation) return {};
  const from = valueAt(data, 'kind');
  if (initial['kind'] !== undefined) return { kind: initial['kind'] };
  // What the old title alone said holds no more, and no break has a topic.
  if (from === guessKind(old).kind || (from === 'break' && topic !== undefined)) return { kind: undefined };
  if (from === 'break')
    notes.push('It stays a break, as its file says. Take "kind: break" away there if it is none.');
  return {};
}
