import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../src/pipeline/lock.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(dir, 'folder', 'build.lock');
});
afterEach(() => rmSync(dir, { recursive: true }));

const onWait = () => undefined;

describe('withLock', () => {
  it('gives what the task gives, and leaves nothing behind', async () => {
    expect(await withLock(file, { onWait }, async () => 42)).toBe(42);
    await expect(withLock(file, { onWait }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
    expect(await withLock(file, { onWait }, async () => 43)).toBe(43);
  });

  it('lets tasks run one after the other, and tells a waiting one who holds the lock', async () => {
    const order: string[] = [];
    const holders: number[] = [];
    const task = (name: string) => async () => {
      order.push(`${name} begins`);
      await wait(150);
      order.push(`${name} ends`);
    };
    const first = withLock(file, { onWait }, task('one'));
    const second = withLock(file, { onWait: (holder) => holders.push(holder) }, task('two'));
    await Promise.all([first, second]);
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    expect(holders).toEqual([process.pid]);
  });

  it('takes no notice of a lock whose process is gone', async () => {
    const gone = spawnSync(process.execPath, ['--eval', '']).pid;
    mkdirSync(dirname(file));
    writeFileSync(file, `${gone} a-token`);
    expect(await withLock(file, { onWait, patience: 0 }, async () => readFileSync(file, 'utf8'))).toMatch(
      new RegExp(`^${process.pid} `),
    );
  });

  it('says what to do if the lock does not come free', async () => {
    mkdirSync(dirname(file));
    writeFileSync(file, `${process.pid} another-token`);
    const waiting = withLock(file, { onWait, patience: 50 }, async () => 1);
    await expect(waiting).rejects.toThrow(`process ${process.pid}). End it, or delete ${file}`);
    expect(readFileSync(file, 'utf8')).toBe(`${process.pid} another-token`);
  });
});
