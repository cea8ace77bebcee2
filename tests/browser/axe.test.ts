import { expect, inject, it } from 'vitest';
import { listPages } from '../site/dom.ts';
import { findViolations } from './axe.ts';
import { openPage } from './browser.ts';

const addresses = listPages(inject('siteDir')).map((path) => path.replace(/index\.html$/, ''));

it('axe finds nothing in any page, and the console is silent', { timeout: 600_000 }, async () => {
  const { page, trouble } = await openPage('');
  const found: Record<string, string[]> = {};
  for (const address of addresses) {
    await page.goto(new URL(address, inject('siteUrl')).href);
    const violations = await findViolations(page);
    if (violations.length > 0) found[address] = violations;
  }
  expect(found).toEqual({});
  expect(trouble).toEqual([]);
});
