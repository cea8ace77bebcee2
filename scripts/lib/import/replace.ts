import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlainError } from '../../../src/pipeline/error.ts';

/** A file that is to be written. */
export interface Replacement {
  path: string;
  text: string;
  /** What it says now; undefined where there is none yet. */
  before: string | undefined;
}

/**
 * Writes files, all of them or none: first each under another name beside its place, then all in their places.
 * @throws PlainError, with everything as it was, if one of them has changed since it was read or cannot be written
 */
export async function replaceFiles(files: readonly Replacement[]): Promise<void> {
  for (const { path, before } of files) {
    const now = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (now !== before)
      throw new PlainError(
        `${path} has changed in the meantime. Run the same command again. Nothing was written.`,
      );
  }
  const drafts = files.map((file) => ({ ...file, draft: `${file.path}.${process.pid}~` }));
  const done: Replacement[] = [];
  try {
    for (const { path, draft, text } of drafts) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(draft, text);
    }
    for (const file of drafts) {
      await rename(file.draft, file.path);
      done.push(file);
    }
  } catch (error) {
    for (const { path, before } of done) await (before === undefined ? rm(path) : writeFile(path, before));
    throw new PlainError(`Nothing was written, since a file could not be: ${(error as Error).message}`);
  } finally {
    for (const { draft } of drafts) await rm(draft, { force: true });
  }
}
