import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findShell, workflows } from '../workflows/workflow.ts';

const name = 'Refuse links';
const ofPullRequests = workflows.filter(({ on }) => 'pull_request' in on);

describe('workflows of pull requests', () => {
  it.each(ofPullRequests)('refuse links in $file before anything of it runs', ({ jobs }) => {
    for (const { steps = [] } of Object.values(jobs)) {
      expect(steps[0]?.uses).toContain('actions/checkout@');
      expect(steps[1]?.name).toBe(name);
    }
  });
});

describe.each(ofPullRequests.map(({ file }) => file))('the step of %s', (file) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-workflow-'));
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    writeFileSync(join(folder, 'README.md'), 'Hello');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run() {
    execFileSync('git', ['add', '.'], { cwd: folder });
    const shell = ['-e', '-o', 'pipefail', '-c', findShell(file, name)];
    const { status, stdout } = spawnSync('bash', shell, { cwd: folder, encoding: 'utf8' });
    return { status, stdout };
  }

  it('accepts files', () => {
    expect(run()).toEqual({ status: 0, stdout: '' });
  });

  it('refuses a link anywhere, by name', () => {
    symlinkSync('/etc/passwd', join(folder, 'package.json'));
    const { status, stdout } = run();
    expect(status).toBe(1);
    expect(stdout).toContain('package.json');
    expect(stdout).toContain('::error::');
  });

  it('keeps a name from being a command of the log', () => {
    symlinkSync('gone', join(folder, '\n::error::forged'));
    expect(run().stdout.match(/^::/gm)).toHaveLength(1);
  });
});
