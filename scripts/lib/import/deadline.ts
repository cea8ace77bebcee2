import { Script } from 'node:vm';
import { PlainError } from '../../../src/pipeline/error.ts';

/** Milliseconds for reading a file to import: a calendar of some hundred events takes less than one second. */
const patience = 10_000;

/**
 * Runs a task that ends by itself for any sensible file. It is ended from outside, wherever it is: rules of
 * calendars, for example, can describe times that never come.
 * @throws PlainError if it takes too long; else what the task throws
 */
export function withDeadline<T>(task: () => T, timeout = patience): T {
  try {
    return new Script('task()').runInNewContext({ task }, { timeout }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new PlainError(
      `The file was not read to its end within ${timeout / 1000} seconds. Delete what does not belong to the programme, and import the rest.`,
    );
  }
}
