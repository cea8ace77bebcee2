import { expect, it } from 'vitest';
import { compareProblems, compareText, type Problem } from '../../src/model/issue.ts';

const problem = (
  file: string,
  line: number,
  column: number,
  severity: Problem['severity'] = 'error',
  code = 'a',
) => ({ file, line, column, severity, code, message: '', fix: '' });

it('orders problems as a reader goes through the files', () => {
  const ordered = [
    problem('a.yaml', 1, 9),
    problem('a.yaml', 2, 1),
    problem('a.yaml', 2, 3, 'error', 'a'),
    problem('a.yaml', 2, 3, 'error', 'b'),
    problem('a.yaml', 2, 3, 'warning', 'a'),
    problem('a.yaml', 10, 1),
    problem('b.yaml', 1, 1),
  ];
  expect(ordered.toReversed().sort(compareProblems)).toEqual(ordered);
});

it('compares texts in the same way in every country', () => {
  expect(['ä', 'a', 'Z', '한', 'z'].sort(compareText)).toEqual(['Z', 'a', 'z', 'ä', '한']);
});
