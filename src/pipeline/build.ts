import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { renderText } from '../format/issues.ts';
import { count, countContent } from './content.ts';
import type { BuildContext, Pictures } from './context.ts';
import { root } from './environment.ts';
import { checkCalendars, writeFeeds } from './feeds.ts';
import { makeFonts } from './fonts.ts';
import { addressOf, loadSite, requireModel } from './load.ts';
import { withLock } from './lock.ts';
import { buildPages } from './pages.ts';
import { placePictures, startPictures } from './pictures.ts';
import { createStaging, mend, publish, refuseOut } from './publish.ts';
import { indexSearch } from './search.ts';
import { readSettings, type Address, type Settings } from './settings.ts';
import { shareSite } from './shared-site.ts';

export interface BuiltSite {
  /** The folder of the site. */
  dir: string;
  address: Address;
  settings: Settings;
}

/**
 * The steps of a build after the load, in order. Each returns its counts for the report, such as
 * "15 weeks, 3 events", and throws if the site must not be published.
 */
const steps: { name: string; run: (context: BuildContext) => Promise<string> }[] = [
  { name: 'Calendar', run: checkCalendars },
  { name: 'Fonts', run: makeFonts },
  { name: 'Pages', run: buildPages },
  { name: 'Pictures', run: placePictures },
  { name: 'Feeds', run: writeFeeds },
  { name: 'Search', run: indexSearch },
];

/**
 * Builds the site that the environment describes, and publishes it to its folder once all steps are done.
 * Prints a line a step. One build at a time: a second one waits.
 * @throws if a step fails; the site is then as it was before
 */
export async function buildSite(): Promise<BuiltSite> {
  const settings = readSettings(process.env, root);
  return withBuildLock(async () => {
    const { outDir, contentDir, publicDir } = settings;
    await refuseOut(outDir, { root, sources: [contentDir, publicDir] });
    await mendSite(outDir);
    const work = await createStaging(settings.outDir);
    let pictures: Pictures | undefined;
    try {
      const site = join(work, 'site');
      await mkdir(site);
      const loaded = await loadContent(settings);
      // A pipeline that keeps nothing between its runs gains nothing by a cache.
      const drawings = settings.ci ? join(work, 'pictures') : join(root, 'node_modules/.cache/pictures');
      pictures = startPictures(loaded.model, drawings);
      const context = { ...loaded, site, work, pictures };
      for (const { name, run } of steps) {
        const start = performance.now();
        printStep(name, await run(context), start);
      }
      const start = performance.now();
      const entries = await readdir(site, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      await publish(site, settings.outDir);
      printStep('Publish', count(files, 'file'), start);
      return { dir: settings.outDir, address: context.address, settings };
    } finally {
      await pictures?.stop();
      await rm(work, { recursive: true, force: true });
    }
  });
}

/** Loads the site: everything after it takes what is loaded here. Prints warnings. */
async function loadContent(settings: Settings): Promise<Omit<BuildContext, 'site' | 'work' | 'pictures'>> {
  const start = performance.now();
  const loaded = shareSite(await loadSite(settings, { now: new Date() }));
  const model = requireModel(loaded, 'Nothing was built, since the content has');
  const { issues, content } = loaded;
  if (issues.length > 0) console.log(`${renderText(issues)}\n`);
  const address = addressOf(loaded);
  printStep('Content', `${countContent(content)}, ${count(issues, 'warning')}`, start);
  return { ...loaded, model, address };
}

/** Repairs what a killed build left, unless a build is running: that one has done so. */
export async function mendSite(outDir: string): Promise<void> {
  for (const sentence of await mend(outDir)) console.log(sentence);
}

/** Runs a task while no build of this project is running. Builds share Astro's folder `.astro`. */
export async function withBuildLock<T>(task: () => Promise<T>): Promise<T> {
  const onWait = () => {
    console.log('Another build of this project is under way. Waiting for it.');
  };
  return withLock(join(root, '.astro', 'lock.sqlite'), { onWait }, task);
}

/** The folder of a site for a message: relative to the project if it lies in it. */
export const nameFolder = (dir: string) => {
  const path = relative(root, dir);
  return path.startsWith('..') ? dir : `${path}/`;
};

/** @param start when the step began, as `performance.now()` gives it */
function printStep(name: string, counts: string, start: number): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(9)} ${counts} (${seconds} s)`);
}
