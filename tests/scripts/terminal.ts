import { spawn } from '@lydell/node-pty';
import { stripVTControlCharacters } from 'node:util';

/** A pseudo terminal in which a command of `scripts/` runs. */
export interface Terminal {
  /** Waits until a text appears after the one that was seen last. */
  see(text: string): Promise<void>;
  /** Types keys. */
  type(keys: string): void;
  /** The exit code and all output, once the command has ended. */
  end: Promise<{ code: number; shown: string }>;
}

export const keys = { enter: '\r', down: '\x1b[B', clear: '\x15', stop: '\x03' };

/**
 * Starts a command in a real terminal, in a copy of the project.
 * @param root the folder of the copy
 */
export function openTerminal(root: string, script: string, args: string[] = []): Terminal {
  const { PATH = '', HOME = '' } = process.env;
  const terminal = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: root,
    cols: 200,
    rows: 50,
    name: 'xterm',
    env: { PATH, HOME, TERM: 'xterm', NO_COLOR: '1' },
  });
  let shown = '';
  let seen = 0;
  const watchers = new Set<() => void>();
  terminal.onData((data) => {
    shown += stripVTControlCharacters(data).replaceAll('\r', '');
    for (const watch of watchers) watch();
  });
  return {
    type: (typed) => terminal.write(typed),
    see: (text) =>
      new Promise((done, fail) => {
        const late = setTimeout(() => {
          watchers.delete(watch);
          fail(new Error(`"${text}" is not shown. This is:\n${shown.slice(seen)}`));
        }, 20_000);
        const watch = () => {
          const place = shown.indexOf(text, seen);
          if (place < 0) return;
          seen = place + text.length;
          clearTimeout(late);
          watchers.delete(watch);
          done();
        };
        watchers.add(watch);
        watch();
      }),
    end: new Promise((done) => terminal.onExit(({ exitCode }) => done({ code: exitCode, shown }))),
  };
}
