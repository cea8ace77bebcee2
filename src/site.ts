import { CONTENT_DIR, PUBLISH } from 'astro:env/server';
import { readSite } from './content/site.ts';
import { createPaths } from './domain/address.ts';

const { languages } = readSite(CONTENT_DIR);

export const settings = {
  /** The languages of the site, the default first. */
  languages,
  defaultLocale: languages[0] ?? 'en',
  /** Whether drafts are shown: in a preview only. */
  drafts: !PUBLISH,
};

/** The path of an address as browsers need it: with the base, and the language where it is not the default. */
export const pathTo = createPaths({
  base: import.meta.env.BASE_URL,
  defaultLocale: settings.defaultLocale,
});

/** The same in full, for what is read outside the site: canonical addresses, feeds, pictures. */
export const urlTo = (address: string, locale?: string): string =>
  new URL(pathTo(address, locale), import.meta.env.SITE).href;

/** What the route `[...locale]` has for a language: nothing for the default. */
export const localeParam = (locale: string): string | undefined =>
  locale === settings.defaultLocale ? undefined : locale;
