import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { checkLibrary } from '../../src/model/validate.ts';
import { compareLibraries, listSentences } from '../scripts/changes/report-sample.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('recipes of CONTRIBUTING.md', () => {
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
      cwd: root,
      env,
      encoding: 'utf8',
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
  ])('%s', (title) => {
    follow(title);
    expect(findErrors()).toEqual([]);
  });

  it('Translate a text', () => {
    follow('Add an event');
    follow('Translate a text');
    expect(findErrors()).toEqual([]);
  });

  it('Bring in a sheet', () => {
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

  it('See what will change: promises what the report says', () => {
    const [, promised] =
      /### See what will change\n[^#]*?```text\n(.*)\n```/.exec(read('CONTRIBUTING.md')) ?? [];
    const before = readContent('content').library;
    const weeks = before.originals.weeks.map((week) =>
      week.id === 'phase-1-week-5' ? { ...week, data: { ...week.data, start: '2022-03-29' } } : week,
    );
    const report = compareLibraries(before, { ...before, originals: { ...before.originals, weeks } });
    expect(listSentences(report)).toEqual([`see: ${promised}`, `get: ${promised}`]);
  });
});
