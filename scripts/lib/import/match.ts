import { dayOf } from '../../../src/model/date.ts';
import { findNearest } from '../../../src/model/nearest.ts';
import { compareText } from '../../../src/model/issue.ts';
import type { Draft } from './draft.ts';
import type { Existing } from './existing.ts';
import { isSameName, plainName } from './text.ts';

type Fits = (draft: Draft, entry: Existing) => boolean;

/**
 * Finds for each row the entry that it means, and adds to the troubles of a row what only a person can decide: a
 * second row for one entry, or a new entry that is much like one that no row stands for. Once the rows are written,
 * it finds the same again: what a row is to change of an entry is no longer what other rows find it by.
 */
export function matchDrafts(drafts: readonly Draft[], existing: readonly Existing[]): Map<Draft, Existing> {
  const found = new Map<Draft, Existing>();
  const owners = new Map<Existing, Draft>();
  const twins = listTwins(drafts);
  const open = () => drafts.filter((draft) => !found.has(draft) && !twins.has(draft));
  const left = () => existing.filter((entry) => !owners.has(entry));
  const claim = (draft: Draft, entry: Existing | undefined) => {
    if (!entry) return;
    owners.set(entry, draft);
    found.set(draft, entry);
  };
  /** Gives each row the first entry that fits. One that another row has makes it a second one. */
  const claimBy = (fits: Fits) => {
    for (const draft of open()) {
      claim(
        draft,
        left().find((entry) => fits(draft, entry)),
      );
      const had = [...owners].find(([entry, owner]) => fits(draft, foresee(entry, owner)));
      if (found.has(draft) || !had) continue;
      refuseSecond(draft, had[1], had[0].id);
      found.set(draft, had[0]);
    }
  };
  claimBy(({ keys }, { id }) => keys.id === id);
  claimBy(({ row }, { origin }) => row.origin !== undefined && isSameOrigin(row.origin, origin));
  for (const [draft, entry] of alignSeries(open(), left())) claim(draft, entry);
  claimBy(({ keys }, { only }) => keys.only !== undefined && keys.only === only);
  claimBy((draft, entry) => isNamed(draft, entry) && draft.keys.start === entry.start);
  for (const draft of open())
    claim(
      draft,
      left().find((entry) => isNamed(draft, entry) && isSameDay(draft.keys.start, entry.start)),
    );
  // What has another day is the same still if there is no other with that name, here or there.
  for (const draft of open()) {
    const [entry, ...others] = left().filter((each) => isNamed(draft, each));
    const rivals = open().filter((other) => other !== draft && entry && isNamed(other, entry));
    if (others.length === 0 && rivals.length === 0) claim(draft, entry);
  }
  for (const draft of open()) askAlike(draft, left());
  for (const [draft, first] of twins) {
    const entry = found.get(first);
    const { id, only, name = '' } = draft.keys;
    const { uid } = draft.row.origin ?? {};
    refuseSecond(draft, first, uid === undefined ? (entry?.id ?? id ?? only ?? `“${name}”`) : `UID ${uid}`);
    if (entry) found.set(draft, entry);
  }
  return found;
}

/** The rows that say the same thing as an earlier one, each with that one. */
function listTwins(drafts: readonly Draft[]): Map<Draft, Draft> {
  return new Map(
    drafts.flatMap((draft, index) => {
      const first = drafts.slice(0, index).find((other) => isTwin(draft, other));
      return first ? [[draft, first]] : [];
    }),
  );
}

/** An entry as other rows find it once its own row is written. */
function foresee(entry: Existing, { keys, fields, row, troubles }: Draft): Existing {
  if (troubles.length > 0) return entry;
  const { start = entry.start, only = entry.only } = keys;
  // Prize money has a name too, though it is its place by which it is found.
  const [name] = ['name', 'title'].map((field) => fields[field]).filter((each) => typeof each === 'string');
  const time = entry.start?.slice('2022-03-04'.length) ?? '';
  return {
    ...entry,
    names: name === undefined || hasName(name, entry.names) ? entry.names : [name, ...entry.names.slice(1)],
    // A row that says a day alone leaves the time as it is.
    start: start?.includes('T') === false ? start + time : start,
    only,
    origin: row.origin ?? entry.origin,
  };
}

const isSameOrigin = (one: { uid: string; day?: string | undefined }, other: typeof one | undefined) =>
  one.uid === other?.uid && one.day === other.day;

/** The events of a series that was moved as a whole, each with the one that stood in its place. */
function alignSeries(drafts: readonly Draft[], left: readonly Existing[]): [Draft, Existing | undefined][] {
  const series = [...Map.groupBy(drafts, ({ row }) => row.origin?.uid)];
  return series.flatMap(([uid, members]) => {
    const known = left
      .filter(({ origin }) => uid !== undefined && origin?.uid === uid)
      .toSorted((a, b) => compareText(a.start ?? '', b.start ?? ''));
    return members
      .toSorted((a, b) => compareText(a.keys.start ?? '', b.keys.start ?? ''))
      .map((draft, index): [Draft, Existing | undefined] => [draft, known[index]]);
  });
}

/** Whether a row that says no id has the name of an entry, and neither is known to come from elsewhere. */
const isNamed: Fits = ({ keys: { id, name }, row }, { names, origin }) =>
  id === undefined && !(row.origin && origin) && hasName(name, names);

const hasName = (name: string | undefined, names: readonly string[]) =>
  name !== undefined && names.some((each) => isSameName(each, name));

const isSameDay = (one: string | undefined, other: string | undefined) =>
  one === undefined || other === undefined ? one === other : dayOf(one) === dayOf(other);

/** Whether two rows say the same thing, so that they would make it twice. */
function isTwin({ keys, row }: Draft, { keys: other, row: { origin } }: Draft): boolean {
  if (row.origin) return isSameOrigin(row.origin, origin);
  if (keys.id !== undefined && other.id !== undefined) return keys.id === other.id;
  if (keys.only !== undefined) return keys.only === other.only;
  return hasName(keys.name, [other.name ?? '']) && keys.start === other.start;
}

function refuseSecond({ row, troubles }: Draft, first: Draft, what: string): void {
  troubles.push({
    place: row.place,
    why: `This is ${what}, and so is ${first.row.place}.`,
    fix: 'Delete one of the two, or write what tells them apart.',
  });
}

/**
 * A new entry that is much like one that no row stands for may be that one: only a person can know. One of the very
 * name has to be told apart before anything is written: if one of two such rows is left out, the next import would
 * take the other for the entry.
 */
function askAlike(draft: Draft, left: readonly Existing[]): void {
  const { keys, row, newId, troubles, notes } = draft;
  const { id, name = '', start } = keys;
  const shares = ({ start: other }: Existing) => start === undefined || isSameDay(start, other);
  const isSameTime = ({ start: other }: Existing) => start?.includes('T') === true && start === other;
  const named = left.find((entry) => isNamed(draft, entry));
  const alike =
    named ??
    left.find((entry) =>
      id === undefined
        ? isSameTime(entry) || (shares(entry) && isNear(name, entry.names))
        : shares(entry) && hasName(name, entry.names),
    );
  const near = alike ?? left.find((entry) => id === undefined && isNear(name, entry.names));
  if (!near) return;
  const how = named
    ? 'named like'
    : isNear(name, near.names) || hasName(name, near.names)
      ? 'much like'
      : 'held at the same time as';
  const what = `it is ${how} ${near.id} (“${near.names[0] ?? ''}”), which nothing else in the file stands for`;
  const ownId = newId === near.id ? `${newId}-${start === undefined ? 2 : dayOf(start)}` : newId;
  const isAsked = row.origin ? named !== undefined : alike !== undefined;
  if (!isAsked) {
    const how = row.origin ? 'give both one title' : `write ${near.id} in a column "id"`;
    notes.push(`It is new, and ${what}. If it is the same, ${how}.`);
    return;
  }
  troubles.push({
    place: row.place,
    value: name,
    why: `This would be new, and ${what}.`,
    fix: row.origin
      ? `If it is the same, write its day in ${near.file} first. If it is another one, give one of the two a title of its own.`
      : `If it is the same, write ${near.id} in a column "id". If it is another one, write an id of its own there${ownId === undefined ? '' : `, such as ${ownId}`}.`,
  });
}

/** Whether a name is nearly one of others. Names that differ in a number, as Workshop 1 and 2, are different. */
function isNear(name: string, names: readonly string[]): boolean {
  const digits = (text: string) => text.match(/\d+/g)?.join(' ');
  return names.some(
    (each) => digits(each) === digits(name) && findNearest(plainName(name), [plainName(each)]) !== undefined,
  );
}
