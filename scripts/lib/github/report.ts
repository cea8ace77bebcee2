import { createTranslator } from '../../../src/i18n/translator.ts';
import { reportRenderers } from '../changes/render.ts';
import { limits, parseReport } from '../changes/report-schema.ts';
import { get, type Api } from './api.ts';
import { renderComment } from './comment.ts';

/** A finished workflow run, as GitHub describes it. */
export interface Run {
  id: string;
  conclusion: string;
  sha: string;
}

/** Writes the comment on a pull request from the untrusted artifacts of its run. */
export async function writeComment(api: Api, { id, conclusion, sha }: Run): Promise<string> {
  if (!/^\d+$/.test(id)) throw new Error(`"${id}" is no number of a run.`);
  const run = `${api.url}/actions/runs/${id}`;
  const reportId = await findArtifact(api, id, 'report.json');
  const siteId = await findArtifact(api, id, 'site');
  const json = reportId === undefined ? undefined : await readArtifact(api, reportId, limits.bytes);
  const report = json === undefined ? undefined : parseReport(json);
  if (json !== undefined && !report) console.log('The report of the run is not valid.');
  return renderComment({
    changes: report && reportRenderers.markdown(report, createTranslator('en')),
    passed: conclusion === 'success',
    sha,
    run,
    preview: siteId === undefined ? undefined : `${run}/artifacts/${siteId}`,
  });
}

/** The part of an artifact that is used (docs.github.com/en/rest/actions/artifacts). */
interface Artifact {
  id: number;
  expired: boolean;
}

/** Finds the id of the newest artifact with a name: a run that was repeated can have several. */
async function findArtifact(api: Api, run: string, name: string): Promise<number | undefined> {
  const query = new URLSearchParams({ name, per_page: '100' });
  const { artifacts } = await get<{ artifacts: Artifact[] }>(
    api,
    `/actions/runs/${run}/artifacts?${query.toString()}`,
  );
  const ids = artifacts.filter(({ expired }) => !expired).map(({ id }) => id);
  return ids.length > 0 ? Math.max(...ids) : undefined;
}

/**
 * Reads an artifact that was uploaded as a single file. Archives are not unpacked.
 * @param limit in bytes
 * @returns undefined if it is larger, or not UTF-8
 */
export async function readArtifact(api: Api, id: number, limit: number): Promise<string | undefined> {
  // It redirects to another host, to which fetch does not send the token.
  const { body } = await api.request('GET', `/actions/artifacts/${id}/zip`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return undefined;
  }
}
