import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFeeds } from '../calendar/feed.ts';
import { createFeedWriter } from '../calendar/ical-feed.ts';
import { createTranslator } from '../i18n/translator.ts';
import { createPaths } from '../model/address.ts';
import { count } from './content.ts';
import { refuseStale, summariseUpdate } from './calendars.ts';
import { renderHeaders } from './headers.ts';
import type { SiteModel } from './load.ts';
import type { Address } from './settings.ts';
import type { BuildContext } from './context.ts';

/** A file of the site: its path inside the folder, with forward slashes, and its text. */
export interface SiteFile {
  path: string;
  text: string;
}

/**
 * Makes every calendar feed of a site, in all its languages: all editions, each edition, its phases, its
 * events, and each week and event, under its former names too.
 * @param address where the site lives: pages are named in full
 * @throws if two feeds would have one address
 */
export function createFeeds({ sites, calendars }: SiteModel, address: Address): SiteFile[] {
  const [first] = sites;
  if (!first) return [];
  const defaultLocale = first.locale;
  const files = sites.flatMap((site, index) => {
    const { locale } = site;
    const t = createTranslator(locale);
    const toPath = createPaths({ base: '/', defaultLocale });
    const toPathInBase = createPaths({ base: address.base, defaultLocale });
    const write = createFeedWriter({
      t,
      urlTo: (page) => new URL(toPathInBase(page, locale), address.site).href,
    });
    const sources = calendars.flatMap(({ versions, update }) => {
      const version = versions[index];
      return version ? [{ ...version, ledger: update.ledger }] : [];
    });
    return listFeeds(site, sources, t).map((feed) => ({
      path: toPath(feed.address, locale).slice(1),
      text: write(feed),
    }));
  });
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) {
      throw new Error(`Two calendar feeds would be ${path}. Give the file of the phase another name.`);
    }
    paths.add(path);
  }
  return files;
}

/**
 * Writes files into the folder of a site.
 * @param dir the folder; folders in it are made as needed
 */
export function writeFiles(dir: string, files: readonly SiteFile[]): void {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(join(dir, folder), { recursive: true });
  }
  for (const { path, text } of files) writeFileSync(join(dir, path), text);
}

/**
 * Compares the ledgers with the content. A publishing build stops where they differ, as `npm ci` does with
 * a lock file; a preview shows what publishing would write.
 */
export async function checkCalendars({ settings, model }: BuildContext): Promise<string> {
  const { calendars, sites } = model;
  const language = sites[0]?.locale ?? 'en';
  if (settings.publish) refuseStale(calendars, language);
  const entries = calendars.flatMap(({ update }) => update.ledger.events);
  const stale = calendars.filter(({ isUpToDate }) => !isUpToDate);
  const notes = stale.map(
    ({ edition, update }) => `${edition} once published: ${summariseUpdate(update, language)}`,
  );
  return [count(entries, 'event'), ...notes].join('; ');
}

/** Writes the feeds into the site, and the headers that hosts send with them. */
export async function writeFeeds({ model, address, site }: BuildContext): Promise<string> {
  const feeds = createFeeds(model, address);
  writeFiles(site, feeds);
  const headers = join(site, '_headers');
  writeFileSync(headers, renderHeaders(existsSync(headers) ? readFileSync(headers, 'utf8') : ''));
  return count(feeds, 'feed');
}
