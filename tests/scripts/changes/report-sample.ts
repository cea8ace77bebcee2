import { assembleModel } from '../../../src/pipeline/load.ts';
import { hashText, serialiseLedger, type LedgerFile } from '../../../src/reader/ledger-file.ts';
import type { Library } from '../../../src/model/entry.ts';
import { reportSchema, type Report } from '../../../scripts/lib/changes/report-data.ts';
import { compareStates } from '../../../scripts/lib/changes/compare/compare.ts';
import type { State } from '../../../scripts/lib/changes/compare/state.ts';
import { reportRenderers } from '../../../scripts/lib/changes/render.ts';
import { describeReport } from '../../../scripts/lib/changes/render/section.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { readSample, type Change } from '../../sample.ts';

export type Changes = Readonly<Record<string, Change>>;

const ledgerFile = (edition: string) => `content/${edition}/calendar.lock.yaml`;
const known: Report['before'] = {
  ...{ name: 'main', commit: '0123456789'.repeat(4), content: 'whole' },
  unread: [],
};

/** The content, and its ledgers: those that `npm run calendar` would write, or those that are given. */
function readState(library: Library, ledgers?: LedgerFile[]): State & { ledgers: LedgerFile[] } {
  const written =
    ledgers ?? listWritten(assembleModel({ publish: false }, { library, ledgers: [] }).calendars);
  const { calendars } = assembleModel({ publish: false }, { library, ledgers: written });
  return { library, ledgers: written, calendars };
}

const listWritten = (calendars: State['calendars']): LedgerFile[] =>
  calendars.map(({ edition, update: { ledger } }) => ({
    ...{ edition, file: ledgerFile(edition), text: serialiseLedger(ledger), ledger, issues: [] },
  }));

/**
 * Compares the sample after two sets of changes.
 * @param isTold whether `npm run calendar` was run after the second
 */
export function compareSamples(before: Changes, now: Changes, isTold = true): Report {
  return compareLibraries(readSample(before).library, readSample(now).library, isTold);
}

/** Compares any two states of the content in the same way. */
export function compareLibraries(before: Library, library: Library, isTold = true): Report {
  const old = readState(before);
  const behind = readState(library, old.ledgers);
  const state = isTold ? readState(library, listWritten(behind.calendars)) : behind;
  return compareStates(old, state, { before: known, hash: hashText, ledgerFile });
}

/** The report in words, without its first line, which says what was compared. */
export function sayReport(report: Report, format: 'text' | 'markdown' = 'text', lang = 'en'): string {
  return reportRenderers[format](report, createTranslator(lang)).replace(/^.*\n+/, '');
}

/** The report as it comes back from the file that it was written into. */
export const rereadReport = (report: Report): Report =>
  reportSchema.parse(JSON.parse(reportRenderers.json(report)));

/** Its sentences alone, each with the first word of its heading. "Nothing changes" is none. */
export function listSentences(report: Report): string[] {
  return describeReport(report, createTranslator('en'))
    .sections.flatMap(({ parts }) => parts)
    .flatMap(({ title, lines }) => lines.map((line) => `${headings[title] ?? title}: ${line}`))
    .filter((line) => !line.includes(': Nothing changes for'));
}

const headings: Record<string, string> = {
  'What visitors see': 'see',
  'What subscribers get': 'get',
  'Addresses of pages': 'at',
  'Translations that are now behind': 'old',
};
