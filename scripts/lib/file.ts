import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlainError } from '../../src/pipeline/error.ts';

/** A file to write. */
export interface FileChange {
  path: string;
  text: string;
  /** Its text when it was read; undefined if it is new. */
  before: string | undefined;
}

/** Writes a file under another name first: whoever reads it sees the old one or the new one, whole. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}~`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Writes files, all of them or none.
 * @throws PlainError, with everything as it was, if one has changed since it was read or cannot be written
 */
export async function replaceFiles(files: readonly FileChange[]): Promise<void> {
  for (const { path, before } of files) {
    const now = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (now !== before)
      throw new PlainError(
        `${path} has changed in the meantime. Run the same command again. Nothing was written.`,
      );
  }
  const done: FileChange[] = [];
  try {
    for (const file of files) {
      await mkdir(dirname(file.path), { recursive: true });
      await replaceFile(file.path, file.text);
      done.push(file);
    }
  } catch (error) {
    for (const { path, before } of done) await (before === undefined ? rm(path) : writeFile(path, before));
    throw new PlainError(`Nothing was written, since a file could not be: ${(error as Error).message}`);
  }
}
