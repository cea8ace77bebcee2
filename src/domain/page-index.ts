import { addressOf, editionPages, sitePages } from './address.ts';
import type { Entry, Library } from './entry.ts';
import { partnerLists } from './partner.ts';
import { prizeKinds } from './prize.ts';
import type { PageIndex } from './rules/link.ts';
import { createScope, listEditions } from './rules/scope.ts';

/** The address of the page that shows an entry, or undefined where it has none of its own. */
export function addressOfEntry(entry: Pick<Entry, 'collection' | 'edition' | 'id'>): string | undefined {
  const edition = entry.edition ?? '';
  if (entry.collection === 'weeks') return addressOf.week(edition, entry.id);
  if (entry.collection === 'topics') return addressOf.topic(edition, entry.id);
  if (entry.collection === 'events') return addressOf.event(edition, entry.id);
  if (entry.collection === 'pages') return addressOf.page(edition, entry.id);
  return undefined;
}

/** Every page that a library makes, with the fragments that links may lead to. */
export function indexPages(library: Library): PageIndex {
  const pages = new Map<string, Set<string>>();
  const add = (address: string, fragments: readonly string[] = []) =>
    pages.set(address, new Set([...(pages.get(address) ?? []), 'main', ...fragments]));
  add(addressOf.home());
  for (const page of sitePages) add(addressOf.site(page));
  for (const edition of listEditions(library)) {
    const scope = createScope(library, edition);
    const phases = scope.entries('phases').map((phase) => phase.id);
    const prizes = scope.entries('prizes').map((prize) => prize.data.kind);
    add(addressOf.edition(edition));
    const fragments: Record<string, readonly string[]> = {
      schedule: [...phases, 'events'],
      partners: partnerLists,
      prizes: prizeKinds.filter((kind) => prizes.includes(kind)),
    };
    for (const page of editionPages) add(addressOf.page(edition, page), fragments[page]);
  }
  const withPage = [...Object.values(library.originals).flat(), ...library.translations];
  for (const entry of withPage) {
    const address = addressOfEntry(entry);
    if (address) add(address, entry.body?.fragments);
  }
  for (const entry of library.unreadable) {
    const address = addressOfEntry(entry);
    if (address) add(address);
  }
  return pages;
}
