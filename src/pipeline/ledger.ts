import { join } from 'node:path';
import { readCalendars, type Edition } from '../calendar/editions.ts';
import { readSettings, type Settings } from './settings.ts';
import { ledgerName, readLedgers, serialiseLedger, type LedgerFile } from '../calendar/ledger-file.ts';
import type { ReadContent } from '../reader/read.ts';
import { describeUpdate } from '../calendar/changes.ts';
import { renderText } from '../format/issues.ts';
import { createTranslator } from '../i18n/translator.ts';
import { PlainError } from './error.ts';
import { findIssues, labelOf, loadContent, refuseErrors } from './content.ts';
import { root } from './environment.ts';
import { replaceFile } from '../../scripts/lib/file.ts';

/** The command that writes the ledgers: what every message names. */
export const calendarCommand = 'npm run calendar';

/**
 * Reads the ledgers that are written.
 * @throws PlainError naming every line that cannot be, and how to mend it
 */
export function loadLedgers(settings: Settings): LedgerFile[] {
  const files = readLedgers(settings.contentDir, labelOf(settings));
  const issues = files.flatMap((file) => file.issues);
  if (issues.length > 0) throw new PlainError(renderText(issues));
  return files;
}

/** Writes every ledger that is behind its content, each at once and whole, and says what subscribers will see. */
export async function writeLedgers(): Promise<void> {
  const settings = readSettings(process.env, root);
  const { editions, language } = loadEditions(settings, loadContent(settings), nowInSeconds());
  if (editions.length === 0) console.log('There is no edition whose calendar could be written.');
  for (const { edition, update, isUpToDate } of editions) {
    if (!isUpToDate)
      await replaceFile(join(settings.contentDir, edition, ledgerName), serialiseLedger(update.ledger));
    console.log(`${edition}: ${isUpToDate ? 'up to date; ' : ''}${summariseUpdate(update, language)}`);
  }
}

/** @throws PlainError with what is behind and the command to run, if a ledger is not up to date */
export async function checkLedgers(): Promise<void> {
  const settings = readSettings(process.env, root);
  const { editions, language } = loadEditions(settings, loadContent(settings));
  refuseStale(editions, language);
  for (const { edition, update } of editions) {
    console.log(`${edition}: up to date; ${summariseUpdate(update, language)}`);
  }
}

interface LoadedEditions {
  editions: Edition[];
  /** The language of the site in which events are named. */
  language: string;
}

function loadEditions(settings: Settings, content: ReadContent, now?: string): LoadedEditions {
  refuseErrors(findIssues(settings, content), 'The calendar was left as it is, since the content has');
  const { editions, sites } = readCalendars(content.library, loadLedgers(settings), now);
  refuseQuestions(editions);
  return { editions, language: sites[0]?.locale ?? 'en' };
}

/** @throws PlainError if somebody has to say what is meant before anything can be told to subscribers */
export function refuseQuestions(editions: readonly Edition[]): void {
  const questions = editions.flatMap(({ update }) => update.issues);
  if (questions.length > 0) {
    throw new PlainError(
      `${renderText(questions)}\n\nThe calendar was left as it is. Once this is answered, run ${calendarCommand}.`,
    );
  }
}

/** @throws PlainError if a ledger is behind its content */
export function refuseStale(editions: readonly Edition[], language: string): void {
  const stale = editions.filter(({ isUpToDate }) => !isUpToDate);
  if (stale.length === 0) return;
  const lines = stale.map(({ edition, update }) => `${edition}: ${summariseUpdate(update, language)}`);
  throw new PlainError(
    [
      'The calendar that subscribers have is behind the content. They would see:',
      ...lines,
      `Run ${calendarCommand}, look at what it says, and commit the file that it writes.`,
    ].join('\n'),
  );
}

/** What subscribers will see, in words: "Workshop 1 is cancelled; 16 unchanged". */
export function summariseUpdate(update: Edition['update'], language: string): string {
  const t = createTranslator('en');
  const { clauses, added } = describeUpdate(update, { t, locale: language, dateLocale: t('locale') });
  return [...clauses, ...(added > 0 ? [`${added} new`] : []), `${update.unchanged} unchanged`].join('; ');
}

const nowInSeconds = () => `${new Date().toISOString().slice(0, 19)}Z`;
