import { createHash } from 'node:crypto';
import { z } from 'zod';
import { issueAt } from '../model/entry.ts';
import {
  checkLedger,
  firstLedgerSchema,
  ledgerSchema,
  upgradeLedger,
  type Ledger,
} from '../calendar/ledger.ts';
import { removeForbidden } from '../model/characters.ts';
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
  const isFirst = z.object({ version: z.literal(1) }).safeParse(yaml.data).success;
  const schema = isFirst ? firstLedgerSchema : ledgerSchema;
  const result = schema.safeParse(cleanTexts(yaml.data));
  const context = { file, yaml, schema, isTranslation: false };
  const issues = [
    ...yaml.issues,
    ...(result.error && yaml.data !== undefined ? explainIssues(result.error.issues, context) : []),
  ].map((issue) => ({ ...issue, fix: restore }));
  if (issues.length > 0 || !result.data) {
    const [first] = issues;
    return {
      ledger: undefined,
      issues: first ? issues : [issueAt({ file, positions: {} }, empty)],
    };
  }
  const ledger = result.data.version === 1 ? upgradeLedger(result.data) : result.data;
  const faults = checkLedger(ledger, edition).map((fault) =>
    issueAt({ file, positions: yaml.positions }, { fix: restore, ...fault }),
  );
  return {
    ledger: faults.length > 0 ? undefined : ledger,
    issues: faults.sort(compareIssues),
  };
}

/** A ledger keeps for life what was published, also from before control characters were refused in content. */
function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return removeForbidden(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanTexts(item)]));
}

/**
 * The text of a ledger: the same ledger gives the same bytes. Each entry is a line of its own below a comment, so that
 * git can merge two branches that add entries at the same place: see .gitattributes.
 */
export function serialiseLedger(ledger: Ledger): string {
  const { version, edition, events } = ledgerSchema.parse(ledger);
  // JSON is YAML (YAML 1.2, section 1.3).
  const lines = events.map((entry) => `  # ${entry.kind} ${entry.id}\n  - ${JSON.stringify(entry)}\n`);
  return [
    '# The calendar as it was last published. Publishing writes this file: docs/publishing.md.\n',
    `version: ${version}\nedition: ${JSON.stringify(edition)}\n`,
    lines.length > 0 ? 'events:\n' : 'events: []\n',
    ...lines,
  ].join('');
}

/** A fingerprint of what subscribers see, 16 hexadecimal digits. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const restore =
  'Publishing alone writes this file. Take it as it was before the last edit, from the history of git.';

const empty = {
  code: 'ledger-empty',
  message: 'This ledger is empty, so nobody can tell what subscribers know.',
  fix: restore,
};

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
    message: 'Two branches have changed this ledger at the same place, and the merge left its marks here.',
    fix: 'Take the file of the branch that is published as a whole. What the content says beyond it is added when it is published.',
  };
}
