import type { TestProject } from 'vitest/node';
import { copyProject } from '../project.ts';
import { provideSite } from '../site/provide-site.ts';
import { findChromium, type Chromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium;
  }
}

/** Builds the site of the fixture once, serves it, and prepares a browser for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', await findChromium());
  return provideSite(project, copyProject());
}
