import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from '../../src/pipeline/environment.ts';

/** A check of the whole project that passes or fails. */
export interface Check {
  name: string;
  /** A program in node_modules/.bin, with its arguments. */
  command: [program: string, ...args: string[]];
}

export interface ProgramResult {
  /** Whether it exited with code 0. */
  ok: boolean;
  output: string;
  seconds: string;
}

/**
 * Runs a program in node_modules/.bin from the project's root, without stdin.
 * @param show whether it prints to the terminal; otherwise its output is in the result
 */
export async function runProgram([program, ...args]: Check['command'], show = false): Promise<ProgramResult> {
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

export interface CheckResult {
  ok: boolean;
  /** A line, with the program's output below it if it failed. */
  report: string;
}

export async function runCheck({ name, command }: Check): Promise<CheckResult> {
  const { ok, output, seconds } = await runProgram(command);
  const line = `${name.padEnd(9)} ${ok ? 'passed' : 'FAILED'} (${seconds} s)`;
  return { ok, report: ok ? line : `${line}\n${command.join(' ')}\n${output.trim()}\n` };
}
