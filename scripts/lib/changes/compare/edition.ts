import { feedAddressOf } from '../../../../src/model/address.ts';
import { collections, editionCollections, type CollectionName } from '../../../../src/model/registry.ts';
import { identify, type Entry } from '../../../../src/model/entry.ts';
import { addressOfEntry } from '../../../../src/model/page-index.ts';
import { compareAddresses } from './address.ts';
import { compareCalendar, findCalendar, type EditionContext } from './calendar.ts';
import { compareEntries, shorten } from './facts.ts';
import { pairEntries, type Pair } from './pair.ts';
import type { State } from './state.ts';
import type { AddressChange, DatedChange, UndatedChange, UndatedKind } from '../report-data.ts';
import { isText } from '../../../../src/model/text.ts';

/** What an edition has beside weeks and events, in the order in which a report tells it. */
const undated = editionCollections
  .filter((name) => name !== 'weeks' && name !== 'events')
  .map((name): [UndatedKind, CollectionName] => [collections[name].noun, name]);

/** What becomes of an edition that visitors saw and see, and the names that its files had before. */
export interface EditionChanges {
  visitors: (DatedChange | UndatedChange)[];
  addresses: AddressChange[];
  /** Names before by names now, as `identify` gives them. */
  renamed: ReadonlyMap<string, string>;
}

/** Compares an edition that visitors see in both states. */
export function compareEdition(context: EditionContext): EditionChanges {
  const { edition, states } = context;
  const libraries = [states[0].library, states[1].library] as const;
  const pairsOf = (collection: CollectionName) => pairEntries(collection, edition, libraries);
  const calendar = compareCalendar(context);
  const others = undated.map(([kind, collection]) => ({ kind, pairs: pairsOf(collection) }));
  const renamed = [...calendar.pairs, ...others.flatMap(({ pairs }) => pairs)].flatMap(({ before, now }) =>
    before && now && before.id !== now.id ? [{ before, now }] : [],
  );
  const moved = renamed.flatMap(({ before, now }) => {
    const [from, to] = [placeOf(before), placeOf(now)];
    return from !== undefined && to !== undefined ? [[from, to] as const] : [];
  });
  const ledger = findCalendar(states[1], edition)?.update.ledger;
  return {
    visitors: [
      ...compareUndated('programme', pairsOf('programmes'), states),
      ...calendar.changes,
      ...others.flatMap(({ kind, pairs }) => compareUndated(kind, pairs, states)),
    ],
    addresses: compareAddresses(edition, libraries, new Map(moved), ledger),
    renamed: new Map(renamed.map(({ before, now }) => [identify(now), identify(before)])),
  };
}

/** The address that an entry gives its name to: its page, or the feed of a phase. */
function placeOf(entry: Entry): string | undefined {
  if (entry.collection === 'phases') return feedAddressOf.phase(entry.edition ?? '', entry.id);
  return addressOfEntry(entry);
}

/** What visitors see change of entries that have no date of their own. */
export function compareUndated(
  kind: UndatedKind,
  pairs: readonly Pair[],
  [before, now]: readonly [State, State],
): UndatedChange[] {
  return pairs.flatMap((pair): UndatedChange[] => {
    const entry = pair.now ?? pair.before;
    if (!entry) return [];
    const details =
      pair.before && pair.now
        ? compareEntries(
            { entry: pair.before, library: before.library },
            { entry: pair.now, library: now.library },
          )
        : [];
    const what = pair.before ? (pair.now ? 'changed' : 'gone') : 'new';
    if (what === 'changed' && details.length === 0) return [];
    const number = kind === 'phase' && 'number' in entry.data ? { number: entry.data.number } : {};
    return [{ ...{ kind, id: entry.id, title: titleOf(entry) }, ...number, what, details }];
  });
}

/** What an entry is called. */
export function titleOf({ data, id }: Entry): string {
  const title = 'title' in data ? data.title : 'name' in data ? data.name : undefined;
  return isText(title) ? shorten(title.text) : id;
}
