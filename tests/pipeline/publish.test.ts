import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStaging, mend, publish } from '../../src/pipeline/publish.ts';

let root: string;
let dist: string;
let previous: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-'));
  dist = join(root, 'dist');
  previous = join(root, '.dist-previous');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A site is two files: one without the other is not whole. */
function writeSite(dir: string, edition: string): string {
  mkdirSync(join(dir, 'weeks'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), edition);
  writeFileSync(join(dir, 'weeks', 'index.html'), edition);
  return dir;
}

function readSite(dir: string): string | undefined {
  const files = [join(dir, 'index.html'), join(dir, 'weeks', 'index.html')];
  if (!files.every((file) => existsSync(file))) return undefined;
  const [first, second] = files.map((file) => readFileSync(file, 'utf8'));
  return first === second ? first : undefined;
}

const stage = async (edition: string) => writeSite(join(await createStaging(dist), 'site'), edition);
const leftovers = () => readdirSync(root).filter((name) => name !== 'dist');

describe('publish', () => {
  it('puts the first site in its place', async () => {
    await publish(await stage('new'), dist);
    expect(readSite(dist)).toBe('new');
  });

  it('replaces the site and keeps no file of the one before', async () => {
    writeSite(dist, 'old');
    writeFileSync(join(dist, 'gone.html'), 'old');
    await publish(await stage('new'), dist);
    expect(readSite(dist)).toBe('new');
    expect(readdirSync(dist)).not.toContain('gone.html');
    expect(existsSync(previous)).toBe(false);
  });

  it('leaves the site as it was if the new one is not there', async () => {
    writeSite(dist, 'old');
    await expect(publish(join(root, 'missing'), dist)).rejects.toThrow(/ENOENT/);
    expect(readSite(dist)).toBe('old');
    expect(existsSync(previous)).toBe(false);
  });

  it('gives each build a working folder of its own, beside the site', async () => {
    const [one, two] = await Promise.all([createStaging(dist), createStaging(dist)]);
    expect(one).not.toBe(two);
    expect(readdirSync(root)).toHaveLength(2);
  });
});

describe('mend', () => {
  const states: { state: string; make: () => void; after: string | undefined }[] = [
    { state: 'there is nothing at all', make: () => undefined, after: undefined },
    {
      state: 'the first build stopped while it was at work',
      make: () => mkdirSync(join(root, '.dist-staging-a', 'site'), { recursive: true }),
      after: undefined,
    },
    {
      state: 'a build stopped while it was at work',
      make: () => {
        writeSite(dist, 'old');
        mkdirSync(join(root, '.dist-staging-a', 'site'), { recursive: true });
      },
      after: 'old',
    },
    {
      state: 'the site was moved away and the new one not yet in its place',
      make: () => {
        writeSite(previous, 'old');
        writeSite(join(root, '.dist-staging-a', 'site'), 'new');
      },
      after: 'old',
    },
    {
      state: 'the new site is in its place and the one before not yet removed',
      make: () => {
        writeSite(dist, 'new');
        writeSite(previous, 'old');
        mkdirSync(join(root, '.dist-staging-a'));
      },
      after: 'new',
    },
    {
      state: 'the one before was being removed',
      make: () => {
        writeSite(dist, 'new');
        mkdirSync(join(root, '.dist-staging-b', 'discarded', 'weeks'), { recursive: true });
      },
      after: 'new',
    },
  ];

  it.each(states)('leaves the last good site and nothing else when $state', async ({ make, after }) => {
    make();
    await mend(dist);
    expect(readSite(dist)).toBe(after);
    expect(leftovers()).toEqual([]);
    expect(await mend(dist)).toEqual([]);
  });

  it('says what it did', async () => {
    writeSite(previous, 'old');
    expect(await mend(dist)).toEqual(['A build was stopped halfway: dist/ is again the site before it.']);
  });

  it('leaves the folders of other sites alone', async () => {
    writeSite(dist, 'old');
    mkdirSync(join(root, '.preview-staging-a'));
    await mend(dist);
    expect(leftovers()).toEqual(['.preview-staging-a']);
  });
});

describe('a kill', () => {
  const module = pathToFileURL(join(import.meta.dirname, '../../src/pipeline/publish.ts')).href;

  /** Publishes in another process, which kills itself before its n-th change of the disk. */
  function publishAndKill(site: string, n: number): NodeJS.Signals | null {
    const program = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      let left = ${n};
      for (const name of ['rename', 'rm', 'mkdtemp']) {
        const change = fs.promises[name];
        fs.promises[name] = (...values) => {
          left -= 1;
          if (left === 0) process.kill(process.pid, 'SIGKILL');
          return change(...values);
        };
      }
      syncBuiltinESMExports();
      const { publish } = await import(${JSON.stringify(module)});
      await publish(${JSON.stringify(site)}, ${JSON.stringify(dist)});`;
    return spawnSync(process.execPath, ['--input-type=module', '--eval', program]).signal;
  }

  it('at any change of the disk leaves a whole site, which the next command finds', async () => {
    const found: (string | undefined)[] = [];
    for (let n = 1; n < 20; n++) {
      rmSync(root, { recursive: true });
      writeSite(dist, 'old');
      writeSite(previous, 'older');
      const signal = publishAndKill(await stage('new'), n);
      expect(readSite(dist) ?? readSite(previous)).toBeDefined();
      await mend(dist);
      found.push(readSite(dist));
      expect(leftovers()).toEqual([]);
      if (signal === null) break;
    }
    expect(found).toEqual(['old', 'old', 'old', 'old', 'old', 'new', 'new', 'new', 'new']);
  });
});
