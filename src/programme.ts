import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { getCollection, getEntry, render, type CollectionKey } from 'astro:content';
import { CONTENT_DIR } from 'astro:env/server';
import { listEditionPages, type EditionPage } from './model/address.ts';
import { assembleSite, type Parts } from './model/assemble.ts';
import { collections, type CollectionName } from './model/registry.ts';
import { readLedgers } from './calendar/ledger-file.ts';
import type { StoredData } from './reader/loader.ts';
import { listFormerAddresses, type FormerAddress, type Ledger } from './calendar/ledger.ts';
import type { BodyReference, Programme, Site } from './model/site.ts';
import { localeParam, settings } from './site.ts';

/** The one place that asks Astro for content: collections become the model, once a language. */
async function loadParts(): Promise<Parts> {
  const parts = { originals: {}, translations: [] } as unknown as Parts;
  for (const name of Object.keys(collections) as CollectionName[]) {
    const entries = (await getCollection(name)).map((entry) => entry.data as StoredData);
    const toPart = ({ fields, isTranslation: _, ...rest }: StoredData) =>
      ({ ...rest, collection: name, data: fields }) as never;
    parts.originals[name] = entries.filter((entry) => !entry.isTranslation).map(toPart);
    parts.translations.push(...entries.filter((entry) => entry.isTranslation).map(toPart));
  }
  return parts;
}

const sites = new Map<string, Promise<Site>>();

/** The site in a language. In development it is put together anew each time: the content may have changed. */
export async function loadSite(locale: string): Promise<Site> {
  const known = sites.get(locale);
  if (known && !import.meta.env.DEV) return known;
  const site = loadParts().then((parts) => assembleSite(parts, { locale, drafts: settings.drafts }));
  sites.set(locale, site);
  return site;
}

/** The languages of the site, the default first. */
export async function loadLocales(): Promise<string[]> {
  const [entry] = await getCollection('site' as CollectionKey);
  return (entry?.data as { fields: { languages: string[] } }).fields.languages;
}

/** The site in every language: what `getStaticPaths` of every page goes through. */
export async function loadSites(): Promise<Site[]> {
  return Promise.all((await loadLocales()).map(loadSite));
}

/** Every edition in every language. */
export async function loadProgrammes(): Promise<{ site: Site; programme: Programme }[]> {
  return (await loadSites()).flatMap((site) => site.programmes.map((programme) => ({ site, programme })));
}

/** What subscribers of an edition have been told; undefined before the calendar was first written. */
export function loadLedger(edition: string): Ledger | undefined {
  return readLedgers(CONTENT_DIR).find((file) => file.edition === edition)?.ledger;
}

/** A page that each edition has, in each language. */
export interface EditionProps {
  site: Site;
  programme: Programme;
}

/** What `getStaticPaths` gives for a page that the site has once. */
export function toSitePath(site: Site) {
  return { params: { locale: localeParam(site.locale) }, props: { site } };
}

/** What `getStaticPaths` gives for a page that an edition has once. */
export function toEditionPath({ site, programme }: EditionProps) {
  const params = { locale: localeParam(site.locale), edition: programme.edition };
  return { params, props: { site, programme } };
}

/** What `getStaticPaths` gives for a page that the site makes for editions: one for each that has it. */
export async function loadEditionPaths(page: EditionPage) {
  const programmes = await loadProgrammes();
  return programmes.filter(({ programme }) => listEditionPages(programme).includes(page)).map(toEditionPath);
}

/** What `getStaticPaths` gives for a page that an edition has for each entry of a list. */
export function toEntryPaths<T extends { id: string }>(each: EditionProps, entries: T[]) {
  const { params, props } = toEditionPath(each);
  return entries.map((entry) => ({ params: { ...params, id: entry.id }, props: { ...props, entry } }));
}

/** A body as pages show it: HTML where it is plain Markdown, a component where it holds components. */
export interface RenderedBody {
  lang: string;
  html?: string;
  Content?: AstroComponentFactory;
}

/** Renders a body, its links as they are written. Nothing where there is no body. */
export async function loadBody(
  collection: CollectionName,
  reference: BodyReference | undefined,
): Promise<RenderedBody | undefined> {
  if (!reference) return undefined;
  const { key, lang } = reference;
  const entry = await getEntry(collection, key);
  if (!entry) throw new Error(`There is no entry "${key}" in ${collection}.`);
  const html = entry.rendered?.html;
  if (html !== undefined) return { lang, html };
  const { Content } = await render(entry);
  return { lang, Content };
}

/** Addresses of an edition's weeks and events that were renamed or removed after they were published. */
export function loadFormer(programme: Programme): FormerAddress[] {
  const ledger = loadLedger(programme.edition);
  return ledger ? listFormerAddresses(ledger, programme, settings.defaultLocale) : [];
}
