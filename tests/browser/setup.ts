import { chromium as playwright } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { copyProject } from '../project.ts';
import { provideSite } from '../site/provide-site.ts';
import { findChromium, toLaunchOptions, type Chromium } from './chromium.ts';
import { provideArial } from './fonts.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium;
    /** Where the browser that all tests share listens. */
    browserAddress: string;
  }
}

/** Builds the site of the fixture once, serves it, and starts a browser for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { chromium, remove } = await provideArial(await findChromium());
  project.provide('chromium', chromium);
  const closeSite = await provideSite(project, copyProject());
  const browser = await playwright.launchServer(toLaunchOptions(chromium));
  project.provide('browserAddress', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await closeSite();
    remove();
  };
}
