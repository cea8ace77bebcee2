import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { issueAt } from '../model/entry.ts';
import { checkLedger, ledgerSchema, type Ledger } from '../calendar/ledger.ts';
import { compareIssues, type Issue } from '../model/issue.ts';
import type { ContentFile } from './file.ts';
import { explainIssues } from './schema-error.ts';
import { parseYaml } from './yaml.ts';

/** A ledger as it lies in the content folder. */
export interface LedgerFile {
  edition: string;
  /** Its path from the project's root, as issues name it. */
  file: string;
  text: string;
  /** What it says; undefined where it cannot be read, and `issues` says why. */
  ledger: Ledger | undefined;
  issues: Issue[];
}

/** The name of an edition's ledger inside its folder. */
export const ledgerName = 'calendar.lock.yaml';

/** Reads a content file that is the ledger of an edition. */
export function readLedger({ path, name, text }: ContentFile): LedgerFile {
  const [edition = ''] = path.split('/');
  return { edition, file: name, text, ...parseLedger(text, name, edition) };
}

/** Reads a ledger, or says line by line what is wrong with it and how to mend it. */
export function parseLedger(
  text: string,
  file: string,
  edition: string,
): { ledger: Ledger | undefined; issues: Issue[] } {
  const merge = findMergeMark(text, file);
  if (merge) return { ledger: undefined, issues: [merge] };
  const yaml = parseYaml(text, file);
  const result = ledgerSchema.safeParse(yaml.data);
  const context = { file, yaml, schema: ledgerSchema, isTranslation: false };
  const issues = [
    ...yaml.issues,
    ...(result.error && yaml.data !== undefined ? explainIssues(result.error.issues, context) : []),
  ].map((issue) => ({ ...issue, fix: restore(file) }));
  if (issues.length > 0 || !result.data) {
    const [first] = issues;
    return {
      ledger: undefined,
      issues: first ? issues : [issueAt({ file, positions: {} }, empty(file))],
    };
  }
  const faults = checkLedger(result.data, edition).map((fault) =>
    issueAt({ file, positions: yaml.positions }, { fix: restore(file), ...fault }),
  );
  return {
    ledger: faults.length > 0 ? undefined : result.data,
    issues: faults.sort(compareIssues),
  };
}

/** The text of a ledger: the same ledger gives the same bytes. */
export function serialiseLedger(ledger: Ledger): string {
  const text = stringify(ledgerSchema.parse(ledger), { lineWidth: 0, aliasDuplicateObjects: false });
  return `# What subscribers have been told so far. Only "npm run calendar" writes this file; commit it.\n${text}`;
}

/** A fingerprint of what subscribers see, 16 hexadecimal digits. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const restore = (file: string) =>
  `Only npm run calendar writes this file. Take it back as it was (git checkout HEAD -- ${file}), then run npm run calendar.`;

const empty = (file: string) => ({
  code: 'ledger-empty',
  message: 'This ledger is empty, so nobody can tell what subscribers know.',
  fix: restore(file),
});

function findMergeMark(text: string, file: string): Issue | undefined {
  const found = /^(?:<{7}|={7}|>{7}|\|{7})(?= |$)/m.exec(text.replaceAll('\r', ''));
  if (!found) return undefined;
  return {
    severity: 'error',
    code: 'ledger-merge',
    file,
    line: text.slice(0, found.index).split('\n').length,
    column: 1,
    value: found[0],
    message: 'Two branches have changed the same week or event, and the merge left its marks here.',
    fix: `Take the file of the branch that is published (git checkout origin/main -- ${file}), then run npm run calendar: it works out the rest from the content.`,
  };
}
