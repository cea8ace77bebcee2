import { readFileSync, statSync } from 'node:fs';
import { readSettings } from '../../../src/pipeline/settings.ts';
import { hashText, ledgerName } from '../../../src/reader/ledger-file.ts';
import { limits, reportSchema, type Report } from './report-data.ts';
import { compareStates } from './compare/compare.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { findIssues, labelOf, loadContent, refuseErrors } from '../../../src/pipeline/content.ts';
import { root } from '../../../src/pipeline/environment.ts';
import { findRevision } from './git.ts';
import { readStateAt, toState } from './state.ts';

/**
 * Compares the content as it lies in the folder with what it was at a commit.
 * @param ref a branch, tag or commit; without it, the default branch
 * @throws PlainError if there is no such commit, or the content in the folder has errors
 */
export function makeReport(ref: string | undefined): Report {
  const settings = readSettings(process.env, root);
  const content = loadContent(settings);
  refuseErrors(findIssues(settings, content), 'Nothing was compared, since the content has');
  const [site] = content.library.originals.site;
  if (!site) throw new Error('The content has no site.yaml, and the check has not said so.');
  const label = labelOf(settings);
  const revision = findRevision(settings.contentDir, ref);
  const { state, before } = readStateAt(settings.contentDir, revision, { label, site });
  return compareStates(state, toState(content.library, content.ledgers), {
    ...{ before, hash: hashText },
    ledgerFile: (edition) => `${label}/${edition}/${ledgerName}`,
  });
}

/**
 * Reads a report from a file, which anybody may have written: nothing of it is taken that is not as it should be.
 * @throws PlainError if it is no report
 */
export function readReport(file: string): Report {
  const refuse = (why: string) =>
    new PlainError(
      `${file} ${why}. Write one with npm run --silent changes -- --format json, and name its file.`,
    );
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw refuse('is no file');
  if (stats.size > limits.bytes)
    throw refuse(`has more than ${limits.bytes} bytes, so it is no report of changes`);
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw refuse('is no report of changes');
  }
}
