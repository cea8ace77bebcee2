import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findNearest } from '../../../src/model/nearest.ts';
import { PlainError } from '../../../src/pipeline/error.ts';

/** A commit, and what it was asked for by. */
export interface Revision {
  name: string;
  commit: string;
}

/**
 * Finds the commit that a branch, a tag or the beginning of a commit stands for.
 * @param folder a folder of the repository
 * @param name without it, the default branch, of the server or else here, at the commit where this branch left it:
 *   what others have changed there since is not taken for a change of this one
 * @throws PlainError if there is none
 */
export function findRevision(folder: string, name?: string): Revision {
  const names = name === undefined ? ['origin/main', 'main', 'HEAD'] : [name];
  for (const each of names) {
    // A name that begins with a hyphen would be read as an option, and can be no branch or tag.
    if (each.startsWith('-')) continue;
    const commit = ask(folder, ['rev-parse', '--quiet', '--verify', `${each}^{commit}`]);
    if (!commit) continue;
    const tip = commit.toString('utf8').trim();
    const fork = name === undefined ? ask(folder, ['merge-base', 'HEAD', tip]) : undefined;
    return { name: each, commit: fork?.toString('utf8').trim() ?? tip };
  }
  if (!ask(folder, ['rev-parse', '--git-dir']))
    throw new PlainError(
      'This folder is in no git repository, so there is no earlier state to compare it with. Run this in a clone of the repository.',
    );
  if (name === undefined)
    throw new PlainError('Nothing has been committed here yet, so there is nothing to compare with.');
  const nearest = findNearest(name, listNames(folder));
  throw new PlainError(
    `There is no branch, tag or commit "${name}" here.${nearest ? ` Did you mean "${nearest}"?` : ''} What is on the server only comes here with git fetch.`,
  );
}

/** The branches and tags that are known here. */
function listNames(folder: string): string[] {
  const format = '--format=%(refname:short)';
  const listed = ask(folder, ['for-each-ref', format, 'refs/heads', 'refs/tags', 'refs/remotes']);
  return listed ? listed.toString('utf8').split('\n').filter(Boolean) : [];
}

/**
 * Writes the files that a folder had at a commit into another folder, byte for byte: no setting of this machine, such
 * as one for line ends, changes them, and neither the index nor the work tree is touched. Links and submodules are no
 * content, and are left out.
 * @returns how many files it had
 * @throws PlainError if git cannot read them
 */
export function exportFolder(folder: string, commit: string, target: string): number {
  const refuse = () => new PlainError(`git cannot read the files of the commit ${commit}. Try git fsck.`);
  const listed = ask(folder, ['ls-tree', '-r', '-z', commit]);
  if (!listed) throw refuse();
  const files = listed
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, oid = '', path = ''] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      return path !== '' && isInside(path) ? [{ oid, path }] : [];
    });
  const bytes = ask(folder, ['cat-file', '--batch'], files.map(({ oid }) => `${oid}\n`).join(''));
  let place = 0;
  for (const { oid, path } of files) {
    // Each is "<oid> blob <size>", a line end, the bytes and a line end (git-cat-file, "Batch output").
    const [head = '', size] =
      /^[0-9a-f]+ blob (\d+)\n/.exec(bytes?.toString('latin1', place, place + 100) ?? '') ?? [];
    if (!bytes || !head.startsWith(oid)) throw refuse();
    const begin = place + head.length;
    place = begin + Number(size) + 1;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), bytes.subarray(begin, place - 1));
  }
  return files.length;
}

/** Whether a path stays in its folder. Git writes no other, but a repository can be made by other means. */
const isInside = (path: string) => path.split(/[\\/]/).every((part) => !['', '.', '..'].includes(part));

/**
 * Runs one of git's commands for programs, which heed no taste in colours, pagers or words.
 * @returns what it prints, or undefined if it fails
 * @throws PlainError if there is no git
 */
function ask(folder: string, args: string[], input = ''): Buffer | undefined {
  const { status, stdout, error } = spawnSync('git', args, {
    // Git's hooks name a repository in the environment; this asks for that of the folder.
    ...{ cwd: folder, env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined } },
    ...{ input, maxBuffer: 1024 ** 3, stdio: ['pipe', 'pipe', 'ignore'] },
  });
  if (error && 'code' in error && error.code === 'ENOENT')
    throw new PlainError('This needs git, which was not found: https://git-scm.com/downloads has it.');
  return status === 0 ? stdout : undefined;
}
