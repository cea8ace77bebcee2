import { inject, it } from 'vitest';
import { listPages } from '../site/dom.ts';
import { expectAccessible } from './axe.ts';

it('axe finds nothing in Korean pages, and the console is silent', { timeout: 600_000 }, async () => {
  await expectAccessible(listPages(inject('siteDir')).filter((path) => path.startsWith('ko/')));
});
