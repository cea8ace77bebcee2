import { addressOf } from '../../../../src/model/address.ts';
import type { Library } from '../../../../src/model/entry.ts';
import { listFormerIds, type Ledger } from '../../../../src/calendar/ledger.ts';
import { indexPages } from '../../../../src/model/page-index.ts';
import type { AddressChange } from '../report-data.ts';

/**
 * Finds the addresses of an edition's pages and feeds that a published site no longer has, has anew, or has in
 * another place. The feeds of single weeks and events go with their pages.
 * @param moved addresses that were given up, with those that stand for the same now
 * @param ledger what keeps old addresses of weeks and events alive
 */
export function compareAddresses(
  edition: string,
  [before, now]: readonly [Library, Library],
  moved: ReadonlyMap<string, string>,
  ledger: Ledger | undefined,
): AddressChange[] {
  const [old, own] = [listPublic(before, edition), listPublic(now, edition)];
  const former = new Map(
    (ledger ? listFormerIds(ledger) : []).map(({ kind, id, entry }) => [
      addressOf[kind](edition, id),
      entry.facts.status === 'removed' ? 'closed' : 'redirected',
    ]),
  );
  const targets = new Set(moved.values());
  const gone = old.filter((address) => !own.includes(address));
  return [
    ...gone.map((address): AddressChange => {
      const to = moved.get(address);
      if (to !== undefined)
        return {
          address,
          what: 'moved',
          to,
          ...(former.get(address) === 'redirected' ? { isRedirected: true } : {}),
        };
      return { address, what: former.get(address) === 'closed' ? 'closed' : 'gone' };
    }),
    ...own
      .filter((address) => !old.includes(address) && !targets.has(address))
      .map((address): AddressChange => ({ address, what: 'new' })),
  ];
}

function listPublic(library: Library, edition: string): string[] {
  return [...indexPages(library)]
    .filter(([address, { draft }]) => address.startsWith(addressOf.edition(edition)) && !draft)
    .map(([address]) => address)
    .filter((address) => !/\/(weeks|events)\/[^/]+\.ics$/.test(address));
}
