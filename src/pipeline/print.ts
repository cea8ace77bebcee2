import { format, stripVTControlCharacters } from 'node:util';
import { showForbidden } from '../model/characters.ts';

/**
 * Makes text of others safe for a terminal and for the log of a workflow: control characters and other invisible
 * ones are written as their code points, and nothing reads as a command to GitHub's runner, which has `::` at the
 * beginning of a line or `##[` anywhere in it (github.com/actions/runner, src/Runner.Common/ActionCommand.cs). JSON
 * stays JSON.
 */
export function toPrintable(text: string): string {
  return showForbidden(stripVTControlCharacters(text))
    .replaceAll(/^(\s*)::/gm, '$1: :')
    .replaceAll('##[', '## [');
}

/** Prints commands to GitHub's runner, such as annotations. What they say must be escaped already. */
export function printCommands(text: string): void {
  process.stdout.write(`${showForbidden(text)}\n`);
}

/** Makes all that goes to a console printable, whoever prints it. */
export function guardConsole(target: Pick<Console, 'log' | 'info' | 'warn' | 'error'>): void {
  const printTo =
    (stream: NodeJS.WriteStream) =>
    (...values: unknown[]) => {
      stream.write(`${toPrintable(format(...values))}\n`);
    };
  Object.assign(target, {
    log: printTo(process.stdout),
    info: printTo(process.stdout),
    warn: printTo(process.stderr),
    error: printTo(process.stderr),
  });
}
