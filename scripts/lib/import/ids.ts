import { dayOf } from '../../../src/model/date.ts';
import type { Kind } from './columns.ts';
import type { Draft } from './draft.ts';
import type { Existing } from './existing.ts';
import { isSameName } from './text.ts';

/**
 * Gives each new entry an id that nothing has yet: its own, else that of its name, with the day behind it where
 * several events bear that name, and a number where even that is taken. From then on it stays.
 * @param added the rows that become new entries
 * @param drafts all rows: an id that one of them says is for that one alone, also if it cannot be placed yet
 */
export function giveIds(
  added: readonly Draft[],
  drafts: readonly Draft[],
  kind: Kind,
  existing: readonly Existing[],
): Map<Draft, string> {
  const taken = new Set(existing.map(({ id }) => id));
  const said = new Set(drafts.map(({ keys }) => keys.id));
  const ids = new Map<Draft, string>();
  for (const draft of added) {
    const { name } = draft.keys;
    const isShared =
      draft.row.origin?.day !== undefined ||
      added.some((other) => other !== draft && bearsName(other.keys.name, name)) ||
      existing.some(({ names }) => names.some((each) => bearsName(each, name)));
    const free =
      listIds(draft, kind, isShared).find(
        (id) => !taken.has(id) && (id === draft.keys.id || !said.has(id)),
      ) ?? '';
    taken.add(free);
    ids.set(draft, free);
  }
  return ids;
}

const bearsName = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && isSameName(one, other);

function* listIds({ keys, newId }: Draft, kind: Kind, isShared: boolean): Generator<string> {
  if (keys.id !== undefined) yield keys.id;
  const dated =
    newId !== undefined && keys.start !== undefined
      ? `${newId.replace(/-\d{4}-\d{2}-\d{2}$/, '')}-${dayOf(keys.start)}`
      : newId;
  if (newId !== undefined && (!isShared || newId === dated)) yield newId;
  if (dated !== undefined && dated !== newId) yield dated;
  const base = (isShared ? dated : newId) ?? kind.replace(/s$/, '');
  for (let number = newId === undefined ? 1 : 2; ; number += 1) yield `${base}-${number}`;
}
