import { get, type Api } from './api.ts';

/** What is used of an artifact (docs.github.com/en/rest/actions/artifacts). */
interface Artifact {
  id: number;
  expired: boolean;
}

/**
 * Finds what a run has left under a name: the newest, where a run was repeated.
 * @returns its id, or undefined if there is none
 */
export async function findArtifact(api: Api, run: string, name: string): Promise<number | undefined> {
  const query = new URLSearchParams({ name, per_page: '100' });
  const { artifacts } = await get<{ artifacts: Artifact[] }>(
    api,
    `/actions/runs/${run}/artifacts?${query.toString()}`,
  );
  const ids = artifacts.filter(({ expired }) => !expired).map(({ id }) => id);
  return ids.length > 0 ? Math.max(...ids) : undefined;
}

/**
 * Reads an artifact as text, whatever it is: one that was uploaded as it is comes as it is, and any other is an archive,
 * which nobody unpacks here.
 * @param limit in bytes
 * @returns undefined if it is larger than that, or no text
 */
export async function readArtifact(api: Api, id: number, limit: number): Promise<string | undefined> {
  // The redirect leads to another host, which fetch does not give the token.
  const { body } = await api.ask('GET', `/actions/artifacts/${id}/zip`);
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
