import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Project, Result, RunOptions } from '../project.ts';

/** Numbers from 0 up to, but without, 1. The same seed gives the same ones (mulberry32). */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Everything in a folder as one hash; undefined if there is no such folder. */
export function hashFolder(dir: string): string | undefined {
  if (!existsSync(dir)) return undefined;
  const hash = createHash('sha256');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  for (const file of files.map((item) => join(item.parentPath, item.name)).sort())
    hash.update(`${file.slice(dir.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs a command that must succeed. */
export async function runWell(project: Project, script: string, options?: RunOptions): Promise<string> {
  const { code, output } = await project.run(script, options);
  if (code !== 0) throw new Error(`npm run ${script} failed:\n${output}`);
  return output;
}

/** What a stopped build may leave beside the folder of the site. */
export const leftovers = (out: string): string[] =>
  readdirSync(dirname(out)).filter((name) => name.startsWith(`.${basename(out)}-`));

/** Fails unless a command has ended with an error in words: no stack trace, and no success. */
export function requireWords({ code, output }: Result, words: RegExp): void {
  if (code === 1 && words.test(output) && !/^\s+at .+:\d+:\d+/m.test(output)) return;
  throw new Error(`A command ended with code ${code} and without a plain message:\n${output}`);
}
