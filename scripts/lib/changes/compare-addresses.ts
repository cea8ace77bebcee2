import { listFormerIds, type Ledger } from '../../../src/calendar/ledger.ts';
import { addressOf, feedAddressOf } from '../../../src/model/address.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { addressOfEntry, indexPages } from '../../../src/model/page-index.ts';
import type { EntryPair } from './compare-entries.ts';
import type { AddressChange } from './report-schema.ts';
import type { State, States } from './state.ts';

/**
 * Compares the addresses of an edition's pages and feeds. Feeds of single weeks and events follow their pages.
 * @param ledger keeps old addresses of weeks and events
 */
export function compareAddresses(
  edition: string,
  pairs: readonly EntryPair[],
  { before, now }: States,
  ledger: Ledger | undefined,
): AddressChange[] {
  const former = new Map(
    (ledger ? listFormerIds(ledger) : []).map(({ kind, id, entry }) => [
      addressOf[kind](edition, id),
      entry.facts.status === 'removed' ? 'closed' : 'redirected',
    ]),
  );
  const old = listPublic(before, edition);
  const own = listPublic(now, edition);
  const targets = new Map(
    pairs.flatMap((pair) => {
      const from = pair.before && addressNamedBy(pair.before);
      const to = pair.now && addressNamedBy(pair.now);
      return from !== undefined && to !== undefined && from !== to ? [[from, to]] : [];
    }),
  );
  const gone = old
    .filter((address) => !own.includes(address))
    .map((address): AddressChange => {
      const to = targets.get(address);
      if (to === undefined) return { address, what: former.get(address) === 'closed' ? 'closed' : 'gone' };
      return { address, what: 'moved', to, isRedirected: former.get(address) === 'redirected' || undefined };
    });
  const isTarget = new Set(targets.values());
  const added = own
    .filter((address) => !old.includes(address) && !isTarget.has(address))
    .map((address): AddressChange => ({ address, what: 'new' }));
  return [...gone, ...added];
}

/** The address that has the id of an entry in it: its page, or the feed of a phase. */
function addressNamedBy(entry: Entry): string | undefined {
  if (entry.collection === 'phases') return feedAddressOf.phase(entry.edition ?? '', entry.id);
  return addressOfEntry(entry);
}

function listPublic({ library }: State, edition: string): string[] {
  return [...indexPages(library)]
    .filter(([address, { draft }]) => address.startsWith(addressOf.edition(edition)) && !draft)
    .map(([address]) => address)
    .filter((address) => !/\/(weeks|events)\/[^/]+\.ics$/.test(address));
}
