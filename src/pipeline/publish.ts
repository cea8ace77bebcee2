import {
  access,
  constants,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { PlainError } from './error.ts';

/** The file by which a build knows the folder of an earlier one: only such a folder is ever replaced. */
const marker = '.site-build';
const markerText = 'Written by npm run build. Each build replaces this folder with everything in it.\n';

/** Folders of the project that hold no built site. */
const projectFolders = ['src', 'content', 'public', 'scripts', 'tests', 'docs', 'node_modules'];

export interface OutRules {
  /** The project's folder. */
  root: string;
  /** Other folders that the build reads. */
  sources: readonly string[];
}

/**
 * Refuses a folder that no build may replace: one of the project, one with other files, or what is no folder.
 * @param out the folder of the finished site, absolute
 * @throws PlainError saying why, or an error of the file system, before anything was changed
 */
export async function refuseOut(out: string, { root, sources }: OutRules): Promise<void> {
  const place = await findPlace(out);
  const project = await findPlace(root);
  const refuse = (why: string) =>
    new PlainError(
      `OUT_DIR is ${out}: ${why}. A build replaces that folder whole, so nothing was built. Name a new or empty folder, or leave OUT_DIR out.`,
    );
  const own = projectFolders.map((name) => join(project, name));
  for (const folder of [...own, ...(await Promise.all(sources.map(findPlace)))]) {
    if (isInside(place, folder) || isInside(folder, place)) throw refuse(`it is, or holds, ${folder}`);
  }
  const [first = ''] = relative(project, place).split(sep);
  if (isInside(project, place) || (isInside(place, project) && first.startsWith('.')))
    throw refuse('it belongs to the project itself');
  const stats = await lstat(out).catch(() => undefined);
  if (stats === undefined) return;
  if (!stats.isDirectory()) throw refuse('it is no folder');
  // Found out only while publishing, the folder could no longer be put aside.
  await access(out, constants.W_OK);
  const names = await readdir(out);
  if (names.length === 0 || names.includes(marker)) return;
  // Builds of earlier versions left no marker.
  const isEarlier =
    place === join(project, 'dist') && names.includes('index.html') && names.includes('calendar.ics');
  if (!isEarlier) throw refuse('it has files that no build has put there');
}

/** Whether a path is a folder, or lies in it. */
const isInside = (path: string, folder: string) =>
  path === folder || path.startsWith(`${folder}${sep}`.replace('//', '/'));

/** The path without links, also of what does not exist yet. */
async function findPlace(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined);
  if (found !== undefined || dirname(path) === path) return found ?? path;
  return resolve(await findPlace(dirname(path)), basename(path));
}

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
  await writeFile(join(site, marker), markerText);
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
