import { expect, it } from 'vitest';
import { askQueries, readQueries, recallAt } from '../../scripts/lib/bench/search.ts';
import { readContent } from '../../src/reader/read.ts';

it('puts the page that a query means among the first three, and nearly always first', async () => {
  const queries = readQueries();
  const answers = await askQueries(readContent('content').library, queries);
  expect(queries).toHaveLength(41);
  expect(answers).toHaveLength(queries.length);
  expect(answers.filter(({ place = Infinity }) => place > 3)).toEqual([]);
  expect(recallAt(1, answers) / answers.length).toBeGreaterThanOrEqual(0.9);
});
