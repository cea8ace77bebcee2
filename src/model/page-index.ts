import { addressOf, feedAddressOf, listEditionPages, sitePages, exportAddressOf } from './address.ts';
import type { Entry, Library } from './entry.ts';
import { collections } from './registry.ts';
import { partnerLists } from './schemas/partner.ts';
import { prizeKinds } from './schemas/prize.ts';
import { createScope, listEditions } from './rules/scope.ts';
import { createVisibility, listLanguages } from './visibility.ts';

/** A page or feed that links may lead to. */
export interface PageTarget {
  /** Whether a published site leaves it out. */
  draft: boolean;
  /** The fragments of the page by language; undefined where its file cannot be read. */
  fragments: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

/** The pages and feeds of the site by address, without base and language. */
export type PageIndex = ReadonlyMap<string, PageTarget>;

/** The address of an entry's own page; undefined if it has none. */
export function addressOfEntry({
  collection,
  edition = '',
  id,
}: Pick<Entry, 'collection' | 'edition' | 'id'>): string | undefined {
  return collections[collection].page?.(edition, id);
}

/** Every page and feed that a library makes, with the fragments that links may lead to. */
export function indexPages(library: Library): PageIndex {
  const pages = new Map<string, PageTarget>();
  const languages = listLanguages(library);
  const visibility = createVisibility(library);
  const add = (address: string, draft: boolean, fragmentsIn: (language: string) => readonly string[]) => {
    const fragments = languages.map((each) => [each, new Set(['main', ...fragmentsIn(each)])] as const);
    pages.set(address, { draft, fragments: new Map(fragments) });
  };
  add(addressOf.home(), false, () => []);
  add(feedAddressOf.all(), false, () => []);
  for (const page of sitePages) add(addressOf.site(page), false, () => []);
  for (const edition of listEditions(library)) {
    const draft = visibility.isDraftEdition(edition);
    for (const [address, fragments] of listMade(library, edition)) add(address, draft, () => fragments);
  }
  for (const entry of Object.values(library.originals).flat()) {
    const address = addressOfEntry(entry);
    if (!address) continue;
    const draft = visibility.isDraft(entry);
    add(address, draft, (language) => visibility.bodyIn(entry, language)?.fragments ?? []);
    if (entry.collection === 'weeks' || entry.collection === 'events')
      add(address.replace(/\/$/, '.ics'), draft, () => []);
  }
  for (const entry of library.unreadable) {
    const address = addressOfEntry(entry);
    if (address) pages.set(address, { draft: false, fragments: undefined });
  }
  return pages;
}

/** The pages and feeds that the site makes for an edition, with their fragments. */
function listMade(library: Library, edition: string): [string, readonly string[]][] {
  const scope = createScope(library, edition);
  const phases = scope.ids('phases');
  const prizes = scope.entries('prizes').map((prize) => prize.data.kind);
  const fragments: Record<string, readonly string[]> = {
    schedule: [...phases, 'events'],
    partners: partnerLists,
    prizes: prizeKinds.filter((kind) => prizes.includes(kind)),
  };
  const lists = { topics: scope.ids('topics'), partners: scope.ids('partners'), prizes: scope.ids('prizes') };
  const feeds = [
    feedAddressOf.edition(edition),
    feedAddressOf.events(edition),
    ...Object.values(exportAddressOf).map((addressIn) => addressIn(edition)),
    ...phases.map((phase) => feedAddressOf.phase(edition, phase)),
  ];
  return [
    [addressOf.edition(edition), []],
    ...listEditionPages(lists).map((page): [string, readonly string[]] => [
      addressOf.page(edition, page),
      fragments[page] ?? [],
    ]),
    ...feeds.map((feed): [string, readonly string[]] => [feed, []]),
  ];
}
