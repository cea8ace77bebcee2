import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderParagraphs } from '../../src/format/issues.ts';
import { editorSettings, editorTasks, schemaPath } from '../../scripts/lib/reference/vscode.ts';
import { generateReference } from '../../scripts/lib/reference/files.ts';
import { listCollections } from '../../scripts/lib/reference/collections.ts';
import { findFaults, listEditedFiles } from './reference/editor-schemas.ts';
import { gardens } from '../project.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const contentFiles = listEditedFiles(join(gardens, 'content'));

describe('generated files', () => {
  it('are up to date with the schemas', async () => {
    const generated = await generateReference();
    const stale = [...generated].filter(
      ([path, text]) => !existsSync(join(root, path)) || read(path) !== text,
    );
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  it('include every schema in .vscode/schemas', async () => {
    const generated = [...(await generateReference()).keys()];
    const schemas = readdirSync(join(root, '.vscode/schemas')).map((name) => `.vscode/schemas/${name}`);
    expect(schemas.filter((path) => !generated.includes(path))).toEqual([]);
  });
});

describe('editor schemas', () => {
  it('accept every content file', () => {
    expect(contentFiles.length).toBeGreaterThan(50);
    const faults = contentFiles.map(({ path, schema, fields }) => [path, ...findFaults(schema, fields)]);
    expect(faults.filter(({ length }) => length > 1)).toEqual([]);
  });

  it.each([
    ['weeks', false, { start: '2022-02-30' }, '/start pattern'],
    ['weeks', false, { status: 'canceled' }, '/status enum'],
    ['weeks', false, { stauts: 'cancelled' }, 'additionalProperties'],
    ['events', false, { start: '2022-02-23T25:00' }, '/start pattern'],
    ['partners', false, { url: 'http://example.org' }, '/url pattern'],
    ['partners', false, { country: 'Korea' }, '/country pattern'],
    ['topics', false, { sdgs: [18] }, '/sdgs/0 maximum'],
    ['weeks', true, { start: '2022-03-07' }, 'additionalProperties'],
  ] as const)('reject wrong values in %s (translation: %s): %o', (name, isTranslation, wrong, fault) => {
    const schema = schemaPath(name, isTranslation);
    const fields = contentFiles.find((file) => file.schema === schema)?.fields as object;
    expect(findFaults(schema, { ...fields, ...wrong })).toContain(fault);
  });

  it('require the required fields', () => {
    expect(findFaults(schemaPath('people'), {})).toHaveLength(3);
  });
});

describe('editor settings', () => {
  const patterns = Object.entries(editorSettings(listCollections())['yaml.schemas']);
  const schemasOf = (path: string) =>
    patterns
      .filter(([, globs]) =>
        globs.reduce<boolean>(
          (found, glob) =>
            glob.startsWith('!') ? found && !matchesGlob(path, glob.slice(1)) : matchesGlob(path, glob),
          false,
        ),
      )
      .map(([schema]) => schema);

  it('give each YAML file exactly one schema', () => {
    const files = contentFiles.filter(({ path }) => path.endsWith('.yaml'));
    expect(files.map(({ path }) => schemasOf(path))).toEqual(files.map(({ schema }) => [`./${schema}`]));
  });

  it('match the output of npm run check', () => {
    const issue = {
      code: 'week-overlap',
      severity: 'error' as const,
      file: 'content/2030/weeks/a.mdx',
      line: 4,
      column: 8,
      message: 'Weeks overlap.',
      fix: 'Correct one.',
    };
    const lines = renderParagraphs([issue]).split('\n');
    const [first, second] =
      editorTasks.tasks[0]?.problemMatcher.pattern.map(({ regexp }) => RegExp(regexp)) ?? [];
    expect(first?.exec(lines[0] ?? '')?.slice(1)).toEqual([issue.file, '4', '8', 'error', issue.code]);
    expect(second?.exec(lines[1] ?? '')?.[1]).toBe(issue.message);
  });
});
