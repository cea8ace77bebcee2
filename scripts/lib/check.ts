import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from '../../src/pipeline/environment.ts';

/** A program that looks at the whole project and says yes or no. */
export interface Check {
  name: string;
  /** A program of the packages, with its arguments. */
  command: [program: string, ...args: string[]];
}

export interface Ran {
  ok: boolean;
  output: string;
  seconds: string;
}

/**
 * Runs a program of the installed packages in the project's folder, without a keyboard.
 * @param show true lets it print as it goes; else what it prints is in the result
 */
export async function runProgram([program, ...args]: Check['command'], show = false): Promise<Ran> {
  const start = performance.now();
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', fail);
    child.on('close', (code) => {
      done({ ok: code === 0, output, seconds: ((performance.now() - start) / 1000).toFixed(1) });
    });
  });
}

/** Runs a check and prints its line, with what it said if it failed. */
export async function runCheck({ name, command }: Check): Promise<boolean> {
  const { ok, output, seconds } = await runProgram(command);
  console.log(`${name.padEnd(9)} ${ok ? 'passed' : 'FAILED'} (${seconds} s)`);
  if (!ok) console.log(`${command.join(' ')}\n${output.trim()}\n`);
  return ok;
}
