import { lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a new, empty working folder for a build, beside the folder that will be published and so on
 * the same disk, where a rename is atomic. Its name is its own, whatever else is being built.
 * @param out the folder of the finished site, such as `/project/dist`
 */
export async function createStaging(out: string): Promise<string> {
  await mkdir(dirname(out), { recursive: true });
  return mkdtemp(join(dirname(out), stagingPrefix(out)));
}

/**
 * Puts a finished site in its place by renaming alone: at every moment either `out` or the folder
 * before it (`.dist-previous` for `dist`) is whole, and `mend` restores order after a kill at any point.
 * @param site the finished folder, on the same disk as `out`; it is gone afterwards
 * @param out where the site shall be
 * @throws if a rename fails; `out` is then as it was
 */
export async function publish(site: string, out: string): Promise<void> {
  const previous = previousOf(out);
  await discard(previous, out);
  const replaces = await exists(out);
  if (replaces) await rename(out, previous);
  try {
    await rename(site, out);
  } catch (error) {
    if (replaces) await rename(previous, out);
    throw error;
  }
  await discard(previous, out);
}

/**
 * Mends what a killed build left: brings the previous site back where the current one is missing, and
 * removes leftovers. Only for when no other build of this folder is under way.
 * @param out the folder of the finished site
 * @returns what was done, a sentence each; empty if all was well
 */
export async function mend(out: string): Promise<string[]> {
  const previous = previousOf(out);
  const done: string[] = [];
  if (await exists(previous)) {
    if (await exists(out)) {
      await discard(previous, out);
    } else {
      await rename(previous, out);
      done.push(`A build was stopped halfway: ${basename(out)}/ is again the site before it.`);
    }
  }
  const leftovers = await listStaging(out);
  for (const leftover of leftovers) await rm(leftover, { recursive: true, force: true });
  if (leftovers.length > 0)
    done.push(`Removed what a stopped build had left: ${leftovers.length} folder(s).`);
  return done;
}

/** Removes a folder that may be needed whole until the very moment: it is renamed first, since removing takes time. */
async function discard(folder: string, out: string): Promise<void> {
  if (!(await exists(folder))) return;
  const trash = await createStaging(out);
  await rename(folder, join(trash, 'discarded'));
  await rm(trash, { recursive: true, force: true });
}

async function listStaging(out: string): Promise<string[]> {
  const entries = await readdir(dirname(out)).catch(() => []);
  return entries
    .filter((entry) => entry.startsWith(stagingPrefix(out)))
    .map((entry) => join(dirname(out), entry));
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

const previousOf = (out: string) => join(dirname(out), `.${basename(out)}-previous`);
const stagingPrefix = (out: string) => `.${basename(out)}-staging-`;
