import { describe, expect, it } from 'vitest';
import { findPosition, identify, issueAt } from '../../src/model/entry.ts';

const positions = {
  '': { line: 2, column: 1 },
  amount: { line: 5, column: 9 },
  'amount.value': { line: 5, column: 18 },
};

describe('the place of an issue', () => {
  it('is that of its field, or else of the nearest field around it', () => {
    expect(findPosition(positions, 'amount.value')).toEqual({ line: 5, column: 18 });
    expect(findPosition(positions, 'amount.currency')).toEqual({ line: 5, column: 9 });
    expect(findPosition(positions, 'rank')).toEqual({ line: 2, column: 1 });
    expect(findPosition({}, 'rank')).toEqual({ line: 1, column: 1 });
  });

  it('comes with the file, and makes an error of it if nothing else is said', () => {
    const entry = { file: 'content/a.yaml', positions };
    const words = { code: 'some-code', field: 'amount', message: 'It is odd.', fix: 'Mend it.' };
    expect(issueAt(entry, words)).toEqual({
      severity: 'error',
      file: 'content/a.yaml',
      line: 5,
      column: 9,
      ...words,
    });
    expect(issueAt(entry, { ...words, severity: 'warning' }).severity).toBe('warning');
  });
});

it('identifies an entry among all of them', () => {
  const names = [
    { collection: 'weeks' as const, edition: '2022', id: 'a' },
    { collection: 'weeks' as const, edition: '2023', id: 'a' },
    { collection: 'events' as const, edition: '2022', id: 'a' },
    { collection: 'site' as const, edition: undefined, id: 'a' },
  ].map(identify);
  expect(new Set(names).size).toBe(4);
});
