import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { SettingsError } from '../../src/pipeline/settings.ts';
import { findNearest } from '../../src/model/nearest.ts';
import { prepareEnvironment, root } from '../../src/pipeline/environment.ts';
import { explainSystemError, PlainError } from '../../src/pipeline/error.ts';
import { guardConsole } from '../../src/pipeline/print.ts';

/**
 * Validates the value of an option with fixed values.
 * @throws PlainError with the nearest allowed value
 */
export function chooseOption<Value extends string>(
  option: string,
  value: string,
  allowed: readonly Value[],
): Value {
  return chooseValue(`--${option}`, value, allowed);
}

/**
 * Validates an argument with fixed values.
 * @param name the argument's name in the message
 * @throws PlainError with the nearest allowed value
 */
export function chooseValue<Value extends string>(
  name: string,
  value: string,
  allowed: readonly Value[],
): Value {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  const nearest = findNearest(value, allowed);
  throw new PlainError(
    `${name} cannot be "${value}".${nearest ? ` Did you mean "${nearest}"?` : ''} Write one of ${allowed.join(', ')}.`,
  );
}

/**
 * Runs a command of `npm run`: prepares the environment, prints errors and exits with code 1 after one.
 * @param run the command; once it resolves, the process lives on while something is open, such as a server
 */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  prepareEnvironment();
  guardConsole(console);
  try {
    await run();
  } catch (error) {
    console.error(formatError(error));
    process.exit(1);
  }
}

/** Exits with code 0 on SIGINT, SIGTERM or SIGHUP, after closing what is open. */
export function endOnSignal(close: () => Promise<void>): void {
  const end = () => {
    void close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}

/**
 * Formats an error for the terminal. A PlainError is its message, Astro's errors have file, line and hint, and
 * any other is a bug and keeps its stack trace.
 */
function formatError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, loc, hint, title } = error as ErrorDetails;
  if (
    error instanceof PlainError ||
    error instanceof SettingsError ||
    String(code).startsWith('ERR_PARSE_ARGS')
  ) {
    return error.message;
  }
  const systemError = explainSystemError(error);
  if (systemError !== undefined) return stripVTControlCharacters(systemError);
  const location =
    loc?.file === undefined ? '' : `${relative(root, loc.file)}:${loc.line ?? 1}:${loc.column ?? 1} `;
  const isKnown = title !== undefined || loc?.file !== undefined;
  const cause = error.cause === undefined ? [] : [`Cause: ${formatError(error.cause)}`];
  const text = isKnown
    ? [`${location}${title ?? error.name}`, error.message, ...(hint ? [hint] : []), ...cause].join('\n')
    : [error.stack ?? error.message, ...cause].join('\n');
  return stripVTControlCharacters(text);
}

/** What errors of Node and Astro can have besides a message. */
interface ErrorDetails extends Error {
  code?: string;
  title?: string;
  hint?: string;
  loc?: { file?: string; line?: number; column?: number };
}
