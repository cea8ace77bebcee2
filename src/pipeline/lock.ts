import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainError } from './error.ts';

export interface LockOptions {
  /** Called once, with the id of the process that holds the lock, if it has to be waited for. */
  onWait: (holder: number) => void;
  /** How long to wait for it, in milliseconds. */
  patience?: number;
}

/**
 * Runs a task while no other process runs one under the same lock. A lock whose process is gone is void, so
 * that a kill blocks nobody.
 * @param file where the lock is kept while the task runs
 * @throws PlainError if the lock does not come free in time; else what the task throws
 */
export async function withLock<T>(
  file: string,
  { onWait, patience = 600_000 }: LockOptions,
  task: () => Promise<T>,
): Promise<T> {
  const mine = `${process.pid} ${randomUUID()}`;
  const until = Date.now() + patience;
  let told = false;
  while (!acquire(file, mine)) {
    const held = read(file);
    const holder = Number.parseInt(held ?? '', 10);
    if (held === undefined || (!isAlive(holder) && remove(file, held))) continue;
    if (Date.now() > until) {
      throw new PlainError(
        `Another build of this project has been running for long (process ${holder}). End it, or delete ${file} if it is not there, and try again.`,
      );
    }
    if (!told) onWait(holder);
    told = true;
    await wait(100);
  }
  const release = () => remove(file, mine);
  process.once('exit', release);
  try {
    return await task();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** A link appears at once and with its content, which opening and writing a file would not give. */
function acquire(file: string, mine: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${mine.split(' ')[1] ?? ''}`;
  writeFileSync(draft, mine);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the lock if it still says what it is expected to: another process may have been quicker. */
function remove(file: string, expected: string): boolean {
  if (read(file) !== expected) return false;
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== expected) linkSync(aside, file);
    rmSync(aside);
    return true;
  } catch {
    return false;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
