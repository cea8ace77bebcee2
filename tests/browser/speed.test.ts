import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import subsetFont from 'subset-font';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage } from './browser.ts';

declare global {
  interface Window {
    /** The sum of layout shifts since the typeface was let through. */
    shift: number;
  }
}

const require = createRequire(import.meta.url);
const paths = [
  '',
  '2022/schedule/',
  '2022/weeks/phase-1-week-5/',
  '2022/topics/',
  '2022/events/kick-off/',
  '2022/partners/',
  '2022/prizes/',
  '2022/questions/',
  '2022/calendar/',
];

let fonts: string;
beforeAll(async () => {
  fonts = mkdtempSync(join(tmpdir(), 'fonts-'));
  for (const weight of [400, 700]) {
    const file = require.resolve(`@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`);
    const text = String.fromCharCode(...Array.from({ length: 0x17f }, (_, code) => code));
    const font = await subsetFont(readFileSync(file), text, { targetFormat: 'sfnt' });
    writeFileSync(join(fonts, `arimo-${weight}.ttf`), font);
  }
  const { FONTCONFIG_FILE = '/etc/fonts/fonts.conf' } = inject('chromium').env;
  writeFileSync(
    join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <include ignore_missing="yes">${FONTCONFIG_FILE}</include><dir>${fonts}</dir></fontconfig>`,
  );
});
afterAll(() => rmSync(fonts, { recursive: true }));

/** The families whose files are there. */
const listFonts = (page: Page) =>
  page.evaluate(() =>
    [...document.fonts].flatMap(({ family, status }) => (status === 'loaded' ? [family] : [])).join(),
  );

describe.each([390, 1280])('at %i pixels', (width) => {
  it.each(paths)('/%s does not move when its typeface comes late', async (path) => {
    const gate = Promise.withResolvers<undefined>();
    const { page } = await openPage(path, {
      width,
      // This machine may have no font with the widths of Arial.
      env: { FONTCONFIG_FILE: join(fonts, 'fonts.conf') },
      waitUntil: 'domcontentloaded',
      prepare: async (context) => {
        await context.route('**/_astro/fonts/*', async (route) => {
          await gate.promise;
          await route.continue();
        });
      },
    });
    await page.waitForTimeout(500);
    const before = await listFonts(page);
    expect(before).toContain('Latin fallback');
    expect(before).not.toContain('Archivo');
    await page.evaluate(() => {
      window.shift = 0;
      new PerformanceObserver((list) => {
        const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
        for (const { value } of shifts) window.shift += value;
      }).observe({ type: 'layout-shift' });
    });
    gate.resolve(undefined);
    await page.waitForLoadState('load');
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.shift)).toBeLessThan(0.01);
  });
});

it('fetches the next page while the pointer rests on its link', async () => {
  const { page, trouble } = await openPage('2022/', { isOpen: true });
  const link = page.locator('a[href="/2022/about/"]').first();
  await link.hover();
  await page.waitForTimeout(1500);
  await link.click();
  await page.waitForURL('**/2022/about/');
  const type = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as PerformanceEntry & { deliveryType: string }).deliveryType;
  });
  expect(type).toBe('navigational-prefetch');
  expect(trouble).toEqual([]);
});
