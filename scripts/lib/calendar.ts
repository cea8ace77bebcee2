import { join } from 'node:path';
import { refuseQuestions, refuseStale, summariseUpdate } from '../../src/pipeline/calendars.ts';
import { root } from '../../src/pipeline/environment.ts';
import { loadSite, requireModel } from '../../src/pipeline/load.ts';
import { readSettings } from '../../src/pipeline/settings.ts';
import { ledgerName, serialiseLedger } from '../../src/reader/ledger-file.ts';
import { replaceFile } from './file.ts';

/** Writes every ledger that is behind its content, each at once and whole, and prints what subscribers will see. */
export async function writeLedgers(): Promise<void> {
  const { settings, calendars, language } = await loadCalendars(nowInSeconds());
  if (calendars.length === 0) console.log('There is no edition whose calendar could be written.');
  for (const { edition, update, written, isUpToDate } of calendars) {
    const text = serialiseLedger(update.ledger);
    if (text !== written?.text) await replaceFile(join(settings.contentDir, edition, ledgerName), text);
    console.log(`${edition}: ${isUpToDate ? 'up to date; ' : ''}${summariseUpdate(update, language)}`);
  }
}

/** @throws PlainError with what is behind and the command to run, if a ledger is not up to date */
export async function checkLedgers(): Promise<void> {
  const { calendars, language } = await loadCalendars();
  refuseStale(calendars, language);
  for (const { edition, update } of calendars) {
    console.log(`${edition}: up to date; ${summariseUpdate(update, language)}`);
  }
}

/** @param updateTime the time of the update; see `compareLedgers` */
async function loadCalendars(updateTime?: string) {
  const settings = readSettings(process.env, root);
  const site = await loadSite(settings, { now: new Date(), updateTime });
  const { calendars, sites } = requireModel(site, 'The calendar was left as it is, since the content has');
  refuseQuestions(calendars);
  return { settings, calendars, language: sites[0]?.locale ?? 'en' };
}

const nowInSeconds = () => `${new Date().toISOString().slice(0, 19)}Z`;
