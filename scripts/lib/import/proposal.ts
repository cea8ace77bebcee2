import { TZDate } from '@date-fns/tz';
import { formatISO } from 'date-fns/formatISO';
import { editFields } from '../yaml-edit.ts';
import { collections } from '../../../src/model/registry.ts';
import { dayOf, isWallTime } from '../../../src/model/date.ts';
import { valueAt } from '../../../src/model/entry.ts';
import { toInstant } from '../../../src/model/timezone.ts';
import { makeId, nest, writeContentFile } from '../content-file.ts';
import { textAt, writeSourceEvent, type Existing } from './edition.ts';
import { dropEmpty, updatePlaces } from './places.ts';
import { guessWeekKind } from './records.ts';
import type { Context, ParsedRow } from './row.ts';
import { isSameName, tidy } from './values.ts';

/** What is to become of one row: a new file, or one with changes or without. */
export interface Proposal {
  row: ParsedRow;
  id: string;
  /** The file as messages name it. */
  file: string;
  state: 'new' | 'changed' | 'same';
  changes: { field: string; from: unknown; to: unknown }[];
  notes: string[];
  /** The whole file afterwards, and before if it exists. */
  text: string;
  before: string | undefined;
}

/** Fields for visitors, which a translation has in its own language. */
const translatedField =
  /^(?:title|name|activity|statusNote|city|givenBy|body|venues\.\d+\.(?:name|room|address|city))$/;
/** What a new file leaves out, since it is the default. */
const defaults: Record<string, unknown> = { kind: 'week', status: 'scheduled' };
const foreignNote = 'Its words are in Korean, which is not the first language of this site.';

/** Proposes a new file. `folder` is that of the collection, as messages name it. */
export function proposeNew(
  row: ParsedRow,
  id: string,
  { kind, isForeign }: Context,
  folder: string,
): Proposal {
  const { fields, initial, places, keys } = row;
  const venues = [...(places?.sites ?? []), ...(places?.services ?? [])].map(dropEmpty);
  const all = { ...fields, venues: venues.length > 0 ? venues : undefined, ...initial };
  const changes = Object.entries(all)
    .filter(([field, value]) => value != null && value !== defaults[field])
    .map(([field, to]) => ({ field, from: undefined, to }));
  const isTranslated = ({ field, to }: { field: string; to: unknown }) =>
    translatedField.test(field) && typeof to === 'string' && isForeign(to);
  const notes = [...row.notes, ...(changes.some(isTranslated) ? [foreignNote] : [])];
  if (row.id === undefined && keys.name !== undefined && makeId(keys.name) === undefined)
    notes.push(
      `Its name has no Latin letters, so its file is called ${id}. A column "id" can say another name.`,
    );
  const data = nest(Object.fromEntries(changes.map(({ field, to }) => [field, to])));
  const written = writeContentFile(kind, { data, body: row.body, withSentences: false });
  const text = row.source ? writeSourceEvent(written, row.source) : written;
  const file = `${folder}/${id}.${collections[kind].ending}`;
  return { row, id, file, state: 'new', changes, notes, text, before: undefined };
}

/** Proposes what a row changes in an existing entry. Fields that it does not say stay. */
export function proposeUpdate(row: ParsedRow, entry: Existing, context: Context): Proposal {
  const { id, file, text: before } = entry;
  const { isForeign } = context;
  const { source } = row;
  const notes: string[] = [];
  const fields = {
    ...row.fields,
    ...updateTimes(row, entry, context, notes),
    ...updatePlaces(row, entry, context, notes),
    ...updateStatus(row, entry, notes),
    ...updateWeekKind(row, entry, context, notes),
  };
  const changes = Object.entries(fields).flatMap(([field, value]) => {
    const from = valueAt(entry.data, field);
    const to = value ?? undefined;
    if (value === undefined || isSame(from, to) || (from === undefined && to === defaults[field])) return [];
    if (typeof to !== 'string' || !translatedField.test(field)) return [{ field, from, to }];
    if (entry.translations.some((data) => isSame(textAt(data, field), to))) return [];
    if (typeof from === 'string' && isForeign(to) && !isForeign(from)) {
      const translation = file.replace(/\.(\w+)$/, '.ko.$1');
      notes.push(`"${field}" stays “${from}”: “${to}” is a translation. Its place is ${translation}.`);
      return [];
    }
    // Lists write names in capital letters or small ones throughout.
    const isOneCase = (to === to.toUpperCase()) !== (to === to.toLowerCase());
    if (typeof from === 'string' && isSameName(from, to) && isOneCase) {
      notes.push(`"${field}" stays “${from}”: “${to}” differs from it in capital letters only.`);
      return [];
    }
    if (isForeign(to) && !notes.includes(foreignNote)) notes.push(foreignNote);
    return [{ field, from, to }];
  });
  const edited =
    editFields(before, Object.fromEntries(changes.map(({ field, to }) => [field, to]))) ?? before;
  const text = source ? writeSourceEvent(edited, source) : edited;
  if (entry.hasBody && row.body && !text.includes(row.body))
    notes.push('Its text stays as it is in the file.');
  const state = text === before ? 'same' : 'changed';
  // What is known of the row alone was said when the entry was new.
  const all = state === 'same' ? notes : [...row.notes, ...notes];
  return { row, id, file, state, changes, notes: all, text, before };
}

/** Whether two values are the same, but for spaces and the Unicode form of texts. */
function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => (typeof value === 'string' ? tidy(value) : JSON.stringify(value));
  return plain(one) === plain(other);
}

/** Keeps times of day if the row has none, and writes times of a calendar in the zone of the entry. */
function updateTimes(
  { fields, hasDaysOnly, source }: ParsedRow,
  { data }: Existing,
  { timezone }: Context,
  notes: string[],
): Record<string, unknown> {
  const { start, end } = fields;
  const [from, to, zone] = [valueAt(data, 'start'), valueAt(data, 'end'), valueAt(data, 'timezone')];
  if (typeof start !== 'string' || typeof from !== 'string' || end === null) return {};
  const oldEnd = typeof to === 'string' ? to : undefined;
  const newEnd = typeof end === 'string' ? end : undefined;
  if (hasDaysOnly && isWallTime(from)) {
    const times = [from, ...(oldEnd ? [oldEnd] : [])].map((time) => time.slice(11));
    if (dayOf(from) !== start) notes.push(`Its times stay: ${times.join(' to ')}.`);
    return {
      start: `${start}${from.slice(10)}`,
      end: oldEnd && `${newEnd ?? start}${oldEnd.slice(10)}`,
    };
  }
  // A single day needs no end.
  if (oldEnd === undefined && newEnd === start) return { end: undefined };
  const isConverted = source && typeof zone === 'string' && zone !== timezone && isWallTime(start);
  if (isConverted) notes.push(`Its times are those of ${zone}, as its file says.`);
  const convert = (time: string) =>
    isConverted ? formatISO(new TZDate(Date.parse(toInstant(time, timezone)), zone)).slice(0, 16) : time;
  const times = { start: convert(start), end: newEnd && convert(newEnd) };
  if (newEnd !== undefined || oldEnd === undefined || times.start === from) return times;
  notes.push('Its end is open now, since the row has a new beginning and no end.');
  return { ...times, end: null };
}

/** Calendars confirm every event: that does not undo a status for which people have written a reason. */
function updateStatus(
  { fields, source }: ParsedRow,
  { data }: Existing,
  notes: string[],
): Record<string, unknown> {
  const [status, reason] = [valueAt(data, 'status'), valueAt(data, 'statusNote')];
  if (!source || fields['status'] !== 'scheduled' || reason === undefined) return {};
  if (status !== undefined) notes.push('Its status stays, for which its file gives a reason.');
  return { status, statusNote: reason };
}

/** The kind of a week without a column for it follows a new title or topic; else what people wrote stays. */
function updateWeekKind(
  { fields, initial }: ParsedRow,
  { data, names }: Existing,
  { kind: collection, isForeign }: Context,
  notes: string[],
): Record<string, unknown> {
  const { title, topic } = fields;
  if (collection !== 'weeks' || fields['kind'] !== undefined) return {};
  if (typeof title !== 'string' && typeof topic !== 'string') return {};
  const oldTitle = textAt(data, 'title');
  const isTitle = typeof title === 'string';
  const isUnchanged = isTitle
    ? names.some((each) => isSameName(each, title))
    : topic === valueAt(data, 'topic');
  // A title in another language is not taken over: see `proposeUpdate`.
  const isTranslation = isTitle && typeof oldTitle === 'string' && isForeign(title) && !isForeign(oldTitle);
  if (isUnchanged || isTranslation) return {};
  if (initial['kind'] !== undefined) return { kind: initial['kind'] };
  const from = valueAt(data, 'kind');
  // A break has no topic, and a kind that only the old title gave goes with it.
  if (from === guessWeekKind(oldTitle) || (from === 'break' && typeof topic === 'string'))
    return { kind: null };
  if (from === 'break')
    notes.push('It stays a break, as its file says. Take "kind: break" away there if it is none.');
  return {};
}
