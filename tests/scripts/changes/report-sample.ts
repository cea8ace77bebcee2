import { ledgerName, serialiseLedger, type LedgerFile } from '../../../src/reader/ledger-file.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import type { Library } from '../../../src/model/entry.ts';
import { compareStates } from '../../../scripts/lib/changes/compare.ts';
import { describeReport } from '../../../scripts/lib/changes/describe.ts';
import { reportRenderers } from '../../../scripts/lib/changes/render.ts';
import { reportSchema, type Report } from '../../../scripts/lib/changes/report-schema.ts';
import { createState, type State } from '../../../scripts/lib/changes/state.ts';
import { readSample, type Change } from '../../sample.ts';

export type Changes = Readonly<Record<string, Change>>;

export const source: Report['before'] = {
  name: 'main',
  commit: '0123456789'.repeat(4),
  content: 'whole',
  unread: [],
};

/** The ledgers that publishing would write. */
export const listUpdated = ({ calendars }: State): LedgerFile[] =>
  calendars.map(({ edition, update: { ledger } }) => ({
    edition,
    file: `content/${edition}/${ledgerName}`,
    text: serialiseLedger(ledger),
    ledger,
    issues: [],
  }));

/** Compares the sample after two sets of changes, of which the first is published. */
export function compareSamples(before: Changes, now: Changes): Report {
  return compareLibraries(readSample(before).library, readSample(now).library);
}

/** Compares two states of the content, of which the first is published. */
export function compareLibraries(before: Library, now: Library): Report {
  const ledgers = listUpdated(createState(before, []));
  return compareStates(createState(before, ledgers), createState(now, ledgers), source);
}

/** Renders a report without its first line, which says what was compared. */
export function renderReport(report: Report, format: 'text' | 'markdown' = 'text', lang = 'en'): string {
  return reportRenderers[format](report, createTranslator(lang)).replace(/^.*\n+/, '');
}

/** The report after a round trip through JSON. */
export const rereadReport = (report: Report): Report =>
  reportSchema.parse(JSON.parse(reportRenderers.json(report)));

/** The sentences of a report, each after a short form of its heading, without "Nothing changes". */
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
