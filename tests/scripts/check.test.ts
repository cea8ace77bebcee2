import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyProject, type Project } from '../project.ts';

const fixture = resolve(import.meta.dirname, '../pipeline/fixture');
const week = 'content/2030/weeks/phase-1-week-1.mdx';

let project: Project;
beforeAll(() => {
  project = copyProject(fixture, ['src', 'scripts', 'package.json']);
});
beforeEach(() => cpSync(join(fixture, 'content'), join(project.root, 'content'), { recursive: true }));
afterAll(() => project.remove());

const change = (path: string, from: string, to: string) => {
  const file = join(project.root, path);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
};
const check = (...args: string[]) => project.run('check', { args });

describe('npm run check', () => {
  it('says in a sentence that nothing is wrong', async () => {
    const { code, output } = await check();
    expect(output).toBe('1 week, 0 events, 0 topics: no errors.\n');
    expect(code).toBe(0);
  });

  it('says everything that is wrong, and fails', async () => {
    change(week, '2030-03-10', '2030-02-30');
    change('content/2030/programme.yaml', 'Europe/Zurich', 'Europe/Geneva');
    const { code, output } = await check();
    expect(output).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:6:11 error zone-unknown
        There is no time zone "Europe/Geneva". Did you mean "Europe/Zurich"?
        Write "timezone: Europe/Zurich".

      content/2030/weeks/phase-1-week-1.mdx:5:6 error date-impossible
        There is no day "2030-02-30": that month ends on 2030-02-28.
        Write the right day, such as "end: 2030-02-28".

      More about each: docs/errors.md#date-impossible, docs/errors.md#zone-unknown

      1 week, 0 events, 0 topics: 2 errors.
      "
    `);
    expect(code).toBe(1);
  });

  it('succeeds where something is merely odd', async () => {
    change('content/2030/programme.yaml', 'upcoming', 'ended');
    const { code, output } = await check();
    expect(output).toContain('warning state-dates');
    expect(output).toMatch(/: no errors, 1 warning\.\n$/);
    expect(code).toBe(0);
  });

  it('writes data and nothing else', async () => {
    const right = await check('--format', 'json');
    expect(JSON.parse(right.output)).toEqual([]);
    change(week, 'number: 1', 'number: 0');
    const { code, output } = await check('--format=json');
    expect(JSON.parse(output)).toMatchObject([{ file: week, line: 3, column: 9, code: 'value-range' }]);
    expect(code).toBe(1);
  });

  it('writes annotations for a pull request', async () => {
    change(week, 'number: 1', 'number: 0');
    const { code, output } = await check('--format', 'github');
    expect(output).toMatch(new RegExp(`^::error file=${week},line=3,col=9,title=value-range::`));
    expect(code).toBe(1);
  });

  it('explains a format and an option that there are not', async () => {
    const format = await check('--format', 'jsno');
    expect(format.output).toBe(
      '--format cannot be "jsno". Did you mean "json"? Write one of text, github, json.\n',
    );
    const option = await check('--fromat', 'json');
    expect(option.output).toContain("Unknown option '--fromat'");
    expect([format.code, option.code]).toEqual([1, 1]);
  });

  it('reads the folder that CONTENT_DIR names, and says so where it is not there', async () => {
    const { code, output } = await project.run('check', { env: { CONTENT_DIR: 'elsewhere' } });
    expect(output).toMatch(/^There is no content in .*elsewhere\. Set CONTENT_DIR/);
    expect(code).toBe(1);
  });
});
