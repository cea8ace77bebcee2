import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Settings } from '../../../src/pipeline/settings.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { labelOf } from '../../../src/pipeline/content.ts';

/**
 * Writes the folder of a new edition: it is there with all its files, or not at all.
 * @param files texts by path inside the content folder, all of them in the edition's
 * @throws PlainError if there is such a folder
 */
export async function writeEdition(
  settings: Settings,
  edition: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const folder = join(settings.contentDir, edition);
  if (existsSync(folder))
    throw new PlainError(`${labelOf(settings)}/${edition}/ is there already. Nothing was written.`);
  // Beside the content, where nothing reads it, and on the same disk, so that it can be moved at once.
  const stage = await mkdtemp(join(dirname(settings.contentDir), '.new-edition-'));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(stage, path)), { recursive: true });
      await writeFile(join(stage, path), text);
    }
    await rename(join(stage, edition), folder);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
