import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { SettingsError } from '../../src/pipeline/settings.ts';
import { findNearest } from '../../src/model/nearest.ts';
import { prepareEnvironment, root } from '../../src/pipeline/environment.ts';
import { PlainError } from '../../src/pipeline/error.ts';

/**
 * The value of an option that takes one of some.
 * @throws PlainError if it is another one, with the nearest
 */
export function chooseOption<Value extends string>(
  option: string,
  value: string,
  allowed: readonly Value[],
): Value {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  const nearest = findNearest(value, allowed);
  throw new PlainError(
    `--${option} cannot be "${value}".${nearest ? ` Did you mean "${nearest}"?` : ''} Write one of ${allowed.join(', ')}.`,
  );
}

/**
 * Runs a command of `npm run`: prepares the environment, and turns what is thrown into words and exit code 1.
 * @param run the command; when it resolves, the process goes on as long as something is open, such as a server
 */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  prepareEnvironment();
  try {
    await run();
  } catch (error) {
    console.error(explainError(error));
    process.exit(1);
  }
}

/** Ends the process with exit code 0 on Ctrl-C or a request to end, after closing what is open. */
export function endOnSignal(close: () => Promise<void>): void {
  const end = () => {
    void close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}

/**
 * Says an error in words. Errors that are made for readers are their message; Astro's have their place and
 * hint; any other is a fault of the program and keeps its trace.
 */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, loc, hint, title } = error as ErrorDetails;
  if (error instanceof PlainError || error instanceof SettingsError || code?.startsWith('ERR_PARSE_ARGS')) {
    return error.message;
  }
  const place =
    loc?.file === undefined ? '' : `${relative(root, loc.file)}:${loc.line ?? 1}:${loc.column ?? 1} `;
  const isKnown = title !== undefined || loc?.file !== undefined;
  const cause = error.cause === undefined ? [] : [`Cause: ${explainError(error.cause)}`];
  const text = isKnown
    ? [`${place}${title ?? error.name}`, error.message, ...(hint ? [hint] : []), ...cause].join('\n')
    : [error.stack ?? error.message, ...cause].join('\n');
  return stripVTControlCharacters(text);
}

/** What Node's and Astro's errors may have beside a message. */
interface ErrorDetails extends Error {
  code?: string;
  title?: string;
  hint?: string;
  loc?: { file?: string; line?: number; column?: number };
}
