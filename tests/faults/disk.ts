import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Project } from '../project.ts';
import { hashFolder, leftovers, requireWords, runWell, type Random } from './command.ts';

/**
 * Builds into a small disk (tmpfs) that is full at another point each time, and into folders of its own size.
 * The site before stays whole, the command says in words that the disk is full, and works again once there is room.
 * @returns a line for the report, which says so where nobody may mount a disk
 */
export async function fillDisk(project: Project, count: number, random: Random): Promise<string> {
  const disk = mkdtempSync(join(tmpdir(), 'disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk]).status === 0;
  if (!mounted) {
    rmSync(disk, { recursive: true });
    return 'full disk: not tried, since this user may not mount one (run it as root)';
  }
  try {
    const out = join(disk, 'site');
    const options = { env: { OUT_DIR: out } };
    await runWell(project, 'build', options);
    const [before, size] = [hashFolder(out), measure(out)];
    const filler = join(disk, 'filler');
    for (let index = 0; index < count; index++) {
      writeFileSync(filler, '');
      const room = Math.floor(random() * size * 0.5);
      const free = 16 * 1024 * 1024 - measure(out);
      writeFileSync(filler, Buffer.alloc(Math.max(0, free - room - 64 * 1024)));
      requireWords(await project.run('build', options), /disk is full/);
      if (hashFolder(out) !== before) throw new Error(`With ${room} bytes of room the site was lost.`);
      rmSync(filler);
    }
    await runWell(project, 'build', options);
    if (hashFolder(out) !== before || leftovers(out).length > 0) throw new Error('The site was not mended.');
    return `${count} builds on a full disk: said so in words, the site before was whole, the next build worked`;
  } finally {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  }
}

/** The blocks that a folder takes on a disk, in bytes. */
const measure = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .map((item) => statSync(join(item.parentPath, item.name)).blocks * 512)
    .reduce((sum, bytes) => sum + bytes, 0);

/** The user and group "nobody" of most systems. */
const nobody = 65_534;
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];

/**
 * Runs commands as a user without rights, on folders that are read-only.
 * @param ledger a ledger that is behind its content, by its path in the project
 * @returns a line for the report, which says so where no other user can be had
 */
export async function tryReadOnly(project: Project, ledger: string): Promise<string> {
  if (process.getuid?.() === 0 && spawnSync(asNobody[0] ?? '', [...asNobody.slice(1), 'true']).status !== 0)
    return 'read-only folders: not tried, since there is no setpriv';
  const runner = process.getuid?.() === 0 ? asNobody : [];
  const options = { runner, env: { HOME: project.root, NODE_COMPILE_CACHE: '' } };
  const dist = join(project.root, 'dist');
  await runWell(project, 'build');
  mkdirSync(join(project.root, '.astro'), { recursive: true });
  giveTo(project.root, runner.length > 0 ? nobody : statSync(project.root).uid);
  const before = hashFolder(dist);
  const edition = join(project.root, ledger, '..');
  const folders: [folder: string, script: string, ...args: string[]][] = [
    [dist, 'build'],
    [project.root, 'build'],
    [join(project.root, '.astro'), 'build'],
    [edition, 'calendar', '--write'],
  ];
  for (const [folder, script, ...args] of folders) {
    chmodSync(folder, 0o555);
    requireWords(await project.run(script, { ...options, args }), /has no right to|read-only/);
    chmodSync(folder, 0o755);
    if (hashFolder(dist) !== before) throw new Error(`With ${folder} read-only the site was lost.`);
  }
  await runWell(project, 'build', options);
  await runWell(project, 'calendar', { ...options, args: ['--write'] });
  return `${folders.length} read-only folders: said so in words, the site before was whole, the next command worked`;
}

/** Makes everything in a folder another user's; links stay as they are. */
function giveTo(dir: string, user: number): void {
  chownSync(dir, user, user);
  for (const item of readdirSync(dir, { recursive: true, withFileTypes: true }))
    if (!item.isSymbolicLink()) chownSync(join(item.parentPath, item.name), user, user);
}
