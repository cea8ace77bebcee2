import { cpSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../../scripts/lib/import/options.ts';
import { fixtures } from './site.ts';
import { copyProject, type Project } from '../../project.ts';
import { keys, openTerminal } from '../terminal.ts';

let project: Project;
beforeAll(() => {
  project = copyProject(undefined, ['src', 'scripts', 'package.json', 'public', 'content']);
  cpSync(join(fixtures, 'schedule.csv'), join(project.root, 'schedule.csv'));
});
afterAll(() => project.remove());

const run = (...args: string[]) => project.run('import', { args });
const read = (path: string) => readFileSync(join(project.root, path), 'utf8');
const snapshot = () =>
  readdirSync(join(project.root, 'content'), { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(join(project.root, 'content', path)).mtimeMs] as const);
const lastLines = (output: string, count: number) => output.trimEnd().split('\n').slice(-count).join('\n');
const week = 'content/2022/weeks/phase-1-week-5.mdx';

describe('npm run import', { timeout: 60_000 }, () => {
  it('shows the plan, and writes nothing without a terminal', async () => {
    const before = snapshot();
    const { code, output } = await run('schedule.csv');
    expect(output).toContain('E “Topic” -> topic, or title');
    expect(output).toContain(`  row 5: ${week}\n    start: 2022-03-28 -> 2022-03-29`);
    expect(lastLines(output, 1)).toBe(
      'Nothing was written, since there is nobody to ask. The same command with --yes writes 3 files, and leaves out what cannot be placed (5).',
    );
    expect(code).toBe(0);
    expect(snapshot()).toEqual(before);
  });

  it('writes nothing with --dry-run, also with --yes', async () => {
    const before = snapshot();
    const { code, output } = await run('schedule.csv', '--dry-run', '--yes');
    expect(lastLines(output, 1)).toBe(
      'Nothing was written (--dry-run). Without it this writes 3 files, and leaves out what cannot be placed (5).',
    );
    expect(code).toBe(0);
    expect(snapshot()).toEqual(before);
  });

  it('asks at a terminal, and writes nothing after no', async () => {
    const before = snapshot();
    const terminal = openTerminal(project.root, 'import', ['schedule.csv']);
    await terminal.see('Cannot be placed (5)');
    await terminal.see('This writes 3 files');
    terminal.type(keys.enter);
    const { code, shown } = await terminal.end;
    expect(shown).toContain('Nothing was written.');
    expect(code).toBe(0);
    expect(snapshot()).toEqual(before);
  });

  it('writes with --yes, shows the next steps, and writes nothing the second time', async () => {
    const { code, output } = await run('schedule.csv', '--yes');
    expect(lastLines(output, 5)).toMatchInlineSnapshot(`
      "3 files written. Look at them with git diff. Next:
        npm run translations: these are older now than what they translate: content/2022/weeks/phase-1-week-7.ko.mdx, content/2022/weeks/phase-1-week-8.ko.mdx
        npm run check: the whole content once more, warnings included
        npm run calendar: shows what subscribers will get
        npm run changes -- HEAD: what visitors will see change"
    `);
    expect(code).toBe(0);
    expect(read(week)).toContain('start: 2022-03-29\n');
    const before = snapshot();
    const again = await run('schedule.csv', '--yes');
    expect(lastLines(again.output, 1)).toBe(
      'Nothing was written, since no row has anything new that can be placed.',
    );
    expect(again.code).toBe(1);
    expect(snapshot()).toEqual(before);
  });

  it('explains wrong options, with exit code 1', async () => {
    const { code, output } = await run('schedule.csv', '--edition', '2021');
    expect(output).toBe(
      '--edition cannot be "2021". Did you mean "2022"? Write one of 2022. Nothing was written.\n',
    );
    expect(code).toBe(1);
    expect(readOptions(['a.csv'], { npm_config_dry_run: 'true' }).isDryRun).toBe(true);
    expect(() => readOptions([])).toThrow('Write the name of the file');
    expect(() => readOptions(['a.csv', 'b.csv'])).toThrow('Write the name of one file');
    expect(() => readOptions(['a.csv', '--as', 'week'])).toThrow(
      '--as cannot be "week". Did you mean "weeks"? Write one of weeks, events, partners, prizes.',
    );
  });
});
