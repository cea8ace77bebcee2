import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findShell } from './workflow.ts';

/** A folder with git repositories, in which the steps of calendar.yml run. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (path: string) => join(folder, path);
const patch = () => readFileSync(at('calendar.patch'), 'utf8');
function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

/** Without the git settings of the user. */
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
};
const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
const git = (place: string, ...args: string[]) =>
  execFileSync('git', [...author, ...args], { cwd: at(place), env, encoding: 'utf8' });

/** Runs a step as GitHub does: `bash -e FILE` in the folder of the step. */
function step(name: string, place: string, more: Record<string, string> = {}) {
  writeFileSync(at('step.sh'), findShell('calendar.yml', name));
  const given = { ...env, RUNNER_TEMP: folder, GITHUB_OUTPUT: at('output'), ...more };
  const { status, stdout } = spawnSync('bash', ['-e', at('step.sh')], {
    cwd: at(place),
    env: given,
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe('the step "Refuse what is neither a file nor a folder"', () => {
  const refuse = () => step('Refuse what is neither a file nor a folder', '.');
  beforeEach(() => {
    write('content/2030/programme.yaml', 'title: A\n');
    write('public/icon.svg', '<svg/>');
  });

  it('accepts files and folders', () => {
    expect(refuse()).toEqual({ status: 0, stdout: '' });
  });

  it.each(['content/2030/programme.ko.yaml', 'public/secret', 'content/2031'])(
    'refuses the link %s',
    (path) => {
      symlinkSync('/etc', at(path));
      expect(refuse()).toEqual({
        status: 1,
        stdout:
          '::error::content/ or public/ of the pull request has a link in it, and this workflow follows none. Replace it with a copy of the file.\n',
      });
    },
  );

  it('refuses a link as the content folder, and a pipe', () => {
    execFileSync('bash', ['-c', 'mkfifo content/2030/pipe'], { cwd: folder });
    expect(refuse().status).toBe(1);
    rmSync(at('content'), { recursive: true });
    symlinkSync('/etc', at('content'));
    expect(refuse().status).toBe(1);
  });
});

describe('the steps that commit the calendar', () => {
  const ledger = 'content/2030/calendar.lock.yaml';
  const take = () => step('Take what it has written', 'work');
  const commit = () => step('Commit the calendar', 'push', { BRANCH: 'new-dates' });

  const template = mkdtempSync(join(tmpdir(), 'workflow-template-'));
  beforeAll(() => {
    folder = template;
    git('.', 'init', '--quiet', '--bare', 'origin');
    git('.', 'init', '--quiet', '--initial-branch', 'new-dates', 'work');
    git('work', 'remote', 'add', 'origin', '../origin');
    write(`work/${ledger}`, 'entries: []\n');
    write('work/content/2030/programme.yaml', 'title: A\n');
    write('work/.gitattributes', '*.yaml -diff\n');
    git('work', 'add', '.');
    git('work', 'commit', '--quiet', '--message', 'New dates');
    git('work', 'push', '--quiet', 'origin', 'new-dates');
    cpSync(at('work'), at('push'), { recursive: true });
  });
  beforeEach(() => {
    cpSync(template, folder, { recursive: true });
    // The copied files have other times than the index.
    git('push', 'update-index', '--refresh');
  });
  afterAll(() => rmSync(template, { recursive: true }));
  const changed = () => git('origin', 'diff', '--name-only', 'new-dates~', 'new-dates').trim().split('\n');

  it('commit the calendar to its branch, and nothing else', () => {
    write(`work/${ledger}`, 'entries: [one]\n');
    write('work/content/2031/calendar.lock.yaml', 'entries: [two]\n');
    write('work/content/2030/programme.yaml', 'title: B\n');
    write('work/content/2031/programme.yaml', 'title: C\n');
    expect(take()).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(at('output'), 'utf8')).toBe('changed=true\n');
    expect(commit().status).toBe(0);
    expect(changed()).toEqual([ledger, 'content/2031/calendar.lock.yaml']);
    expect(git('origin', 'show', `new-dates:${ledger}`)).toBe('entries: [one]\n');
    expect(git('origin', 'log', '-1', '--format=%an: %s', 'new-dates')).toBe(
      'github-actions[bot]: Update the calendar\n',
    );
  });

  it('commit nothing if the calendar was up to date', () => {
    write('work/content/2030/programme.yaml', 'title: B\n');
    expect(take()).toEqual({
      status: 0,
      stdout: '::notice::The calendar was up to date, so there is nothing to commit.\n',
    });
    expect(patch()).toBe('');
    expect(() => readFileSync(at('output'))).toThrow();
  });

  it('push to no branch with later commits', () => {
    write(`work/${ledger}`, 'entries: [one]\n');
    take();
    git('work', 'commit', '--quiet', '--allow-empty', '--message', 'More');
    git('work', 'push', '--quiet', 'origin', 'new-dates');
    expect(commit().status).toBe(1);
    expect(git('origin', 'log', '-1', '--format=%s', 'new-dates')).toBe('More\n');
  });

  it('apply nothing else of a patch', () => {
    write(`work/${ledger}`, 'entries: [one]\n');
    write('work/.github/workflows/ci.yml', 'on: push\n');
    git('work', 'add', '--intent-to-add', '.');
    write('calendar.patch', git('work', 'diff', '--binary'));
    expect(commit().status).toBe(0);
    expect(changed()).toEqual([ledger]);
  });
});
