import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listCollections } from '../../scripts/lib/reference/collections.ts';
import { findFaults, listEditedFiles } from '../scripts/reference/editor-schemas.ts';

it('names existing files as examples', () => {
  const examples = listCollections().map(({ example }) => example);
  expect(examples.filter((path) => !existsSync(path))).toEqual([]);
});

it('has schemas that accept every content file', () => {
  const files = listEditedFiles('content');
  expect(files.length).toBeGreaterThan(50);
  const faults = files.map(({ path, schema, fields }) => [path, ...findFaults(schema, fields)]);
  expect(faults.filter(({ length }) => length > 1)).toEqual([]);
});
