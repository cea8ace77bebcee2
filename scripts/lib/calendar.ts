import { join } from 'node:path';
import { summariseUpdate, type EditionCalendar } from '../../src/pipeline/calendars.ts';
import { root } from '../../src/pipeline/environment.ts';
import { loadSite, requireModel } from '../../src/pipeline/load.ts';
import { readSettings } from '../../src/pipeline/settings.ts';
import { ledgerName, serialiseLedger } from '../../src/reader/ledger-file.ts';
import { replaceFile } from './file.ts';

/** Prints what subscribers will see that they have not been told yet. */
export async function showCalendars(): Promise<void> {
  const { calendars, language } = await loadCalendars(false);
  if (calendars.length === 0) console.log('There is no edition whose calendar could be published.');
  for (const calendar of calendars) console.log(describeCalendar(calendar, language));
}

/**
 * Writes the ledgers into the content folder, each at once and whole, and prints what subscribers will see.
 * @param date the time of what has changed, in UTC: `2022-03-01T09:00:00Z`
 */
export async function writeLedgers(date: string): Promise<void> {
  const { settings, calendars, language } = await loadCalendars(true, date);
  if (calendars.length === 0) console.log('There is no edition whose calendar could be published.');
  for (const calendar of calendars) {
    const { edition, update, written } = calendar;
    const text = serialiseLedger(update.ledger);
    if (text !== written?.text) await replaceFile(join(settings.contentDir, edition, ledgerName), text);
    console.log(describeCalendar(calendar, language));
  }
}

/** @param publish whether to take the ledgers in the folder, as a publishing build does */
async function loadCalendars(publish: boolean, updateTime?: string) {
  const settings = { ...readSettings(process.env, root), publish };
  const site = await loadSite(settings, { now: new Date(), updateTime });
  const { calendars, sites } = requireModel(site, 'The calendar was left as it is, since the content has');
  return { settings, calendars, language: sites[0]?.locale ?? 'en' };
}

const describeCalendar = ({ edition, update, isUpToDate }: EditionCalendar, language: string) =>
  `${edition}: ${isUpToDate ? 'up to date; ' : ''}${summariseUpdate(update, language)}`;
