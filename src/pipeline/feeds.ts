import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFeeds, writeFiles } from '../calendar/write-feeds.ts';
import { readCalendars, type CalendarSources } from '../calendar/editions.ts';
import { renderHeaders } from './headers.ts';
import { addressOf, count } from './content.ts';
import { calendarCommand, loadLedgers, refuseQuestions, refuseStale, summariseUpdate } from './ledger.ts';
import type { BuildContext } from './steps.ts';

const known = new WeakMap<BuildContext, CalendarSources>();

/** The calendars of a build, worked out once. */
function loadCalendars(context: BuildContext): CalendarSources {
  const calendars =
    known.get(context) ?? readCalendars(context.content.library, loadLedgers(context.settings));
  known.set(context, calendars);
  return calendars;
}

/**
 * Holds the ledgers against the content. A publishing build stops where they differ, as `npm ci` does with
 * a lock file; a preview shows what the command would write, and says so.
 */
export async function checkCalendars(context: BuildContext): Promise<string> {
  const { editions, sites } = loadCalendars(context);
  const language = sites[0]?.locale ?? 'en';
  if (context.settings.publish) {
    refuseQuestions(editions);
    refuseStale(editions, language);
  }
  const entries = editions.flatMap(({ update }) => update.ledger.events);
  const stale = editions.filter(({ isUpToDate }) => !isUpToDate);
  const notes = stale.map(
    ({ edition, update }) =>
      `${edition} not written yet (${calendarCommand}): ${summariseUpdate(update, language)}`,
  );
  return [count(entries, 'event'), ...notes].join('; ');
}

/** Writes the feeds into the site, and the headers that hosts send with them. */
export async function writeFeeds(context: BuildContext): Promise<string> {
  const { settings, content, site } = context;
  const feeds = createFeeds(loadCalendars(context), addressOf(settings, content));
  writeFiles(site, feeds);
  const headers = join(site, '_headers');
  writeFileSync(headers, renderHeaders(existsSync(headers) ? readFileSync(headers, 'utf8') : ''));
  return count(feeds, 'feed');
}
