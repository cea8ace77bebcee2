import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './browser.ts';

declare global {
  interface Window {
    /** The sum of layout shifts since the typeface was let through. */
    shift: number;
  }
}

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
