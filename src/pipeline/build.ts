import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createStaging, mend, publish } from './publish.ts';
import { readSettings, type Address, type Settings } from './settings.ts';
import { addressOf, count, loadContent } from './content.ts';
import { root } from './environment.ts';
import { withLock } from './lock.ts';
import { steps, type BuildContext } from './steps.ts';

export interface BuiltSite {
  /** The folder of the site. */
  dir: string;
  address: Address;
  settings: Settings;
}

/**
 * Builds the site that the environment describes, and puts it in its place once all steps are done. Prints
 * a line a step. One build at a time: a second one waits.
 * @throws if a step fails; the site is then as it was before
 */
export async function buildSite(): Promise<BuiltSite> {
  const settings = readSettings(process.env, root);
  return withBuildLock(async () => {
    await mendSite(settings.outDir);
    const work = await createStaging(settings.outDir);
    try {
      const site = join(work, 'site');
      await mkdir(site);
      const context: BuildContext = { settings, content: loadContent(settings), site, work };
      for (const { name, run } of steps) await report(name, () => run(context));
      await report('Publish', async () => {
        const entries = await readdir(site, { recursive: true, withFileTypes: true });
        await publish(site, settings.outDir);
        return count(
          entries.filter((entry) => entry.isFile()),
          'file',
        );
      });
      return { dir: settings.outDir, address: addressOf(settings, context.content), settings };
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
}

/** Mends what a killed build left, unless a build is under way: that one has seen to it. */
export async function mendSite(outDir: string): Promise<void> {
  for (const sentence of await mend(outDir)) console.log(sentence);
}

/** Runs a task while no build of this project is under way. Builds share Astro's folder `.astro`. */
export async function withBuildLock<T>(task: () => Promise<T>): Promise<T> {
  const onWait = (holder: number) => {
    console.log(`Another build of this project is under way (process ${holder}). Waiting for it.`);
  };
  return withLock(join(root, '.astro', 'build.lock'), { onWait }, task);
}

/** The folder of a site, as a person would name it. */
export const nameFolder = (dir: string) => {
  const path = relative(root, dir);
  return path.startsWith('..') ? dir : `${path}/`;
};

async function report(name: string, run: () => Promise<string>): Promise<void> {
  const start = performance.now();
  const counts = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(9)} ${counts} (${seconds} s)`);
}
