import { describe, expect, it } from 'vitest';
import { openPage } from './browser.ts';
import { hear, results } from './search.ts';

describe('the page of a query', () => {
  it.each([360, 1280])('moves nothing while the results come, %i px wide', async (width) => {
    const { page } = await openPage('accessibility/', { width });
    await page.addInitScript(noteShifts);
    await page.goto(new URL('../search/?q=seed', page.url()).href);
    await hear(page, 'results');
    await page.locator(results).nth(9).waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(waitForFrames);
    expect(await page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0))).toBeLessThan(
      0.1,
    );
  });

  it('never shows the index on the way to the results, and has it again once nothing is asked', async () => {
    const { page } = await openPage('accessibility/');
    const gate = Promise.withResolvers<undefined>();
    await page.route('**/*.js', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.goto(new URL('../search/?q=seed', page.url()).href, { waitUntil: 'commit' });
    await page.locator('#index').waitFor({ state: 'attached' });
    expect(await page.locator('#index').isVisible()).toBe(false);
    gate.resolve(undefined);
    await hear(page, 'results');
    await page.fill('[name=q]', '');
    await page.locator('#index').waitFor();
  });

  it('shows the index where the search cannot be loaded, whatever is asked', async () => {
    const { page } = await openPage('accessibility/');
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(new URL('../search/?q=seed', page.url()).href);
    await page.locator('#index').waitFor();
  });

  it('shows the index without script, whatever is asked', async () => {
    const { page } = await openPage('search/?q=seed', { javaScript: false });
    expect(await page.locator('#index').isVisible()).toBe(true);
  });
});

/** Runs in the page: adds up how far things move that nobody has asked to move. */
function noteShifts() {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) sum += entry.value;
    }
    document.documentElement.dataset['shift'] = String(sum);
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: waits until fonts are there and what they move has been drawn. */
async function waitForFrames() {
  await document.fonts.ready;
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
}
