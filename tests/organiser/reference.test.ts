import { expect, it } from 'vitest';
import { findFaults, listEditedFiles } from '../scripts/reference/editor-schemas.ts';

it('has schemas that accept every content file', () => {
  const files = listEditedFiles('content');
  expect(files.length).toBeGreaterThan(50);
  const faults = files.map(({ path, schema, fields }) => [path, ...findFaults(schema, fields)]);
  expect(faults.filter(({ length }) => length > 1)).toEqual([]);
});
