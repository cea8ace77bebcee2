import { it } from 'vitest';
import { expectAccessible } from './axe.ts';

it('axe finds nothing in Korean pages, and the console is silent', { timeout: 600_000 }, async () => {
  await expectAccessible('ko/');
});
