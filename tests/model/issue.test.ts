import { expect, it } from 'vitest';
import { compareIssues, compareText, type Issue } from '../../src/model/issue.ts';

const issue = (
  file: string,
  line: number,
  column: number,
  severity: Issue['severity'] = 'error',
  code = 'a',
) => ({ file, line, column, severity, code, message: '', fix: '' });

it('orders issues as a reader goes through the files', () => {
  const ordered = [
    issue('a.yaml', 1, 9),
    issue('a.yaml', 2, 1),
    issue('a.yaml', 2, 3, 'error', 'a'),
    issue('a.yaml', 2, 3, 'error', 'b'),
    issue('a.yaml', 2, 3, 'warning', 'a'),
    issue('a.yaml', 10, 1),
    issue('b.yaml', 1, 1),
  ];
  expect(ordered.toReversed().sort(compareIssues)).toEqual(ordered);
});

it('compares texts in the same way in every country', () => {
  expect(['ä', 'a', 'Z', '한', 'z'].sort(compareText)).toEqual(['Z', 'a', 'z', 'ä', '한']);
});
