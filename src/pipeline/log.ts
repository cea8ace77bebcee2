import { channel } from 'node:diagnostics_channel';
import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';

// Astro loads this file twice, once of them bundled with the pages: a channel is one in the whole process.
const log = channel('programme-microsite:astro-log');

/** Where Astro sends what it has to say: its `logger.entrypoint`. */
export default function createDestination(): AstroLoggerDestination {
  return { write: (message) => log.publish(message) };
}

/** Calls `listen` with each message of Astro while a task runs, and gives back what the task gives. */
export async function listenToLog<T>(
  listen: (message: AstroLoggerMessage) => void,
  task: () => Promise<T>,
): Promise<T> {
  const subscriber = (message: unknown) => listen(message as AstroLoggerMessage);
  log.subscribe(subscriber);
  try {
    return await task();
  } finally {
    log.unsubscribe(subscriber);
  }
}
