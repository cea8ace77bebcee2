import { getCollection, render, type CollectionKey } from 'astro:content';
import { assembleSite, type Parts } from './domain/assemble.ts';
import { collections, type CollectionName } from './domain/collection.ts';
import type { StoredData } from './content/loader.ts';
import type { BodyReference, Programme, Site } from './domain/model.ts';
import { settings } from './site.ts';

/** The one place that asks Astro for content: collections become the model, once a language. */
async function loadParts(): Promise<Parts> {
  const parts = { originals: {}, translations: [] } as unknown as Parts;
  for (const name of Object.keys(collections) as CollectionName[]) {
    const entries = (await getCollection(name as CollectionKey)).map((entry) => entry.data as StoredData);
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

/** Renders a body: what `Prose.astro` shows. */
export async function loadBody(collection: CollectionName, reference: BodyReference) {
  const entries = await getCollection(collection as CollectionKey);
  const entry = entries.find((each) => each.id === reference.key);
  if (!entry) throw new Error(`There is no entry "${reference.key}" in ${collection}.`);
  return render(entry);
}
