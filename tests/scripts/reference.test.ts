import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../src/reader/front-matter.ts';
import { readContent } from '../../src/reader/read.ts';
import { checkLibrary } from '../../src/model/validate.ts';
import { parseAddress } from '../../src/model/registry.ts';
import { renderParagraphs } from '../../src/format/issues.ts';
import { editorSettings, editorTasks, schemaPath } from '../../scripts/lib/reference/editor.ts';
import { makeReference } from '../../scripts/lib/reference/files.ts';
import { listKinds } from '../../scripts/lib/reference/kinds.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Every content file with its fields and the schema that is its own. */
const contentFiles = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' }).flatMap(
  (name) => {
    const path = name.replaceAll('\\', '/');
    const address = parseAddress(path);
    if (!address) return [];
    const schema = schemaPath(address.collection, address.translation !== undefined);
    const text = read(`content/${path}`);
    const parts = path.endsWith('.mdx') ? splitFrontMatter({ path, name: path, text }) : undefined;
    const fields: unknown = parse(parts && 'yaml' in parts ? parts.yaml : text) ?? {};
    return [{ path: `content/${path}`, schema, fields }];
  },
);

const ajv = new Ajv({ allErrors: true, formats: fullFormats, keywords: ['patternErrorMessage'] });
const validators = new Map(
  [...new Set(contentFiles.map(({ schema }) => schema))].map((schema) => [
    schema,
    ajv.compile(JSON.parse(read(schema)) as object),
  ]),
);

function findFaults(schema: string, fields: unknown): string[] {
  const validate = validators.get(schema);
  validate?.(fields);
  return (validate?.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`.trim());
}

describe('generated files', () => {
  it('are current: npm run reference changes nothing', async () => {
    const made = await makeReference();
    const stale = [...made].filter(([path, text]) => !existsSync(join(root, path)) || read(path) !== text);
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  it('are all there is: no schema is left of a kind that is gone', async () => {
    const made = [...(await makeReference()).keys()];
    const schemas = readdirSync(join(root, '.vscode/schemas')).map((name) => `.vscode/schemas/${name}`);
    expect(schemas.filter((path) => !made.includes(path))).toEqual([]);
  });

  it('name examples that are there', () => {
    const examples = listKinds().map(({ example }) => example);
    expect(examples.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('schemas', () => {
  it('take every content file as it is', () => {
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
  ] as const)('refuse what is wrong in %s (translation: %s): %o', (name, isTranslation, wrong, fault) => {
    const schema = schemaPath(name, isTranslation);
    const fields = contentFiles.find((file) => file.schema === schema)?.fields as object;
    expect(findFaults(schema, { ...fields, ...wrong })).toContain(fault);
  });

  it('name what is missing', () => {
    expect(findFaults(schemaPath('people'), {})).toHaveLength(3);
  });
});

describe('the settings of the editor', () => {
  const patterns = Object.entries(editorSettings(listKinds())['yaml.schemas']);
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

  it('give each YAML file the one schema that is its own', () => {
    const files = contentFiles.filter(({ path }) => path.endsWith('.yaml'));
    expect(files.map(({ path }) => schemasOf(path))).toEqual(files.map(({ schema }) => [`./${schema}`]));
  });

  it('find the place and the words of an issue in what the check prints', () => {
    const issue = {
      ...{ code: 'week-overlap', file: 'content/2030/weeks/a.mdx', line: 4, column: 8 },
      ...{ severity: 'error' as const, message: 'Weeks overlap.', fix: 'Correct one.' },
    };
    const lines = renderParagraphs([issue]).split('\n');
    const [first, second] =
      editorTasks.tasks[0]?.problemMatcher.pattern.map(({ regexp }) => RegExp(regexp)) ?? [];
    expect(first?.exec(lines[0] ?? '')?.slice(1)).toEqual([issue.file, '4', '8', 'error', issue.code]);
    expect(second?.exec(lines[1] ?? '')?.[1]).toBe(issue.message);
  });
});

describe('recipes of CONTRIBUTING.md, followed to the letter', () => {
  let copy = '';
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'recipe-'));
    cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  /** What a recipe has to write, each with the content file that the words before it name last. */
  function readSteps(title: string) {
    const recipe = read('CONTRIBUTING.md').split(`### ${title}\n`)[1]?.split('\n### ')[0] ?? '';
    const blocks = [...recipe.matchAll(/```(diff|yaml|text|sh|csv)\n([\s\S]*?)\n```/g)];
    return blocks.map(({ 1: kind = '', 2: text = '', index }) => {
      const name = kind === 'csv' ? /`([\w-]+\.csv)`/g : /`(content\/[^`]+)`/g;
      const named = [...recipe.slice(0, index).matchAll(name)].at(-1)?.[1] ?? '';
      return { kind, text, path: join(copy, named) };
    });
  }

  function follow(title: string): void {
    const steps = readSteps(title);
    expect(steps).not.toEqual([]);
    for (const { kind, text, path } of steps) {
      const linesOf = (sign: string) =>
        text.split('\n').flatMap((line) => (line.startsWith(sign) ? line.slice(1) : []));
      if (kind === 'diff') {
        const before = `\n${linesOf('-').join('\n')}\n`;
        const old = `\n${readFileSync(path, 'utf8')}`;
        expect(old.split(before)).toHaveLength(2);
        writeFileSync(path, old.replace(before, () => ['', ...linesOf('+'), ''].join('\n')).slice(1));
      } else if (kind === 'sh') runCommand(text);
      else if (kind === 'yaml' || kind === 'csv') writeFileSync(path, `${text}\n`);
      else
        for (const line of text.split('\n')) {
          const [from = '', to = ''] = line.split(' -> ');
          renameSync(join(copy, from), join(copy, to));
        }
    }
  }

  /** Runs a command as it is written, on the copy of the content. */
  function runCommand(line: string): void {
    const [, script = '', words = ''] = /^npm run (\w+) -- (.*)$/.exec(line) ?? [];
    const args = [...words.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
    const env = { ...process.env, CONTENT_DIR: join(copy, 'content'), INIT_CWD: copy };
    const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
      ...{ cwd: root, env, encoding: 'utf8' },
    });
    expect([status, stderr]).toEqual([0, '']);
  }

  function findErrors(): string[] {
    const { library, issues } = readContent(join(copy, 'content'));
    const context = { now: new Date('2022-07-01T00:00:00Z'), locales: ['en', 'ko'], label: 'content' };
    const publicFiles = new Set(['partners/example-university.svg']);
    return [...issues, ...checkLibrary(library, { ...context, publicFiles })]
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
  }
  const readEvent = (id: string) =>
    readContent(join(copy, 'content')).library.originals.events.find((event) => event.id === id)?.data;

  it.each([
    ['Change a date'],
    ['Move a week'],
    ['Add a week'],
    ['Cancel an event'],
    ['Add a partner with a logo'],
    ['Add an event'],
    ['Add a person to an event'],
    ['Announce results'],
    ['Start next year'],
  ])('%s', { timeout: 30_000 }, (title) => {
    follow(title);
    expect(findErrors()).toEqual([]);
  });

  it('Translate a text', () => {
    follow('Add an event');
    follow('Translate a text');
    expect(findErrors()).toEqual([]);
  });

  it('Bring in a sheet', { timeout: 30_000 }, () => {
    follow('Bring in a sheet');
    expect(readEvent('workshop-2')).toMatchObject({ start: '2022-05-20T16:00', end: '2022-05-20T17:30' });
    expect(readEvent('closing-talk')).toMatchObject({ start: '2022-06-10T15:00', attendance: 'in-person' });
    expect(findErrors()).toEqual([]);
  });

  it('Rename a file: nothing is wrong but links to the old address', () => {
    follow('Rename a file');
    expect(readEvent('opening')).toBeDefined();
    expect(findErrors().filter((code) => code !== 'link-nowhere')).toEqual([]);
  });

  it('do what they promise', () => {
    follow('Change a date');
    follow('Cancel an event');
    expect(readEvent('workshop-1')).toMatchObject({ start: '2022-05-14', end: '2022-05-14' });
    expect(readEvent('workshop-2')).toMatchObject({ status: 'cancelled' });
  });
});
