import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, engine, type Project } from '../project.ts';
import { paths, writeSample } from '../sample.ts';
import { findShell } from './workflow.ts';

const ledger = 'content/2030/calendar.lock.yaml';

/** A clone of the project in which staff work; the server is a bare repository beside it. */
let project: Project;
/** The folder of the server, of runners, and of what runs leave. */
let folder: string;
beforeAll(() => {
  project = copyProject(undefined, [...engine, 'scripts', 'package.json', 'public']);
  writeSample(join(project.root, 'content'), { '2030/partners/university.yaml': undefined });
  writeFileSync(join(project.root, '.gitignore'), 'node_modules\n');
  git(project.root, 'init', '--quiet', '--initial-branch', 'main');
  commit('The programme');
});
afterAll(() => {
  project.remove();
  rmSync(folder, { recursive: true });
});

const at = (path: string) => join(folder, path);

/** Without the settings of the user. */
const env = { HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', TMPDIR: tmpdir() };
function git(place: string, ...args: string[]): string {
  const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  const path = { PATH: process.env['PATH'] ?? '' };
  return execFileSync('git', [...author, ...args], {
    cwd: place,
    env: { ...path, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** Commits all of the clone, a second after the last commit, and returns the commit. */
let seconds = 0;
function commit(message: string): string {
  seconds += 1;
  const date = new Date(Date.UTC(2030, 0, 1, 9, 0, seconds)).toISOString();
  execFileSync('git', ['add', '--all'], { cwd: project.root });
  execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', message],
    { cwd: project.root, env: { PATH: process.env['PATH'], ...env, GIT_COMMITTER_DATE: date } },
  );
  return git(project.root, 'rev-parse', 'HEAD');
}

/** Moves a week, and merges that into the server's main branch as GitHub does, past the rules for pushes. */
function merge(day: number): string {
  const file = join(project.root, 'content', paths.week);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^start: .*$/m, `start: 2030-03-0${day}`));
  const made = commit(`Begin on ${day} March`);
  git(at('server'), 'fetch', '--quiet', project.root, '+main:main');
  return made;
}

/** Makes the server anew: from the clone's main branch, and with rules that refuse pushes to it. */
function createServer(): void {
  if (folder) rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'workflow-'));
  git(folder, 'clone', '--quiet', '--bare', project.root, 'server');
  const hook = '#!/bin/sh\nif [ "$1" = refs/heads/main ]; then echo "main is protected"; exit 1; fi\n';
  writeFileSync(at('server/hooks/update'), hook);
  chmodSync(at('server/hooks/update'), 0o755);
}

interface Outcome {
  code: number | null;
  output: string;
  outputs: Record<string, string>;
}

/** Runs a step as GitHub does: `bash -e FILE` in the folder of the job. */
function step(file: string, name: string, place: string, given: Record<string, string> = {}): Outcome {
  writeFileSync(at('step.sh'), findShell(file, name));
  writeFileSync(at('output'), '');
  const bin = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const runner = {
    ...env,
    HOME: at('home'),
    PATH: bin,
    RUNNER_TEMP: at('temp'),
    GITHUB_OUTPUT: at('output'),
  };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', at('step.sh')], {
    cwd: at(place),
    env: { ...runner, GITHUB_REF: 'refs/heads/main', BRANCH: 'main', ...given },
    encoding: 'utf8',
  });
  const lines = readFileSync(at('output'), 'utf8').trim().split('\n').filter(Boolean);
  const outputs = Object.fromEntries(lines.map((line) => line.split('=', 2))) as Record<string, string>;
  return { code: status, output: stdout + stderr, outputs };
}

/** Checks out a branch or commit of the server with all branches, as a job does. */
function checkOut(place: string, revision: string): void {
  rmSync(at(place), { recursive: true, force: true });
  git(folder, 'clone', '--quiet', 'server', place);
  git(at(place), 'checkout', '--quiet', revision);
}

/** The job "write". Its run is for a commit, which may not be the tip of the branch any more. */
function write(sha: string): Outcome {
  checkOut('write', 'origin/main');
  symlinkSync(join(project.root, 'node_modules'), at('write/node_modules'));
  const found = step('publication.yml', 'Find the commits to publish and to publish upon', 'write', {
    GITHUB_SHA: sha,
  });
  if (found.code !== 0) return found;
  const written = step('publication.yml', 'Write the ledgers', 'write', {
    BASE: found.outputs['base'] ?? '',
  });
  rmSync(at('temp'), { recursive: true, force: true });
  if (existsSync(at(`write/${ledger}`))) {
    mkdirSync(at('temp/ledgers/2030'), { recursive: true });
    cpSync(at(`write/${ledger}`), at('temp/ledgers/2030/calendar.lock.yaml'));
  }
  return { ...written, outputs: found.outputs };
}

/** The job "push". */
function push({ outputs: { main = '', base = '' } }: Outcome, attempt = 1): Outcome {
  checkOut('push', main);
  const given = { MAIN: main, BASE: base, ATTEMPT: String(attempt) };
  return step('publication.yml', 'Push the publication', 'push', given);
}

/** Runs the workflow for a commit. */
function publish(sha: string): Outcome {
  const written = write(sha);
  return written.code === 0 ? push(written) : written;
}

/** Checks before a deployment, as the jobs "build" and "deploy" do. */
function deploy(published: string): Outcome {
  checkOut('deploy', 'origin/published');
  return step('publish.yml', 'Refuse a publication that is not the newest', 'deploy', { COMMIT: published });
}

const onServer = (...args: string[]) => git(at('server'), ...args);
const tip = () => onServer('rev-parse', 'published');
const published = (revision = 'published') => onServer('show', `${revision}:${ledger}`);

describe('the workflow "Publish"', { timeout: 300_000 }, () => {
  // Each test goes on from where the one before has left the server.
  beforeAll(createServer);

  it('begins in a copy without the branch "published", and leaves main alone', () => {
    const first = git(project.root, 'rev-parse', 'main');
    const { code, output, outputs } = publish(first);
    expect([code, output]).toEqual([0, expect.stringContaining('published')]);
    expect(outputs['commit']).toBe(tip());
    expect(onServer('rev-parse', 'main')).toBe(first);
    expect(onServer('rev-parse', 'published^@')).toBe(first);
    expect(onServer('diff', '--name-only', 'main', 'published')).toBe(ledger);
    const date = new Date(onServer('show', '-s', '--format=%cI', first)).toISOString().replace('.000', '');
    expect(published()).toContain(`"modified":"${date}"`);
    expect(onServer('log', '-1', '--format=%an: %s', 'published')).toBe(
      `github-actions[bot]: Publish ${onServer('rev-parse', '--short', first)}`,
    );
    expect(() => git(at('push'), 'push', 'origin', `${tip()}:refs/heads/main`)).toThrow();
  });

  it('publishes two merges within a minute, each with its own time', () => {
    const [second, third] = [merge(5), merge(6)];
    // The first of the two runs takes both.
    expect(publish(second).code).toBe(0);
    expect(onServer('rev-parse', 'published^2')).toBe(third);
    const once = tip();
    expect(publish(third)).toMatchObject({ code: 0, outputs: { commit: once } });
    expect(tip()).toBe(once);
    const fourth = merge(7);
    expect(publish(fourth).code).toBe(0);
    expect(onServer('rev-parse', 'published^1')).toBe(once);
    const line = published()
      .split('\n')
      .find((each) => each.includes('week-phase-1-week-1@'));
    expect(line).toContain('"sequence":2');
    expect([...(line ?? '').matchAll(/"field":"start","from":"([^"]*)","to":"([^"]*)"/g)]).toMatchObject([
      { 1: expect.any(String) as string, 2: '2030-03-06' },
      { 1: '2030-03-06', 2: '2030-03-07' },
    ]);
  });

  it('begins again after a rejected push, and reports a branch that cannot be pushed to', () => {
    const written = write(merge(5));
    const tree = onServer('rev-parse', 'published^{tree}');
    onServer(
      'update-ref',
      'refs/heads/published',
      onServer('commit-tree', tree, '-p', 'published', '-m', 'Other'),
    );
    const other = tip();
    const rejected = push(written);
    expect([rejected.code, rejected.outputs]).toEqual([0, { rejected: 'true' }]);
    expect(tip()).toBe(other);
    expect(push(written, 3).code).toBe(1);
    expect(publish(written.outputs['main'] ?? '').code).toBe(0);
    expect(onServer('rev-parse', 'published^1')).toBe(other);
    const hook = readFileSync(at('server/hooks/update'));
    writeFileSync(at('server/hooks/update'), '#!/bin/sh\nexit 1\n');
    const refused = publish(merge(6));
    writeFileSync(at('server/hooks/update'), hook);
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('cannot be pushed to')]);
  });

  it('writes the same bytes when a deployment has failed and all is run again', () => {
    const second = merge(7);
    const { outputs } = publish(second);
    const [commitOf, text] = [tip(), published()];
    expect(publish(second)).toMatchObject({ code: 0, outputs });
    expect([tip(), published()]).toEqual([commitOf, text]);
    expect(deploy(commitOf).code).toBe(0);
  });

  it('refuses an old commit and an old deployment, and another branch', () => {
    const [last, deployed] = [onServer('rev-parse', 'main'), tip()];
    const second = merge(5);
    publish(second);
    const before = tip();
    const old = publish(last);
    expect([old.code, old.output]).toEqual([
      1,
      expect.stringContaining('A later commit is published already'),
    ]);
    expect(deploy(deployed).code).toBe(1);
    const name = 'Find the commits to publish and to publish upon';
    const other = step('publication.yml', name, 'write', { GITHUB_REF: 'refs/heads/x', GITHUB_SHA: second });
    expect([other.code, other.output]).toEqual([
      1,
      expect.stringContaining('Only the branch main is published'),
    ]);
    expect(tip()).toBe(before);
  });

  it('keeps the site as it was while there is a question, and names its file and line', () => {
    const before = tip();
    const { event } = paths;
    const text = readFileSync(join(project.root, 'content', event), 'utf8');
    rmSync(join(project.root, 'content', event));
    const opening = join(project.root, 'content/2030/events/opening.mdx');
    writeFileSync(opening, text.replace('title: Kick-off', 'title: Opening'));
    const asked = commit('Rename and retitle');
    git(at('server'), 'fetch', '--quiet', project.root, '+main:main');
    expect(publish(asked).code).toBe(1);
    const { code, output } = step('publication.yml', 'Check the content', 'write');
    expect(code).toBe(1);
    expect(output).toContain('::error file=content/2030/events/opening.mdx,line=1');
    expect(output).toContain('uid: 2030-event-kick-off@');
    expect(tip()).toBe(before);
    rmSync(opening);
    writeFileSync(join(project.root, 'content', event), text);
    commit('Undo');
  });

  it('takes the ledgers alone, and no links', () => {
    const written = write(merge(6));
    writeFileSync(at('temp/ledgers/2030/programme.yaml'), 'title: Other\n');
    writeFileSync(at('temp/ledgers/site.yaml'), 'name: Other\n');
    expect(push(written).code).toBe(0);
    expect(onServer('diff', '--name-only', 'main', 'published')).toBe(ledger);
    symlinkSync('/etc', at('temp/ledgers/2031'));
    expect(push(written).code).toBe(1);
  });

  it('starts from a tombstone that was taken out of the branch "published"', () => {
    checkOut('staff', 'origin/published');
    const text = readFileSync(at(`staff/${ledger}`), 'utf8');
    writeFileSync(at(`staff/${ledger}`), text.replace(/^ {2}# event kick-off\n.*\n/m, ''));
    git(at('staff'), 'commit', '--quiet', '--all', '--message', 'Forget the kick-off');
    git(at('staff'), 'push', '--quiet', 'origin', 'HEAD:published');
    const forgotten = tip();
    expect(publish(merge(8)).code).toBe(0);
    expect(onServer('rev-parse', 'published^1')).toBe(forgotten);
    const entry = published()
      .split('\n')
      .find((line) => line.includes('event-kick-off@'));
    expect(entry).toContain('"field":"status","to":"scheduled"');
  });
});

describe('a clone after the first publication', { timeout: 300_000 }, () => {
  const run = (script: string, args: string[] = [], cwd = at('clone')) =>
    spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], ...env, SITE_URL: 'https://champions.example.org' },
      encoding: 'utf8',
    });
  beforeAll(() => {
    createServer();
    publish(git(project.root, 'rev-parse', 'main'));
    checkOut('clone', 'origin/main');
    symlinkSync(join(project.root, 'node_modules'), at('clone/node_modules'));
    git(at('clone'), 'checkout', '--quiet', '-b', 'edits');
  });
  const change = (from: string, to: string) => {
    const file = at(`clone/content/${paths.event}`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    git(at('clone'), 'commit', '--quiet', '--all', '--message', 'Edit');
  };

  it('compares with the last publication, so that a change and its undoing leave no trace', () => {
    expect(run('calendar').stdout).toBe('2030: up to date; 4 unchanged\n');
    change('T15:00', 'T15:30');
    expect(run('calendar')).toMatchObject({ status: 0, stdout: expect.stringContaining('15:30') as string });
    expect(run('changes').stdout).toContain('What subscribers get');
    change('T15:30', 'T15:00');
    expect(run('calendar').stdout).toBe('2030: up to date; 4 unchanged\n');
    expect(run('changes').stdout).toContain('Nothing changes for visitors or subscribers.');
  });

  it("serves a fork's pull request, which has no rights, in the same way", () => {
    checkOut('fork', 'origin/main');
    symlinkSync(join(project.root, 'node_modules'), at('fork/node_modules'));
    git(at('fork'), 'checkout', '--quiet', '-b', 'change');
    const file = at(`fork/content/${paths.event}`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('T15:00', 'T15:45'));
    git(at('fork'), 'commit', '--quiet', '--all', '--message', 'From a fork');
    // What GitHub checks out for "Preview": the merge, in a clone of the repository that it would go into.
    git(at('server'), 'fetch', '--quiet', at('fork'), 'change:refs/pull/1/merge');
    git(at('clone'), 'fetch', '--quiet', 'origin', 'refs/pull/1/merge');
    git(at('clone'), 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
    const before = tip();
    expect(step('preview.yml', 'Report the changes', 'clone', { GITHUB_BASE_REF: 'main' }).code).toBe(0);
    const report = JSON.parse(readFileSync(at('clone/report.json'), 'utf8')) as {
      editions: { subscribers: { items: { records: { field: string }[] }[] } }[];
    };
    expect(report.editions[0]?.subscribers.items.map(({ records }) => records)).toMatchObject([
      [{ field: 'start' }],
    ]);
    rmSync(at('clone/report.json'));
    git(at('clone'), 'checkout', '--quiet', 'edits');
    expect(tip()).toBe(before);
  });

  it('refuses to publish without the ledger that was published', () => {
    for (const [script, argument] of [
      ['calendar', '--write'],
      ['build', '--publish'],
    ] as const) {
      const { status, stdout, stderr } = run(script, [argument]);
      expect(status).toBe(1);
      expect(stdout + stderr).toContain('The ledger of 2030 is missing here, and origin/published has it.');
    }
    expect(existsSync(at(`clone/${ledger}`))).toBe(false);
  });

  it('warns of a ledger on main, which nothing reads', () => {
    writeFileSync(at(`clone/${ledger}`), 'edited');
    expect(run('check')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`${ledger}:1:1 warning ledger-unused`) as string,
    });
    rmSync(at(`clone/${ledger}`));
  });

  it('reads the ledger in the folder where the branch "published" is checked out', () => {
    checkOut('clone', 'origin/published');
    symlinkSync(join(project.root, 'node_modules'), at('clone/node_modules'));
    expect(run('calendar').stdout).toBe('2030: up to date; 4 unchanged\n');
    expect(run('calendar', ['--write']).stdout).toBe('2030: up to date; 4 unchanged\n');
    expect(git(at('clone'), 'status', '--porcelain')).toBe('');
    expect(run('check').stdout).not.toContain('ledger-unused');
  });
});
