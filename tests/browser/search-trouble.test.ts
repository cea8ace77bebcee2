import { describe, expect, it } from 'vitest';
import { findViolations } from './axe.ts';
import { openPage, type PageOptions } from './browser.ts';
import { dialog, hear, openSearch, results, see } from './search.ts';

describe('trouble', () => {
  it('says that it could not be loaded, and tries again', async () => {
    const { page } = await openPage('');
    await page.route('**/*.pf_index', (route) => route.abort());
    await page.keyboard.press('/');
    await page.waitForSelector(`${dialog} input:focus`);
    await page.keyboard.type('frost');
    await hear(page, 'The search could not be loaded.');
    await page.unroute('**/*.pf_index');
    await page.getByRole('button', { name: 'Try again' }).click();
    await hear(page, '3 results');
  });

  it('takes no answer of the server for "nothing found"', async () => {
    const { page } = await openPage('');
    await page.route('**/*.pf_index', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.keyboard.press('/');
    await page.waitForSelector(`${dialog} input:focus`);
    await page.keyboard.type('frost');
    await hear(page, 'The search could not be loaded.');
  });

  it('says that it is searching while the network is slow', async () => {
    const { page } = await openPage('');
    const gate = Promise.withResolvers<undefined>();
    await page.route('**/*.pf_meta', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.waitForSelector(`${dialog} input:focus`);
    await page.keyboard.type('frost');
    await hear(page, 'Searching…');
    await hear(page, 'This is taking longer than usual.');
    gate.resolve(undefined);
    await hear(page, '3 results');
  });

  it('keeps what it has found where nothing can be suggested', async () => {
    const { page } = await openPage('');
    await page.route('**/words.json', (route) => route.abort());
    await page.keyboard.press('/');
    await page.waitForSelector(`${dialog} input:focus`);
    await page.keyboard.type('workhsop');
    await page.locator(results).first().waitFor();
    await hear(page, 'results');
  });

  it('goes to the search page where the dialog cannot be had', async () => {
    const { page } = await openPage('');
    await page.route('**/interface.json', (route) => route.abort());
    await page.locator('search-button button').click();
    await page.waitForURL('**/search/');
    await page.getByText('The search could not be loaded.').waitFor();
    expect(await page.locator('#index').isVisible()).toBe(true);
  });
});

describe.each<PageOptions>([
  { width: 360, height: 740, reducedMotion: 'reduce' },
  { width: 360, height: 740, colorScheme: 'dark' },
  { forcedColors: 'active' },
])('with %o', (options) => {
  it('has no violation open, with results, with none and with filters, and nothing is cut off', async () => {
    const { page, trouble } = await openSearch('', 'accessibility/', options);
    const check = async () => {
      expect(await findViolations(page)).toEqual([]);
      const box = await page.locator(dialog).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(options.width ?? 1280);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('dialog, .search-panel, .search-results')].filter(
          (each) => each.scrollWidth > each.clientWidth,
        ),
      );
      expect(wide).toEqual([]);
    };
    await check();
    await page.keyboard.type('frost');
    await hear(page, '3 results');
    await page.getByRole('link', { name: '1 result in Korean' }).waitFor();
    await check();
    await page.getByRole('radio', { name: /^Topics/ }).check();
    await hear(page, '1 result');
    await check();
    await page.fill(`${dialog} [name=q]`, 'frsot');
    await hear(page, 'Did you mean');
    await check();
    expect(trouble).toEqual([]);
  });
});

describe.each<PageOptions>([
  { width: 667, height: 375 },
  { width: 740, height: 360 },
  { width: 320, height: 256 },
  { width: 360, height: 740, defaultFontSize: 32 },
])('in a window that is low or has large text: %o', (options) => {
  it('is scrolled as a whole, and cuts off neither a result nor what is typed', async () => {
    const { page } = await openSearch('seed', '', options);
    await hear(page, 'results');
    await see(page, 10);
    const cut = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '.search-panel, .search-panel :is(.search-field, input, .search-results)',
        ),
      ]
        .filter((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth)
        .map((each) => each.outerHTML.slice(0, 60)),
    );
    expect(cut).toEqual([]);
    const last = page.locator(results).nth(9);
    await last.scrollIntoViewIfNeeded();
    expect((await last.boundingBox())?.y).toBeLessThan(options.height ?? 0);
  });
});
