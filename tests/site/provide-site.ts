import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../scripts/lib/server.ts';
import type { Project } from '../project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the served site, with a slash at its end. */
    siteUrl: string;
    /** The folder of the built site. */
    siteDir: string;
  }
}

/**
 * Builds and serves a copy of the project for all tests of a vitest project. The copy is deleted at the end.
 * @returns what a global set-up returns: a function that ends the server
 * @throws with the output of the build if it fails
 */
export async function provideSite(project: TestProject, copy: Project): Promise<() => Promise<void>> {
  const { code, output } = await copy.run('build');
  if (code !== 0) {
    copy.remove();
    throw new Error(`The site for the tests could not be built.\n${output}`);
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
