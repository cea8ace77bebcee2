import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openPage } from './browser.ts';
import { hear, openSearch } from './search.ts';

/** A browser whose visitor has chosen all colours. */
const options = { forcedColors: 'active' } as const;

const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

it('shows what was found in the colours of a mark', async () => {
  const { page } = await openSearch('frost', '', options);
  await hear(page, '3 results');
  const mark = '.search-groups mark';
  const system = await page.evaluate(() => {
    const probe = document.createElement('p');
    probe.style.setProperty('background-color', 'Mark');
    probe.style.setProperty('color', 'MarkText');
    document.body.append(probe);
    const { backgroundColor, color } = getComputedStyle(probe);
    return { backgroundColor, color };
  });
  expect(await styleOf(page, mark, 'background-color')).toBe(system.backgroundColor);
  expect(await styleOf(page, mark, 'color')).toBe(system.color);
});

it.each([
  { path: '2022/schedule/', chosen: '#list' },
  { path: '2022/schedule/#month', chosen: '#month' },
])('shows which view of the schedule is chosen: $chosen', async ({ path, chosen }) => {
  const { page } = await openPage(path, options);
  // The computed background does not show forced colours: only forced-color-adjust keeps them out.
  const kept = await page
    .locator('schedule-views > nav a')
    .evaluateAll((links) =>
      links
        .filter((link) => getComputedStyle(link).getPropertyValue('forced-color-adjust') === 'none')
        .map((link) => link.getAttribute('href')),
    );
  expect(kept).toEqual([chosen]);
});

it('draws a line below the current page of the menu alone, and one around each week of a month', async () => {
  const { page } = await openPage('2022/schedule/#month', options);
  const ground = await styleOf(page, 'header', 'background-color');
  const lines = await page
    .locator('header nav li a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBlockEndColor));
  expect(lines.filter((line) => line !== ground)).toHaveLength(1);
  expect(await styleOf(page, 'td.bar a', 'border-block-start-style')).toBe('solid');
});
