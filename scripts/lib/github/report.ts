import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { renderComment } from './comment-text.ts';
import { limits, reportSchema } from '../changes/report-schema.ts';
import { root } from '../../../src/pipeline/environment.ts';
import type { Api } from './api.ts';
import { findArtifact, readArtifact } from './artifact.ts';

/** A run on a pull request, as GitHub tells of it. */
export interface Run {
  id: string;
  conclusion: string;
  sha: string;
}

/** Writes the comment on a pull request from what the run on it has left, which anybody may have written. */
export async function writeComment(api: Api, { id, conclusion, sha }: Run): Promise<string> {
  if (!/^\d+$/.test(id)) throw new Error(`"${id}" is no number of a run.`);
  const page = `${api.page}/actions/runs/${id}`;
  const report = await findArtifact(api, id, 'report.json');
  const site = await findArtifact(api, id, 'site');
  const text = report === undefined ? undefined : await readArtifact(api, report, limits.bytes);
  const changes = text === undefined ? undefined : await putIntoWords(text);
  return renderComment({
    changes,
    behind: text !== undefined && changes !== undefined && isBehind(text),
    passed: conclusion === 'success',
    sha,
    run: page,
    preview: site === undefined ? undefined : `${page}/artifacts/${site}`,
  });
}

/** Says of a report that the command has taken whether the calendar of any edition is behind its content. */
function isBehind(report: string): boolean {
  const { editions } = reportSchema.parse(JSON.parse(report));
  return editions.some(({ ledger }) => ledger.state === 'behind');
}

/** The report as Markdown, or undefined if the command refuses it. Neither the token nor its complaints go further. */
async function putIntoWords(report: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'report-'));
  const file = join(folder, 'report.json');
  try {
    await writeFile(file, report);
    const command = ['scripts/changes.ts', '--read', file, '--format', 'markdown'];
    const { PATH } = process.env;
    const options = { cwd: root, env: { PATH }, timeout: 60_000, maxBuffer: 16 * limits.bytes };
    return (await promisify(execFile)(process.execPath, command, options)).stdout;
  } catch {
    console.log('The report of the run was refused: it is none, or it is not written as it should be.');
    return undefined;
  } finally {
    await rm(folder, { recursive: true });
  }
}
