import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainError } from './error.ts';

export interface LockOptions {
  /** Called once if another process holds the lock. */
  onWait: () => void;
  /** How long to wait for it, in milliseconds. */
  patience?: number;
}

/** https://sqlite.org/rescode.html#busy */
const busy = 5;

/**
 * Runs a task while no other process runs one under the same lock. It is the lock of an empty SQLite database,
 * which the operating system frees when its process ends, however it ends.
 * @param file where the database is kept, empty, also after the task
 * @throws PlainError if the lock does not come free in time; else what the task throws
 */
export async function withLock<T>(
  file: string,
  { onWait, patience = 600_000 }: LockOptions,
  task: () => Promise<T>,
): Promise<T> {
  const database = openDatabase(file);
  try {
    const until = Date.now() + patience;
    for (let tries = 0; !acquire(database, file); tries += 1) {
      if (tries === 0) onWait();
      if (Date.now() > until)
        throw new PlainError(
          'Another build of this project has been running for long. End its process and try again.',
        );
      await wait(100);
    }
    return await task();
  } finally {
    database.close();
  }
}

function openDatabase(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return new DatabaseSync(file);
  } catch (error) {
    throw explain(error, file);
  }
}

/** SQLite says why, such as "attempt to write a readonly database". */
function explain(error: unknown, file: string): PlainError {
  const reason = error instanceof Error ? error.message : String(error);
  return new PlainError(
    `The lock of the build cannot be written, in ${dirname(file)}: ${reason}. If the folder is read-only, make it writable and try again.`,
  );
}

function acquire(database: DatabaseSync, file: string): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false;
    throw explain(error, file);
  }
}
