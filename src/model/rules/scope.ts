import { collections, type CollectionName } from '../registry.ts';
import type { Entry, Library } from '../entry.ts';
import { issueAt } from '../entry.ts';
import { findNearest } from '../nearest.ts';
import type { Issue } from '../issue.ts';

/** What the rules need beside the library. */
export interface CheckContext {
  /** The instant of the check, for rules that compare with today. */
  now: Date;
  /** The files of public/, their paths written with slashes between folders and none in front. */
  publicFiles: ReadonlySet<string>;
  /** The languages that the interface has words in. */
  locales: readonly string[];
  /** Whether the site is built for the public. */
  publish?: boolean;
  /** How issues name the content folder. */
  label: string;
}

/** One edition as the rules see it: its entries, and what else can be referred to. */
export interface Scope {
  edition: string;
  programme: Entry<'programmes'> | undefined;
  /** The entries of one collection of this edition, in the order of their ids. */
  entries: <Name extends CollectionName>(collection: Name) => Entry<Name>[];
  /** Ids that a reference may name, those of unreadable files included. */
  ids: (collection: CollectionName) => string[];
}

/** Narrows a library to one edition. */
export function createScope(library: Library, edition: string): Scope {
  const entries = <Name extends CollectionName>(collection: Name) =>
    library.originals[collection].filter((entry) => entry.edition === edition);
  const unreadable = library.unreadable.filter((each) => each.edition === edition);
  return {
    edition,
    programme: entries('programmes')[0],
    entries,
    ids: (collection) => [
      ...entries(collection).map((entry) => entry.id),
      ...unreadable.filter((each) => each.collection === collection).map((each) => each.id),
    ],
  };
}

/** All editions that have at least one file, sorted. */
export function listEditions(library: Library): string[] {
  const all = [...Object.values(library.originals).flat(), ...library.unreadable].map((each) => each.edition);
  return [...new Set(all.filter((edition) => edition !== undefined))].sort();
}

/** Reports a reference to an entry that does not exist. */
export function checkReference(
  scope: Scope,
  entry: Entry,
  field: string,
  collection: CollectionName,
  id: string,
): Issue[] {
  const ids = scope.ids(collection);
  if (ids.includes(id)) return [];
  const nearest = findNearest(id, ids);
  const file = `${collection}/${id}.${collections[collection].ending}`;
  return [
    issueAt(entry, {
      code: 'reference-unknown',
      field,
      value: id,
      allowed: ids,
      message: `There is no "${id}" in ${collection}/.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
      fix: nearest
        ? `Write "${field.split('.').at(-1)}: ${nearest}".`
        : `${ids.length > 0 ? 'Write one of those, or add' : 'Add'} the file ${file} first.`,
    }),
  ];
}

/** Reports every value that occurs a second time. Values that are undefined do not count. */
export function checkUnique<T extends Entry>(
  entries: T[],
  valueOf: (entry: T) => string | number | undefined,
  field: string,
  explain: (first: T, value: string | number) => Pick<Issue, 'code' | 'message' | 'fix'>,
): Issue[] {
  const seen = new Map<string | number, T>();
  return entries.flatMap((entry) => {
    const value = valueOf(entry);
    if (value === undefined) return [];
    const first = seen.get(value);
    if (!first) seen.set(value, entry);
    return first ? [issueAt(entry, { field, value: String(value), ...explain(first, value) })] : [];
  });
}

/** A note on the status is shown with a status other than "scheduled" alone: else it would be said to nobody. */
export function checkStatusNote(entry: Entry<'weeks'> | Entry<'events'>): Issue[] {
  const { status, statusNote } = entry.data;
  if (status !== 'scheduled' || statusNote === undefined) return [];
  return [
    issueAt(entry, {
      code: 'status-note',
      field: 'statusNote',
      message: 'It says why it is not held as planned, and its status is "scheduled".',
      fix: 'Write "status: cancelled" or "status: postponed", or delete "statusNote".',
    }),
  ];
}
