import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { getEntry, render } from 'astro:content';
import { listFormerAddresses, type FormerAddress, type Ledger } from './calendar/ledger.ts';
import { createPaths, listEditionPages, type EditionPage } from './model/address.ts';
import type { Programme, Prose, Site } from './model/site.ts';
import { requireSharedSite } from './pipeline/shared-site.ts';
import { findIcon } from './reader/icon.ts';

const { settings: environment, content } = requireSharedSite();
const languages = content.library.originals.site[0]?.data.languages ?? [];

export const settings = {
  /** The languages of the site, the default first. */
  languages,
  defaultLocale: languages[0] ?? 'en',
  /** Whether drafts are shown: in a preview only. */
  drafts: !environment.publish,
  /** Whether there are icons that pages may name. */
  icons: findIcon(environment.publicDir) !== undefined,
};

/** The path of an address as browsers need it: with the base, and the language if it is not the default. */
export const pathTo = createPaths({
  base: import.meta.env.BASE_URL,
  defaultLocale: settings.defaultLocale,
});

/** The full URL of an address, for what is read outside the site: canonical links, feeds, pictures. */
export const urlTo = (address: string, locale?: string): string =>
  new URL(pathTo(address, locale), import.meta.env.SITE).href;

/** The parameter of the route `[...locale]` for a language: undefined for the default. */
export const localeParam = (locale: string): string | undefined =>
  locale === settings.defaultLocale ? undefined : locale;

/**
 * The href of a link as staff write it in a body, as browsers need it: a path from the root gets the base
 * and, if it is a page, the language of the page that links to it. Files of public/ have no language.
 */
export function localizeLink(href: string, locale: string = settings.defaultLocale): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  const isFile = /\.[a-z0-9]+(#.*)?$/i.test(href);
  return pathTo(href, isFile ? settings.defaultLocale : locale);
}

/** Localizes every link and image in the HTML of a body, which has no attributes but the renderer's. */
export function localizeLinks(html: string, locale: string): string {
  return html.replaceAll(
    /(<(?:a|img) [^>]*?\b(?:href|src)=")(\/[^"]*)/g,
    (_, before: string, href: string) => before + localizeLink(href, locale),
  );
}

/** The site in every language, the default first. In development it is another one after each change. */
export function loadSites(): Site[] {
  const { model } = requireSharedSite();
  if (!model) throw new Error('The content has errors. Run npm run check to see them.');
  return model.published;
}

/** Every edition in every language. */
export function loadProgrammes(): EditionProps[] {
  return loadSites().flatMap((site) => site.programmes.map((programme) => ({ site, programme })));
}

/** The committed ledger of an edition; undefined before its calendar was first written. */
export function findLedger(edition: string): Ledger | undefined {
  return requireSharedSite().content.ledgers.find((file) => file.edition === edition)?.ledger;
}

/** Former addresses of an edition's weeks and events that were renamed or removed after publication. */
export function findFormerAddresses(programme: Programme): FormerAddress[] {
  const ledger = findLedger(programme.edition);
  return ledger ? listFormerAddresses(ledger, programme, settings.defaultLocale) : [];
}

/** The props of a page that each edition has in each language. */
export interface EditionProps {
  site: Site;
  programme: Programme;
}

/** The static path of a page that the site has once in each language. */
export function toSitePath(site: Site) {
  return { params: { locale: localeParam(site.locale) }, props: { site } };
}

/** The static path of a page that an edition has once in each language. */
export function toEditionPath({ site, programme }: EditionProps) {
  const params = { locale: localeParam(site.locale), edition: programme.edition };
  return { params, props: { site, programme } };
}

/** The static paths of a page that is made for editions: one for each edition that has it. */
export function listEditionPaths(page: EditionPage) {
  const programmes = loadProgrammes();
  return programmes.filter(({ programme }) => listEditionPages(programme).includes(page)).map(toEditionPath);
}

/** The static paths of a page that an edition has for each entry of a list. */
export function toEntryPaths<T extends { id: string }>(each: EditionProps, entries: T[]) {
  const { params, props } = toEditionPath(each);
  return entries.map((entry) => ({ params: { ...params, id: entry.id }, props: { ...props, entry } }));
}

/** A rendered body: HTML if it is plain Markdown, a component if it holds components. */
export interface RenderedBody {
  lang: string;
  html?: string;
  Content?: AstroComponentFactory;
}

/** Renders a body, its links as they are written; undefined if there is none. */
export async function renderBody(prose: Prose | undefined): Promise<RenderedBody | undefined> {
  if (!prose) return undefined;
  const { id, lang } = prose;
  const entry = await getEntry('bodies', id);
  if (!entry) throw new Error(`There is no body "${id}" in Astro's store.`);
  const html = entry.rendered?.html;
  if (html !== undefined) return { lang, html };
  const { Content } = await render(entry);
  return { lang, Content };
}
