import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const checkout = resolve(import.meta.dirname, '..');

/** The programme that tests build, as a folder with `content` and `public`. */
export const gardens = join(checkout, 'tests/fixtures/gardens');

/** The parts of src/ that a build takes beside Astro's folders: for projects with pages of their own. */
export const engine = [
  'src/calendar',
  'src/exports',
  'src/format',
  'src/i18n',
  'src/map',
  'src/model',
  'src/pipeline',
  'src/reader',
  'src/search',
];

const copied = ['src', 'scripts', 'content', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

export interface Project {
  /** The folder of the copy. */
  root: string;
  /** Runs a command of `scripts/` in the copy, with nothing of the caller's settings in its environment. */
  run(script: string, options?: RunOptions): Promise<Result>;
  /** Deletes the copy. */
  remove(): void;
}

export interface RunOptions {
  args?: string[];
  env?: Record<string, string>;
  /** Called whenever the command has printed something, with all that it has printed, and a way to end it. */
  watch?: (output: string, end: (signal: NodeJS.Signals) => void) => void;
  /** Milliseconds after which the command is killed (SIGKILL). */
  killAfter?: number;
  /** A program with its arguments that runs the command, such as `setpriv`. */
  runner?: string[];
}

export interface Result {
  code: number | null;
  /** What the command printed, both channels in their order. */
  output: string;
}

/**
 * Copies the project to a temporary folder, so that a test can build it without touching a tracked file,
 * `dist/`, or a running server or build. `content` and `public` are those of the fixture, never the organiser's.
 * @param overlay a folder copied over the result: other content, other pages
 * @param parts the files and folders to copy, by default all that a build needs
 */
export function copyProject(overlay?: string, parts: readonly string[] = copied): Project {
  const root = mkdtempSync(join(tmpdir(), 'programme-microsite-'));
  for (const part of parts) {
    const from = join(part === 'content' || part === 'public' ? gardens : checkout, part);
    if (existsSync(from)) cpSync(from, join(root, part), { recursive: true });
  }
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'), 'junction');
  if (overlay) cpSync(overlay, root, { recursive: true });
  return {
    root,
    run: (script, options) => run(root, script, options),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function run(
  root: string,
  script: string,
  { args = [], env = {}, watch, killAfter, runner = [] }: RunOptions = {},
): Promise<Result> {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  return new Promise((done, fail) => {
    const [program = '', ...words] = [...runner, process.execPath, `scripts/${script}.ts`, ...args];
    const child = spawn(program, words, {
      cwd: root,
      // Node drops variables that are undefined.
      env: { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    let output = '';
    const collect = (chunk: string) => {
      output += chunk;
      watch?.(output, (signal) => child.kill(signal));
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, output });
    });
  });
}
