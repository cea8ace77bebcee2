/** The pages that the site can make for an edition: their names in the address. */
export const editionPages = ['schedule', 'topics', 'partners', 'prizes', 'calendar', 'changes'] as const;
export type EditionPage = (typeof editionPages)[number];

/** What stands on a page of its own, by the page's name: a programme has these lists. */
export type PageLists = Record<'topics' | 'partners' | 'prizes', readonly unknown[]>;

/** The pages that an edition has of those: none for a list that nothing stands on. */
export function listEditionPages(lists: PageLists): EditionPage[] {
  const { topics, partners, prizes } = lists;
  const shown: Partial<Record<EditionPage, readonly unknown[]>> = { topics, partners, prizes };
  return editionPages.filter((page) => shown[page]?.length !== 0);
}

/** The pages of the whole site. */
export const sitePages = ['search', 'editions', 'about', 'privacy', 'accessibility', 'licence'] as const;
export type SitePage = (typeof sitePages)[number];

/** Names that a page of the content must not take. */
export const reservedPages: readonly string[] = [...editionPages, 'weeks', 'events'];

/** Addresses without base and language, for life (CONTENT.md). They begin and end with a slash. */
export const addressOf = {
  home: () => '/',
  site: (page: SitePage) => `/${page}/`,
  edition: (edition: string) => `/${edition}/`,
  page: (edition: string, page: string) => `/${edition}/${page}/`,
  week: (edition: string, id: string) => `/${edition}/weeks/${id}/`,
  topic: (edition: string, id: string) => `/${edition}/topics/${id}/`,
  event: (edition: string, id: string) => `/${edition}/events/${id}/`,
};

/** Addresses of calendar feeds, without base and language, for life (CONTENT.md). */
export const feedAddressOf = {
  /** All editions: the address that subscribers keep from year to year. */
  all: () => '/calendar.ics',
  edition: (edition: string) => `/${edition}/calendar.ics`,
  phase: (edition: string, id: string) => `/${edition}/${id}.ics`,
  /** Dated events alone, without the weeks. */
  events: (edition: string) => `/${edition}/events.ics`,
  week: (edition: string, id: string) => `/${edition}/weeks/${id}.ics`,
  event: (edition: string, id: string) => `/${edition}/events/${id}.ics`,
};

export interface PathSettings {
  /** The folder that the site is served from: `/` or `/some-repo/`. */
  base: string;
  defaultLocale: string;
}

/**
 * Makes the function that turns an address into a path as browsers need it: with the base, and the
 * language where it is not the default.
 */
export function createPaths({ base, defaultLocale }: PathSettings) {
  const root = base.replace(/\/+$/, '');
  return (address: string, locale = defaultLocale): string =>
    `${root}${locale === defaultLocale ? '' : `/${locale}`}${address}`;
}
export type Paths = ReturnType<typeof createPaths>;

/** Addresses of an edition's exports, without base and language. They never change (CONTENT.md). */
export const exportAddressOf = {
  programme: (edition: string) => `/${edition}/programme.json`,
  schedule: (edition: string) => `/${edition}/schedule.csv`,
  changes: (edition: string) => `/${edition}/changes.xml`,
};

/** Decodes the percent-encoding of an address; the same text if it is malformed. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
