import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { withLock } from '../../src/pipeline/lock.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(dir, 'folder', 'lock.sqlite');
});
afterEach(() => rmSync(dir, { recursive: true }));

const onWait = () => undefined;

/** Starts a process that holds the lock until it is killed, at the latest when the test ends. */
async function startHolder(): Promise<ChildProcess> {
  const code = `
    import { setTimeout } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(resolve(import.meta.dirname, '../../src/pipeline/lock.ts'))};
    await withLock(${JSON.stringify(file)}, { onWait() {} }, () => {
      console.log('held');
      return setTimeout(600_000);
    });`;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return holder;
}

describe('withLock', () => {
  it('gives what the task gives, and is free afterwards', async () => {
    expect(await withLock(file, { onWait }, async () => 42)).toBe(42);
    await expect(withLock(file, { onWait }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(file, { onWait, patience: 0 }, async () => 43)).toBe(43);
  });

  it('lets tasks run one after the other, and tells a waiting one once', async () => {
    const order: string[] = [];
    const task = (name: string) => async () => {
      order.push(`${name} begins`);
      await wait(250);
      order.push(`${name} ends`);
    };
    const first = withLock(file, { onWait }, task('one'));
    const second = withLock(file, { onWait: () => order.push('two waits') }, task('two'));
    await Promise.all([first, second]);
    expect(order).toEqual(['one begins', 'two waits', 'one ends', 'two begins', 'two ends']);
  });

  it('waits for another process, and goes on when that is killed', async () => {
    const holder = await startHolder();
    const next = withLock(file, { onWait: () => holder.kill('SIGKILL') }, async () => 2);
    expect(await next).toBe(2);
  });

  it('gives up if the lock does not come free', async () => {
    await startHolder();
    const waiting = withLock(file, { onWait, patience: 50 }, async () => 1);
    await expect(waiting).rejects.toThrow('Another build of this project has been running for long');
  });
});
