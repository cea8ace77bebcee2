import { dayOf } from '../../../src/model/date.ts';
import { findNearest } from '../../../src/model/nearest.ts';
import { compareText } from '../../../src/model/issue.ts';
import type { Kind } from './columns.ts';
import type { Existing } from './edition.ts';
import type { ParsedRow } from './row.ts';
import { isSameName, normaliseName } from './values.ts';

type IsMatch = (row: ParsedRow, entry: Existing) => boolean;

/**
 * Matches each row to an existing entry: by id, by source event, by its unique key, by name and day, then by name
 * alone. What only a person can decide becomes an error of the row: a second row for one entry, or a new entry that
 * is much like one without a row. After the import the same rows match the same entries.
 */
export function matchRows(
  rows: readonly ParsedRow[],
  entries: readonly Existing[],
): Map<ParsedRow, Existing> {
  const matches = new Map<ParsedRow, Existing>();
  const owners = new Map<Existing, ParsedRow>();
  const duplicates = findDuplicates(rows);
  const openRows = () => rows.filter((row) => !matches.has(row) && !duplicates.has(row));
  const openEntries = () => entries.filter((entry) => !owners.has(entry));
  const match = (row: ParsedRow, entry: Existing | undefined) => {
    if (!entry) return;
    owners.set(entry, row);
    matches.set(row, entry);
  };
  const matchBy = (isMatch: IsMatch) => {
    for (const row of openRows()) {
      const found = openEntries().find((entry) => isMatch(row, entry));
      match(row, found);
    }
  };
  for (const isMatch of [hasId, hasSource]) matchBy(isMatch);
  for (const [row, entry] of alignSeries(openRows(), openEntries())) match(row, entry);
  for (const isMatch of [hasKey, hasNameAndStart]) matchBy(isMatch);
  for (const row of openRows()) {
    const isSame: IsMatch = (...pair) =>
      [hasId, hasSource, hasKey, hasNameAndStart].some((each) => each(...pair));
    const taken = [...owners].find(([entry, owner]) => isSame(row, afterUpdate(entry, owner)));
    if (taken) rejectDuplicate(row, taken[1], taken[0].id);
    if (taken) matches.set(row, taken[0]);
  }
  matchBy((row, entry) => isNamed(row, entry) && isSameDay(row.keys.start, entry.start));
  // On another day it is the same if nothing else has the name.
  for (const row of openRows()) {
    const [entry, ...others] = openEntries().filter((each) => isNamed(row, each));
    const hasRival = openRows().some((other) => other !== row && entry && isNamed(other, entry));
    if (others.length === 0 && !hasRival) match(row, entry);
  }
  for (const row of openRows()) askIfSimilar(row, openEntries());
  for (const [row, first] of duplicates) {
    const entry = matches.get(first);
    const what = entry?.id ?? row.id ?? row.keys.unique ?? `“${row.keys.name ?? ''}”`;
    rejectDuplicate(row, first, row.source ? `UID ${row.source.uid}` : what);
    if (entry) matches.set(row, entry);
  }
  return matches;
}

const hasId: IsMatch = ({ id }, entry) => id === entry.id;
const hasSource: IsMatch = ({ source }, entry) =>
  source !== undefined && source.uid === entry.source?.uid && source.day === entry.source.day;
const hasKey: IsMatch = ({ keys }, { unique }) => keys.unique !== undefined && keys.unique === unique;
const hasNameAndStart: IsMatch = (row, entry) => isNamed(row, entry) && row.keys.start === entry.start;

/** Whether a row without an id has the name of an entry, and they do not come from different source events. */
const isNamed: IsMatch = ({ id, keys, source }, entry) =>
  id === undefined && !(source && entry.source) && hasName(keys.name, entry.names);

const hasName = (name: string | undefined, names: readonly (string | undefined)[]) =>
  name !== undefined && names.some((each) => each !== undefined && isSameName(each, name));

const isSameDay = (one: string | undefined, other: string | undefined) =>
  one === undefined || other === undefined ? one === other : dayOf(one) === dayOf(other);

/** Rows that would make the same entry as an earlier one, each with that one. */
function findDuplicates(rows: readonly ParsedRow[]): Map<ParsedRow, ParsedRow> {
  const isDuplicate = ({ id, keys, source }: ParsedRow, other: ParsedRow): boolean => {
    if (source) return source.uid === other.source?.uid && source.day === other.source.day;
    if (id !== undefined && other.id !== undefined) return id === other.id;
    if (keys.unique !== undefined) return keys.unique === other.keys.unique;
    return hasName(keys.name, [other.keys.name]) && keys.start === other.keys.start;
  };
  const pairs = rows.flatMap((row, index) => {
    const first = rows.slice(0, index).find((other) => isDuplicate(row, other));
    return first ? [[row, first] as const] : [];
  });
  return new Map(pairs);
}

/** An entry with the keys that it has once its row is written. */
function afterUpdate(entry: Existing, { keys, fields, source, errors }: ParsedRow): Existing {
  if (errors.length > 0) return entry;
  const { start = entry.start, unique = entry.unique } = keys;
  const name = fields['name'] ?? fields['title'];
  const isRenamed = typeof name === 'string' && !hasName(name, entry.names);
  // A row with a day alone leaves the time as it is.
  const time = start?.includes('T') === false ? (entry.start ?? '').slice('2022-03-04'.length) : '';
  return {
    ...entry,
    names: isRenamed ? [name, ...entry.names.slice(1)] : entry.names,
    start: start && start + time,
    unique,
    source: source ?? entry.source,
  };
}

/** The events of a series that was moved as a whole, each with the entry in the same position. */
function alignSeries(
  rows: readonly ParsedRow[],
  entries: readonly Existing[],
): [ParsedRow, Existing | undefined][] {
  return [...Map.groupBy(rows, ({ source }) => source?.uid)].flatMap(([uid, members]) => {
    const known = entries
      .filter(({ source }) => uid !== undefined && source?.uid === uid)
      .toSorted((a, b) => compareText(a.start ?? '', b.start ?? ''));
    return members
      .toSorted((a, b) => compareText(a.keys.start ?? '', b.keys.start ?? ''))
      .map((row, index): [ParsedRow, Existing | undefined] => [row, known[index]]);
  });
}

function rejectDuplicate({ place, errors }: ParsedRow, first: ParsedRow, what: string): void {
  errors.push({
    place,
    why: `This is ${what}, and so is ${first.place}.`,
    fix: 'Delete one of the two, or write what tells them apart.',
  });
}

/**
 * Asks about a new entry that is much like one without a row. Of two rows with its very name both are left out: with
 * one of them alone, the next import would take that one for the entry.
 */
function askIfSimilar(row: ParsedRow, entries: readonly Existing[]): void {
  const { id, newId, place, source } = row;
  const { name = '', start } = row.keys;
  const isNear = ({ names }: Existing) => hasSimilarName(name, names);
  const isOnDay = (entry: Existing) => start === undefined || isSameDay(start, entry.start);
  const isSameTime = (entry: Existing) => start?.includes('T') === true && start === entry.start;
  const isSimilar = (entry: Existing) =>
    id === undefined
      ? isSameTime(entry) || (isOnDay(entry) && isNear(entry))
      : isOnDay(entry) && hasName(name, entry.names);
  const named = entries.find((entry) => isNamed(row, entry));
  const similar = named ?? entries.find(isSimilar);
  const found = similar ?? entries.find((entry) => id === undefined && isNear(entry));
  if (!found) return;
  const isAlike = isNear(found) || hasName(name, found.names);
  const how = named ? 'named like' : isAlike ? 'much like' : 'held at the same time as';
  const what = `it is ${how} ${found.id} (“${found.names[0] ?? ''}”), which nothing else in the file stands for`;
  const write = `write ${found.id} in a column "id"`;
  if (!(source ? named : similar)) {
    row.notes.push(`It is new, and ${what}. If it is the same, ${source ? 'give both one title' : write}.`);
    return;
  }
  const ownId = newId === found.id ? `${newId}-${start === undefined ? 2 : dayOf(start)}` : newId;
  const example = ownId === undefined ? '' : `, such as ${ownId}`;
  const fix = source
    ? `If it is the same, write its day in ${found.file} first. If it is another one, give one of the two a title of its own.`
    : `If it is the same, ${write}. If it is another one, write an id of its own there${example}.`;
  row.errors.push({ place, value: name, why: `This would be new, and ${what}.`, fix });
}

/** Whether a name is nearly one of others. Names that differ in a number, as Workshop 1 and 2, are different. */
function hasSimilarName(name: string, names: readonly string[]): boolean {
  const numbers = (text: string) => text.match(/\d+/g)?.join(' ');
  return names.some(
    (each) =>
      numbers(each) === numbers(name) &&
      findNearest(normaliseName(name), [normaliseName(each)]) !== undefined,
  );
}

/**
 * Assigns each new entry an id that is free: its own, else that of its name, with the day if several events have the
 * name, and with a number if even that is taken.
 * @param rows all rows: the id that one of them says is free for no other, even if that row has errors
 */
export function assignIds(
  added: readonly ParsedRow[],
  rows: readonly ParsedRow[],
  kind: Kind,
  entries: readonly Existing[],
): Map<ParsedRow, string> {
  const taken = new Set(entries.map(({ id }) => id));
  const stated = new Set(rows.map(({ id }) => id));
  const ids = new Map<ParsedRow, string>();
  for (const row of added) {
    const { name } = row.keys;
    const isShared =
      row.source?.day !== undefined ||
      added.some((other) => other !== row && hasName(name, [other.keys.name])) ||
      entries.some(({ names }) => hasName(name, names));
    const isFree = (id: string) => !taken.has(id) && (id === row.id || !stated.has(id));
    const id = listIds(row, kind, isShared).find(isFree) ?? '';
    taken.add(id);
    ids.set(row, id);
  }
  return ids;
}

function* listIds({ id, keys, newId }: ParsedRow, kind: Kind, isShared: boolean): Generator<string> {
  if (id !== undefined) yield id;
  const stem = newId?.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  const dated = stem !== undefined && keys.start !== undefined ? `${stem}-${dayOf(keys.start)}` : newId;
  if (newId !== undefined && !isShared) yield newId;
  if (dated !== undefined) yield dated;
  const base = (isShared ? dated : newId) ?? kind.replace(/s$/, '');
  for (let number = newId === undefined ? 1 : 2; ; number += 1) yield `${base}-${number}`;
}
