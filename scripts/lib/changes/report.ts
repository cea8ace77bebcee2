import { readFileSync, statSync } from 'node:fs';
import { root } from '../../../src/pipeline/environment.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { findRevision } from '../../../src/pipeline/git.ts';
import { loadSite, requireModel } from '../../../src/pipeline/load.ts';
import { readSettings } from '../../../src/pipeline/settings.ts';
import { compareStates } from './compare.ts';
import { limits, parseReport, type Report } from './report-schema.ts';
import { readStateAt } from './state.ts';

/**
 * Compares the content folder with the content of a commit, and its calendar with the last publication.
 * @param ref a branch, tag or commit; without it, the default branch
 * @throws PlainError if there is no such commit, or the content in the folder has errors
 */
export async function makeReport(ref: string | undefined): Promise<Report> {
  const settings = readSettings(process.env, root);
  const loaded = await loadSite(settings, { now: new Date() });
  const { calendars } = requireModel(loaded, 'Nothing was compared, since the content has');
  const { library, ledgers } = loaded.content;
  const [site] = library.originals.site;
  if (!site) throw new Error('The content has no site.yaml, and the check has not said so.');
  const revision = findRevision(settings.contentDir, ref);
  const { state, before } = readStateAt(settings, revision, ledgers, site);
  return compareStates(state, { library, calendars }, before);
}

/**
 * Reads a report from an untrusted file.
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
  const report = parseReport(readFileSync(file, 'utf8'));
  if (!report) throw refuse('is no report of changes');
  return report;
}
