import { valueAt } from '../../../src/model/entry.ts';
import { editFields } from '../yaml-edit.ts';
import { collections } from '../../../src/model/registry.ts';
import { makeId, nest, writeContentFile } from '../content-file.ts';
import type { Context, Draft } from './draft.ts';
import { dropEmpty } from './venue.ts';
import { wordsAt, type Existing } from './existing.ts';
import { fitKind, fitMoment, fitStatus } from './fit.ts';
import { fitPlaces } from './fit-place.ts';
import { writeOrigin } from './origin.ts';
import { isSameName, tidy } from './text.ts';

/** What becomes of one row. */
export interface Item {
  draft: Draft;
  id: string;
  /** How messages name the file. */
  file: string;
  state: 'new' | 'changed' | 'same';
  changes: { field: string; from: unknown; to: unknown }[];
  notes: string[];
  /** All of the file as it is to be, and as it is now, if it is there. */
  text: string;
  before: string | undefined;
}

/** A new file for a row that no entry stands for. */
export function makeItem(draft: Draft, id: string, { kind, isForeign }: Context, folder: string): Item {
  const { fields, initial, where, body, row } = draft;
  const venues = where?.venues ?? [];
  const hasForeign = Object.entries(fields).some(
    ([field, value]) => wordField.test(field) && typeof value === 'string' && isForeign(value),
  );
  const isNamed = draft.keys.id !== undefined || draft.keys.name === undefined || makeId(draft.keys.name);
  const notes = [
    ...draft.notes,
    ...(hasForeign ? [foreignNote] : []),
    ...(isNamed
      ? []
      : [`Its name has no Latin letters, so its file is called ${id}. A column "id" can say another name.`]),
  ];
  const said: Record<string, unknown> = {
    ...fields,
    ...(venues.length > 0 ? { venues: venues.map(dropEmpty) } : {}),
    ...initial,
  };
  const changes = Object.entries(said)
    .filter(([field, value]) => value !== undefined && value !== defaults[field])
    .map(([field, to]) => ({ field, from: undefined, to }));
  const data = nest(Object.fromEntries(changes.map(({ field, to }) => [field, to])));
  const written = writeContentFile(kind, { data, body, withSentences: false });
  const text = row.origin ? writeOrigin(written, row.origin) : written;
  const file = `${folder}/${id}.${collections[kind].ending}`;
  return { draft, id, file, state: 'new', changes, notes, text, before: undefined };
}

const foreignNote = 'Its words are in Korean, which is not the first language of this site.';

/** What is left out of a new file, since it goes without saying. */
const defaults: Record<string, unknown> = { kind: 'week', status: 'scheduled' };

/** What a row changes in an entry that is there. Fields that it does not say stay. */
export function updateItem(draft: Draft, entry: Existing, context: Context): Item {
  const { isForeign } = context;
  const { id, file, text: before } = entry;
  const notes: string[] = [];
  const fields = { ...draft.fields, ...fitMoment(draft, entry, context, notes) };
  Object.assign(fields, fitPlaces(draft, entry, context, notes), fitStatus(draft, entry, notes));
  Object.assign(fields, fitKind(draft, entry, context, notes));
  const changes = Object.entries(fields).flatMap(([field, to]) => {
    const from = valueAt(entry.data, field);
    if (isSame(from, to) || (from === undefined && to === defaults[field])) return [];
    const words = typeof to === 'string' && wordField.test(field);
    if (words && entry.translations.some((data) => isSame(wordsAt(data, field), to))) return [];
    if (words && typeof from === 'string' && isForeign(to) && !isForeign(from)) {
      notes.push(
        `"${field}" stays “${from}”: “${to}” is a translation. Its place is ${nameTranslation(file)}.`,
      );
      return [];
    }
    if (words && typeof from === 'string' && isSameName(from, to) && isShouted(to)) {
      notes.push(`"${field}" stays “${from}”: “${to}” differs from it in capital letters only.`);
      return [];
    }
    if (words && isForeign(to) && !notes.includes(foreignNote)) notes.push(foreignNote);
    return [{ field, from, to }];
  });
  const edited = editFields(before, Object.fromEntries(changes.map(({ field, to }) => [field, to])));
  const withOrigin =
    draft.row.origin && edited !== undefined ? writeOrigin(edited, draft.row.origin) : edited;
  const text = withOrigin ?? before;
  if (entry.hasBody && draft.body !== undefined && !text.includes(draft.body))
    notes.push('Its text stays as it is in the file.');
  const item = { draft, id, file, changes, text, before };
  // What there is to know about something new was known when it came.
  return text === before
    ? { ...item, state: 'same', notes }
    : { ...item, state: 'changed', notes: [...draft.notes, ...notes] };
}

/** Fields that hold words for visitors, which a translation has in its own language. */
const wordField =
  /^(?:title|name|activity|statusNote|city|givenBy|body|venues\.\d+\.(?:name|room|address|city))$/;

const nameTranslation = (file: string) => file.replace(/\.(\w+)$/, '.ko.$1');

/** Whether a text is in capital letters, or in small ones, from beginning to end. */
const isShouted = (text: string) => (text === text.toUpperCase()) !== (text === text.toLowerCase());

/** Says whether two values say the same: texts may differ in spaces and in how letters are put together. */
function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    typeof value === 'string' ? tidy(value) : value === undefined ? undefined : JSON.stringify(value);
  return plain(one) === plain(other);
}
