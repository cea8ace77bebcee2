import { readCalendars } from '../../src/build/ledger.ts';
import { hashText, serialiseLedger, type LedgerFile } from '../../src/content/ledger.ts';
import type { Report } from '../../src/domain/report.ts';
import { compareStates } from '../../src/domain/report/compare.ts';
import type { State } from '../../src/domain/report/state.ts';
import { reportRenderers } from '../../src/format/report.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { readSample, type Change } from '../content/sample.ts';

export type Changes = Readonly<Record<string, Change>>;

const ledgerFile = (edition: string) => `content/${edition}/calendar.lock.yaml`;
const known: Report['before'] = {
  ...{ name: 'main', commit: '0123456789'.repeat(4), content: 'whole' },
  unread: [],
};

/** The sample with changes, and the ledgers in it: those that `npm run calendar` would write, or those that are given. */
function readState(changes: Changes, ledgers?: LedgerFile[]): State & { ledgers: LedgerFile[] } {
  const { library } = readSample(changes);
  const written = ledgers ?? listWritten(readCalendars(library, []).editions);
  return { library, ledgers: written, calendars: readCalendars(library, written).editions };
}

const listWritten = (calendars: State['calendars']): LedgerFile[] =>
  calendars.map(({ edition, update: { ledger } }) => ({
    ...{ edition, file: ledgerFile(edition), text: serialiseLedger(ledger), ledger, problems: [] },
  }));

/**
 * Compares the sample after two sets of changes.
 * @param isTold whether `npm run calendar` was run after the second
 */
export function compareSamples(before: Changes, now: Changes, isTold = true): Report {
  const old = readState(before);
  const behind = readState(now, old.ledgers);
  const state = isTold ? readState(now, listWritten(behind.calendars)) : behind;
  return compareStates(old, state, { before: known, hash: hashText, ledgerFile });
}

/** The report in words, from its second paragraph on: the first says what was compared. */
export function sayReport(report: Report, format: keyof typeof reportRenderers = 'text', lang = 'en'): string {
  return reportRenderers[format](report, createTranslator(lang)).replace(/^.*\n+/, '');
}
