import type { CollectionName } from '../../../../src/model/registry.ts';
import { identify, type Entry, type Library } from '../../../../src/model/entry.ts';
import { compareText } from '../../../../src/model/issue.ts';

/** An entry in two states of the content. */
export interface Pair {
  before: Entry | undefined;
  now: Entry | undefined;
}

/**
 * Finds what has become of each entry of a collection: it has its name still, or the new one that is known, or
 * its file was renamed and says in its fields what it said. What could not be read before is left out.
 * @param edition undefined for what belongs to the whole site
 * @param renamed names that were given up, by those that stand for the same now
 */
export function pairEntries(
  collection: CollectionName,
  edition: string | undefined,
  [before, now]: readonly [Library, Library],
  renamed: ReadonlyMap<string, string> = new Map(),
): Pair[] {
  const unread = new Set(before.unreadable.map((each) => identify(each)));
  const listOf = (library: Library) =>
    (library.originals[collection] as Entry[])
      .filter((entry) => entry.edition === edition && !unread.has(identify(entry)))
      .sort((a, b) => compareText(a.id, b.id));
  const open = new Map(listOf(before).map((entry) => [entry.id, entry]));
  const own = listOf(now);
  const take = (entry: Entry | undefined) => {
    if (entry) open.delete(entry.id);
    return entry;
  };
  const named = own.map((entry): Pair => ({
    before: take(open.get(renamed.get(entry.id) ?? entry.id)),
    now: entry,
  }));
  const pairs = named.map((pair): Pair => {
    if (pair.before || !pair.now) return pair;
    const text = JSON.stringify(pair.now.data);
    const same = [...open.values()].find((entry) => JSON.stringify(entry.data) === text);
    return { ...pair, before: take(same) };
  });
  return [...pairs, ...[...open.values()].map((entry): Pair => ({ before: entry, now: undefined }))];
}
