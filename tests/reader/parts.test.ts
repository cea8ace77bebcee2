import { expect, it } from 'vitest';
import { toParts } from '../../src/reader/parts.ts';
import { readSample } from '../sample.ts';

it('says of each part whether it has words of its own', () => {
  const { originals, translations } = toParts(readSample().library);
  expect(originals.weeks.map(({ id, hasBody }) => [id, hasBody])).toEqual([
    ['phase-1-week-1', true],
    ['phase-1-week-2', false],
    ['phase-2-week-1', false],
  ]);
  expect(originals.site.map(({ hasBody }) => hasBody)).toEqual([false]);
  expect(translations.map(({ hasBody }) => hasBody)).toEqual([true]);
});
