import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { openPage } from './browser.ts';

/**
 * What axe finds wrong with a page as it stands, in words: a test expects none. The pages have no frames of other
 * origins, so axe need not go by way of a second page, and what it finds right is not told: half the time.
 */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary ?? ''}`),
  );
}

/**
 * Expects no violation on any of some pages, and a silent console.
 * @param files from the site's root, such as `ko/index.html`
 */
export async function expectAccessible(files: readonly string[]): Promise<void> {
  expect(files).not.toEqual([]);
  const { page, trouble } = await openPage('');
  const found: Record<string, string[]> = {};
  for (const file of files) {
    const address = file.replace(/index\.html$/, '');
    await page.goto(new URL(address, inject('siteUrl')).href);
    const violations = await findViolations(page);
    if (violations.length > 0) found[address] = violations;
  }
  expect(found).toEqual({});
  expect(trouble).toEqual([]);
}
