import { CONTENT_DIR, PUBLIC_DIR, PUBLISH } from 'astro:env/server';
import { findIcon } from './reader/icon.ts';
import { readSite } from './reader/site.ts';
import { createPaths } from './model/address.ts';

const { languages } = readSite(CONTENT_DIR);

export const settings = {
  /** The languages of the site, the default first. */
  languages,
  defaultLocale: languages[0] ?? 'en',
  /** Whether drafts are shown: in a preview only. */
  drafts: !PUBLISH,
  /** Whether there are icons that pages may name. */
  icons: findIcon(PUBLIC_DIR) !== undefined,
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

/**
 * A link as staff write it in a body, from the first slash on, as browsers need it. Pages are in the
 * language of the page that they are linked from; files of public/ have no language.
 */
export function localizeLink(href: string, locale: string = settings.defaultLocale): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  const isFile = /\.[a-z0-9]+(#.*)?$/i.test(href);
  return pathTo(href, isFile ? settings.defaultLocale : locale);
}

/** The same for every link and picture in the HTML of a body. It has no attribute but what the renderer wrote. */
export function localizeLinks(html: string, locale: string): string {
  return html.replaceAll(
    /(<(?:a|img) [^>]*?\b(?:href|src)=")(\/[^"]*)/g,
    (_, before: string, href: string) => before + localizeLink(href, locale),
  );
}
