import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../scripts/lib/server.ts';
import { copyProject } from '../project.ts';
import { findChromium, type Chromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the real site is served, with a slash at its end. */
    siteUrl: string;
    /** The folder of the built site. */
    siteDir: string;
    chromium: Chromium;
  }
}

/** Builds the real site once, in a copy of the project, serves it, and has a browser ready for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', await findChromium());
  const copy = copyProject();
  const { code, output } = await copy.run('build');
  if (code !== 0) {
    copy.remove();
    throw new Error(`The site for the browser tests could not be built.\n${output}`);
  }
  const dir = join(copy.root, 'dist');
  const server = await serveSite({ dir });
  project.provide('siteDir', dir);
  project.provide('siteUrl', server.url);
  return async () => {
    await server.close();
    copy.remove();
  };
}
