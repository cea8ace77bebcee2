import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFolder, findRevision } from '../../src/pipeline/git.ts';
import { readReport } from '../../scripts/lib/changes/report.ts';
import { reportSchema } from '../../scripts/lib/changes/report-schema.ts';
import { writeSample } from '../sample.ts';
import { copyProject, engine, type Project } from '../project.ts';

/** Settings of a user and a repository that change the output of git. */
const settings = `[core]
  autocrlf = true
  eol = crlf
[color]
  ui = always
[filter "shout"]
  smudge = tr a-z A-Z
[alias]
  ls-tree = !false
  cat-file = !false
`;
const attributes = 'content/** export-ignore filter=shout\n';

let project: Project;
beforeAll(() => {
  project = copyProject(undefined, [...engine, 'scripts', 'package.json', 'public']);
  writeSample(at('content'));
  for (const folder of ['home', 'tmp', 'public/partners']) mkdirSync(at(folder), { recursive: true });
  writeFileSync(at('public/partners/university.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(at('home/.gitconfig'), settings);
});
afterAll(() => project.remove());

const at = (path: string) => join(project.root, path);
const changes = (...args: string[]) =>
  project.run('changes', { args, env: { HOME: at('home'), TMPDIR: at('tmp') } });

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(at(`content/${path}`), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not have "${from}".`);
  writeFileSync(at(`content/${path}`), text.replaceAll(from, to));
}

/** Runs git without the settings of the user. */
function git(...args: string[]): string {
  const env = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: at('home/none') };
  const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'core.autocrlf=false'];
  return execFileSync('git', [...person, ...args], { cwd: project.root, env, encoding: 'utf8' }).trim();
}
function commit(message: string, ...paths: string[]): void {
  git('add', '--all', '--', ...paths);
  git('commit', '--quiet', '--message', message);
}

/** The state of the repository, with the times at which files were written. */
const snapshot = () => [
  git('--no-optional-locks', 'status', '--porcelain', '--', 'content'),
  statSync(at('.git/index')).mtimeMs,
  readdirSync(at('content'), { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(at(`content/${path}`)).mtimeMs]),
];

describe('npm run changes', { timeout: 120_000 }, () => {
  it('refuses to run outside of a repository, and before the first commit', async () => {
    // The copy may lie in a repository itself.
    const alone = { HOME: at('home'), TMPDIR: at('tmp'), GIT_CEILING_DIRECTORIES: join(project.root, '..') };
    expect(await project.run('changes', { env: alone })).toEqual({
      code: 1,
      output:
        'This folder is in no git repository, so there is no earlier state to compare it with. Run this in a clone of the repository.\n',
    });
    git('init', '--quiet', '--initial-branch', 'main');
    expect((await changes()).output).toBe(
      'Nothing has been committed here yet, so there is nothing to compare with.\n',
    );
  });

  it('compares the folder with the default branch, and writes nothing', async () => {
    writeFileSync(at('.gitattributes'), attributes);
    commit('No content yet', '.gitattributes');
    git('tag', 'empty');
    commit('Content', 'content');
    expect((await project.run('calendar', { args: ['--write'] })).output).toBe('2030: 4 new; 0 unchanged\n');
    commit('Calendar', 'content');
    git('switch', '--quiet', '--create', 'edits');
    edit('2030/weeks/phase-1-week-1.mdx', 'start: 2030-03-04', 'start: 2030-03-05');
    renameSync(at('content/2030/events/kick-off.mdx'), at('content/2030/events/opening.mdx'));
    edit('2030/topics/streets.mdx', 'title: Streets', 'title: "Streets <b>@all</b>"');
    commit('Edits', 'content');
    edit('2030/prizes/second.yaml', 'value: 200', 'value: 250');
    const before = snapshot();
    // The environment of a git hook.
    const env = { HOME: at('home'), TMPDIR: at('tmp'), GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' };
    const { code, output } = await project.run('changes', { env });
    expect(output.replace(git('rev-parse', 'main').slice(0, 10), '0123456789')).toMatchInlineSnapshot(`
      "Compared with main (commit 0123456789).

      Small Cities 2030 (2030)

      What visitors see
        Phase I, week 1 starts on 5 March 2030 instead of 4 March 2030.
        The topic “Streets” is now called “Streets <b>@all</b>”.
        The amount of the prize “Second prize” is now CHF 250 instead of CHF 200.

      What subscribers get
        Kick-off has a new page address.
        Phase I, week 1 starts on 5 March 2030 instead of 4 March 2030.
        The title of Phase I, week 1 is now “Streets <b>@all</b>” instead of “Streets”.
        The title of Phase II, week 1 is now “Streets <b>@all</b>” instead of “Streets”.

      Addresses of pages
        /2030/events/kick-off/ is now /2030/events/opening/, and the old address leads there.
      "
    `);
    expect(code).toBe(0);
    expect(snapshot()).toEqual(before);
    expect(readdirSync(at('tmp'))).toEqual([]);
  });

  it('writes JSON, and renders it again', async () => {
    const { code, output } = await changes('edits', '--format', 'json');
    expect(code).toBe(0);
    const report = reportSchema.parse(JSON.parse(output));
    expect(report.before).toEqual({
      name: 'edits',
      commit: git('rev-parse', 'edits'),
      content: 'whole',
      unread: [],
    });
    writeFileSync(at('report.json'), output);
    const read = await changes('--read', 'report.json', '--format', 'markdown', '--lang', 'ko');
    expect(read.code).toBe(0);
    expect(read.output.replace(/커밋 .*\)/, '커밋 0123456789)')).toMatchInlineSnapshot(`
      "비교 기준: edits(커밋 0123456789)

      ### Small Cities 2030(2030)

      **방문자에게 보이는 내용**

      - 시상 “Second prize”: 금액 변경, CHF 200 → CHF 250

      **구독자에게 전달되는 내용**

      - Kick-off: 페이지 주소가 변경됨
      - 1단계 1주차: 시작 일시 변경, 2030년 3월 4일 → 2030년 3월 5일
      - 1단계 1주차: 제목 변경, “Streets” → “Streets \\<b\\>\\@&#8203;all\\</b\\>”
      - 2단계 1주차: 제목 변경, “Streets” → “Streets \\<b\\>\\@&#8203;all\\</b\\>”
      "
    `);
  });

  it('explains an unknown commit and conflicting options', async () => {
    const refused = async (...args: string[]) => {
      const { code, output } = await changes(...args);
      expect(code).toBe(1);
      return output.trim();
    };
    expect(await refused('edist')).toBe(
      'There is no branch, tag or commit "edist" here. Did you mean "edits"? What is on the server only comes here with git fetch.',
    );
    expect(await refused('main', '--read', 'report.json')).toBe(
      'Write one branch, tag or commit to compare with, or --read and the file of a report.',
    );
  });

  it('reports everything as new if there was no content', async () => {
    const { code, output } = await changes('empty');
    expect(output).toContain('There was no content then, so everything is new.');
    expect(output).toContain('The edition “Small Cities 2030” is new: 3 weeks, 1 event, 1 topic.');
    expect(code).toBe(0);
  });

  it('leaves out earlier files with errors, and refuses current ones', async () => {
    const whole = readFileSync(at('content/2030/pages/about.mdx'), 'utf8');
    edit('2030/pages/about.mdx', 'title: About', 'title: [About');
    commit('Broken', 'content');
    const refused = await changes('main');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('content/2030/pages/about.mdx:2:');
    expect(refused.output).toContain('Nothing was compared, since the content has 1 error.');
    writeFileSync(at('content/2030/pages/about.mdx'), whole);
    edit('2030/people/ada.yaml', 'role: Mayor', 'role: President');
    const { code, output } = await changes('HEAD');
    expect(output).toContain(
      'Some files could not be read as they were then, so what changes in them is not told: content/2030/pages/about.mdx',
    );
    expect(output).toContain('The position of the person “Ada” is now “President” instead of “Mayor”.');
    expect(output).not.toContain('page “About”');
    expect(code).toBe(0);
    expect(readdirSync(at('tmp'))).toEqual([]);
  });

  it('compares with the default branch of the server, else the local one, else the last commit', () => {
    const find = (name?: string) => findRevision(at('content'), name);
    const [empty, main, head] = ['empty', 'main', 'HEAD'].map((name) => git('rev-parse', name));
    expect(find()).toEqual({ name: 'main', commit: main });
    git('update-ref', 'refs/remotes/origin/main', 'empty');
    expect(find()).toEqual({ name: 'origin/main', commit: empty });
    // Later commits of others are no changes of this branch.
    const later = git('commit-tree', '-p', 'main', '-m', 'Later', 'empty^{tree}');
    git('update-ref', 'refs/remotes/origin/main', later);
    expect(find()).toEqual({ name: 'origin/main', commit: main });
    expect(find('origin/main').commit).toBe(later);
    expect(() => find('origin/mian')).toThrow('Did you mean "origin/main"?');
    expect(() => find('--all')).toThrow('There is no branch, tag or commit "--all" here.');
    git('update-ref', '-d', 'refs/remotes/origin/main');
    git('branch', '--quiet', '--move', 'main', 'trunk');
    expect(find()).toEqual({ name: 'HEAD', commit: head });
    git('branch', '--quiet', '--move', 'trunk', 'main');
  });

  it('exports no links, and no files outside of the target folder', () => {
    const blob = git('rev-parse', 'HEAD:content/site.yaml');
    const tree = (...lines: string[]) =>
      execFileSync('git', ['mktree'], {
        cwd: project.root,
        input: `${lines.join('\n')}\n`,
        encoding: 'utf8',
      }).trim();
    const inner = tree(`100644 blob ${blob}\tout.yaml`);
    const content = tree(
      `040000 tree ${inner}\t..`,
      `120000 blob ${blob}\tlink.yaml`,
      `100644 blob ${blob}\tsite.yaml`,
    );
    const made = git('commit-tree', tree(`040000 tree ${content}\tcontent`), '-m', 'Made by other means');
    mkdirSync(at('tmp/inner'));
    expect(git('ls-tree', '-r', '--name-only', made)).toContain('content/../out.yaml');
    expect(exportFolder(at('content'), made, at('tmp/inner'))).toBe(1);
    expect(readdirSync(at('tmp'), { recursive: true })).toEqual(['inner', 'inner/site.yaml']);
    expect(readFileSync(at('tmp/inner/site.yaml'))).toEqual(readFileSync(at('content/site.yaml')));
    expect(() => exportFolder(at('content'), '0'.repeat(40), at('tmp/inner'))).toThrow('git cannot read');
  });

  it('refuses files that are no valid report', async () => {
    const report = JSON.parse(readFileSync(at('report.json'), 'utf8')) as object;
    const hostile: Record<string, string> = {
      'no JSON': '#!/bin/sh',
      'another JSON': '{"name":"x"}',
      'an unknown key': JSON.stringify({ ...report, constructor: {} }),
      'a prototype': JSON.stringify(report).replace('{', '{"__proto__":{"x":1},'),
      'a long text': JSON.stringify({ ...report, before: { name: 'x'.repeat(2000) } }),
      'deep lists': '['.repeat(900_000),
      'more than a megabyte': `${JSON.stringify(report)}${' '.repeat(1_000_000)}`,
    };
    for (const [name, text] of Object.entries(hostile)) {
      writeFileSync(at('hostile.json'), text);
      expect(() => readReport(at('hostile.json')), name).toThrow(
        /hostile\.json (is no report of changes|has more than 1000000 bytes)/,
      );
    }
    expect(() => readReport(at('nowhere.json'))).toThrow('nowhere.json is no file.');
    expect(() => readReport(at('content'))).toThrow('content is no file.');
    const { code, output } = await changes('--read', 'hostile.json', '--format', 'markdown');
    expect({ code, output }).toEqual({
      code: 1,
      output:
        'hostile.json has more than 1000000 bytes, so it is no report of changes. Write one with npm run --silent changes -- --format json, and name its file.\n',
    });
  });
});
