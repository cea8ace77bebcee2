import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findNearest } from '../model/nearest.ts';
import { isLedger } from '../model/registry.ts';
import { readLedger, type LedgerFile } from '../reader/ledger-file.ts';
import { PlainError } from './error.ts';

/** A commit, and the branch, tag or abbreviation that it was found by. */
export interface Revision {
  name: string;
  commit: string;
}

/**
 * Finds the commit of a branch, a tag or an abbreviated commit.
 * @param folder a folder of the repository
 * @param name without it, the commit where this branch left the default branch (the server's, else the local one):
 *   later commits of others on that branch are no changes of this one
 * @throws PlainError if there is none
 */
export function findRevision(folder: string, name?: string): Revision {
  const names = name === undefined ? ['origin/main', 'main', 'HEAD'] : [name];
  for (const each of names) {
    // Git would read a leading hyphen as an option; no branch or tag has one.
    if (each.startsWith('-')) continue;
    const tip = readGit(folder, ['rev-parse', '--quiet', '--verify', `${each}^{commit}`]);
    if (tip === undefined) continue;
    const fork = name === undefined ? readGit(folder, ['merge-base', 'HEAD', tip]) : undefined;
    return { name: each, commit: fork ?? tip };
  }
  if (!runGit(folder, ['--version']))
    throw new PlainError('This needs git, which was not found: https://git-scm.com/downloads has it.');
  if (!runGit(folder, ['rev-parse', '--git-dir']))
    throw new PlainError(
      'This folder is in no git repository, so there is no earlier state to compare it with. Run this in a clone of the repository.',
    );
  if (name === undefined)
    throw new PlainError('Nothing has been committed here yet, so there is nothing to compare with.');
  const format = '--format=%(refname:short)';
  const known = readGit(folder, ['for-each-ref', format, 'refs/heads', 'refs/tags', 'refs/remotes']);
  const nearest = findNearest(name, known?.split('\n').filter(Boolean) ?? []);
  throw new PlainError(
    `There is no branch, tag or commit "${name}" here.${nearest ? ` Did you mean "${nearest}"?` : ''} What is on the server only comes here with git fetch.`,
  );
}

/**
 * Writes the files of a folder at a commit into another folder, byte for byte: unlike `git archive` and
 * `git checkout` it applies no settings or attributes, and leaves the index and the work tree alone. Links and
 * submodules are left out.
 * @returns the number of files
 * @throws PlainError if git cannot read them
 */
export function exportFolder(folder: string, commit: string, target: string): number {
  const refuse = () => new PlainError(`git cannot read the files of the commit ${commit}. Try git fsck.`);
  const files = listFiles(folder, commit);
  if (!files) throw refuse();
  const bytes = runGit(folder, ['cat-file', '--batch'], files.map(({ oid }) => `${oid}\n`).join(''));
  let position = 0;
  for (const { oid, path } of files) {
    // Each is "<oid> blob <size>", a line feed, the bytes and a line feed (git-cat-file, "Batch output").
    const [header = '', size] =
      /^[0-9a-f]+ blob (\d+)\n/.exec(bytes?.toString('latin1', position, position + 100) ?? '') ?? [];
    if (!bytes || !header.startsWith(oid)) throw refuse();
    const start = position + header.length;
    const end = start + Number(size);
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), bytes.subarray(start, end));
    position = end + 1;
  }
  return files.length;
}

/** The branch on which publishing keeps the ledgers, as it was last fetched. */
export const publishedBranch = 'origin/published';

/**
 * Reads the ledgers of the last publication.
 * @param contentDir the content folder
 * @returns undefined if that folder is not `content` of a repository, if the repository has no published branch,
 *   or if what is checked out comes from that branch, so that the folder has its ledgers
 */
export function readPublishedLedgers(contentDir: string): LedgerFile[] | undefined {
  const inRoot = readGit(contentDir, ['rev-parse', '--show-prefix']) === 'content/';
  const commit =
    inRoot && readGit(contentDir, ['rev-parse', '--quiet', '--verify', `${publishedBranch}^{commit}`]);
  if (!commit || runGit(contentDir, ['merge-base', '--is-ancestor', commit, 'HEAD'])) return undefined;
  return (listFiles(contentDir, commit) ?? [])
    .filter(({ path }) => isLedger(path))
    .map(({ oid, path }) => {
      const text = runGit(contentDir, ['cat-file', 'blob', oid])?.toString('utf8') ?? '';
      return readLedger({ path, name: `${publishedBranch}:content/${path}`, text });
    });
}

/** Lists the files of a folder at a commit; undefined if git cannot. Links and submodules are left out. */
function listFiles(folder: string, commit: string): { oid: string; path: string }[] | undefined {
  return readGit(folder, ['ls-tree', '-r', '-z', commit])
    ?.split('\0')
    .flatMap((line) => {
      const [, oid = '', path = ''] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      return path !== '' && isInside(path) ? [{ oid, path }] : [];
    });
}

/** Whether a path stays in its folder: git writes no other, but a tree can be made by other means. */
const isInside = (path: string) => path.split(/[\\/]/).every((part) => !['', '.', '..'].includes(part));

const readGit = (folder: string, args: string[]) => runGit(folder, args)?.toString('utf8').trim();

/**
 * Runs a plumbing command of git, which ignores the user's colours, pagers and aliases.
 * @returns its output, or undefined if it fails or git is not installed
 */
function runGit(folder: string, args: string[], input = ''): Buffer | undefined {
  const { status, stdout } = spawnSync('git', args, {
    cwd: folder,
    // A git hook sets these to its own repository.
    env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined },
    input,
    maxBuffer: 1024 ** 3,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
