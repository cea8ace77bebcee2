import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { isFull } from '../seed.ts';
import { listPages } from '../site/dom.ts';
import { openPage } from './browser.ts';

/** One page of each kind. */
export const kinds = [
  '',
  '2022/schedule/',
  '2022/weeks/phase-1-week-5/',
  '2022/weeks/phase-1-week-8/',
  '2022/topics/',
  '2022/topics/soil-and-sdgs/',
  '2022/events/kick-off/',
  '2022/partners/',
  '2022/prizes/',
  '2022/take-part/',
  '2022/calendar/',
  '2022/changes/',
  'search/',
  'editions/',
  'about/',
  'privacy/',
  'accessibility/',
  'licence/',
  '404.html',
];

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
 * Expects no violation on a page of each kind, and a silent console; on all pages in `npm run test:full`.
 * @param tree the part of the site in one language: `ko/`, or nothing for the default
 */
export async function expectAccessible(tree: '' | 'ko/'): Promise<void> {
  const isChosen = (file: string) =>
    file.startsWith('ko/') === (tree === 'ko/') &&
    (isFull || kinds.includes(file.slice(tree.length).replace(/index\.html$/, '')));
  const files = listPages(inject('siteDir')).filter(isChosen);
  expect(files.length).toBeGreaterThanOrEqual(kinds.length - 1);
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
