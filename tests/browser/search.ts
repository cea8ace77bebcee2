import type { Page } from 'playwright-core';
import { openPage, type PageOptions } from './browser.ts';

export const dialog = 'dialog[open]';
const status = '[role=status]';
export const results = '.search-results a';

/** Opens a page, and on it the search with a query. */
export async function openSearch(query: string, path = '', options: PageOptions = {}) {
  const opened = await openPage(path, options);
  await opened.page.keyboard.press('/');
  await opened.page.waitForSelector(`${dialog} input:focus`);
  await opened.page.keyboard.type(query);
  return opened;
}

export const textsOf = (page: Page, selector: string) => page.locator(selector).allInnerTexts();
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? '');

/** Waits until the live region says something. */
export const hear = (page: Page, text: string | RegExp) => page.locator(status, { hasText: text }).waitFor();

/** Waits for the results: the first is there before the others. */
export const see = (page: Page, count: number) =>
  page
    .locator(results)
    .nth(count - 1)
    .waitFor();
