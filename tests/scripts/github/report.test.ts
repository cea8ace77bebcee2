import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArtifact, writeComment } from '../../../scripts/lib/github/report.ts';
import type { Report } from '../../../scripts/lib/changes/report-schema.ts';
import { marker } from '../../../scripts/lib/github/comment.ts';
import { apiOf, serve, type ApiResponse, type ApiRequest, type TestServer } from './server.ts';
import { copyProject } from '../../project.ts';
import { findShell } from '../../workflows/workflow.ts';
import { writeSample } from '../../sample.ts';

/** The artifacts of the run. */
let artifacts: { id: number; name: string; bytes: Uint8Array; expired?: boolean }[];
let github: TestServer;
/** The host of artifacts, another one than that of the API. */
let store: TestServer;
beforeEach(async () => {
  artifacts = [];
  store = await serve(({ path }) => {
    const found = artifacts.find(({ id }) => path === `/${id}`);
    return found ? { bytes: found.bytes } : 404;
  });
  github = await serve(answer);
});
afterEach(async () => {
  await github.close();
  await store.close();
});

function answer({ path }: ApiRequest): ApiResponse {
  const { pathname, searchParams } = new URL(path, 'http://github.example');
  if (pathname === '/repos/organiser/site/actions/runs/5/artifacts') {
    const found = artifacts.filter(({ name }) => name === searchParams.get('name'));
    return { json: { artifacts: found.map(({ id, expired = false }) => ({ id, expired })) } };
  }
  const [, id] = /^\/repos\/organiser\/site\/actions\/artifacts\/(\d+)\/zip$/.exec(pathname) ?? [];
  return id === undefined ? 404 : { to: `${store.origin}/${id}` };
}

const sha = '0123456789abcdef0123456789abcdef01234567';
const upload = (id: number, content: string | Uint8Array, name = 'report.json') =>
  artifacts.push({ id, name, bytes: Buffer.from(content) });
const write = (conclusion = 'success') => writeComment(apiOf(github), { id: '5', conclusion, sha });
const noReport = 'has left no report that can be read.';

const empty = { items: [], more: 0 };
const report: Report = {
  version: 1,
  locale: 'en',
  before: { name: 'main', commit: sha, content: 'whole', unread: [] },
  site: empty,
  translations: empty,
  editions: [
    {
      edition: '2030',
      title: 'Small Cities 2030',
      what: 'kept',
      weeks: 3,
      events: 1,
      topics: 1,
      visitors: empty,
      addresses: empty,
      translations: empty,
      subscribers: { ...empty, reworded: 0, unchanged: 4 },
    },
  ],
};

describe('writeComment', { timeout: 60_000 }, () => {
  it('renders the report, links the preview, and sends no token to the host of artifacts', async () => {
    upload(7, 'of an earlier attempt');
    upload(9, JSON.stringify(report));
    artifacts.push({ id: 11, name: 'report.json', bytes: Buffer.from('gone'), expired: true });
    upload(10, 'any bytes', 'site');
    const comment = await write();
    expect(comment.startsWith(marker)).toBe(true);
    expect(comment).toContain('Nothing changes for visitors or subscribers.');
    expect(comment).toContain('(https://github.example/organiser/site/actions/runs/5/artifacts/10)');
    expect(github.requests.map(({ token }) => token)).toEqual(github.requests.map(() => 'Bearer secret'));
    expect(store.requests).toMatchObject([{ path: '/9', token: undefined }]);
  });

  it('says that there is no report, and whether the check has passed', async () => {
    expect(await write()).toContain(noReport);
    expect(await write('failure')).toContain('**The check has not passed.**');
    await expect(writeComment(apiOf(github), { id: '5/../6', conclusion: 'success', sha })).rejects.toThrow();
  });

  it('ignores artifacts that are no valid report', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    execFileSync('tar', ['-cf', 'report.tar', 'report.json'], { cwd: folder });
    const hostile: (string | Uint8Array)[] = [
      JSON.stringify({ ...report, evil: 'evil' }),
      readFileSync(join(folder, 'report.tar')),
      Buffer.from([0xff, 0xfe, 0x00]),
      `"${'evil'.repeat(300_000)}"`,
    ];
    rmSync(folder, { recursive: true });
    for (const bytes of hostile) {
      artifacts = [];
      upload(9, bytes);
      const comment = await write();
      expect(comment).toContain(noReport);
      expect(comment).not.toContain('evil');
    }
  });
});

describe('readArtifact', () => {
  it('reads up to a limit', async () => {
    upload(9, 'x'.repeat(10));
    expect(await readArtifact(apiOf(github), 9, 10)).toBe('x'.repeat(10));
    expect(await readArtifact(apiOf(github), 9, 9)).toBeUndefined();
  });
});

describe('the workflows of a pull request', { timeout: 60_000 }, () => {
  const project = copyProject(undefined, ['src', 'scripts', 'package.json', 'public']);
  afterAll(() => project.remove());
  const at = (path: string) => join(project.root, path);
  const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  const git = (...args: string[]) => execFileSync('git', [...author, ...args], { cwd: project.root });
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(at(path), change(readFileSync(at(path), 'utf8')));

  it('put the escaped changes into the comment', async () => {
    const topic = 'content/2030/topics/streets.mdx';
    const event = 'content/2030/events/kick-off.mdx';
    git('init', '--quiet', '--initial-branch', 'main');
    writeSample(at('content'), { '2030/partners/university.yaml': undefined });
    git('add', 'content');
    git('commit', '--quiet', '--message', 'Before');
    git('checkout', '--quiet', '-b', 'change');
    const hostile = '<img src=x> @everyone [a](https://evil.example) `b` ${{ github.token }}';
    edit(topic, (text) => text.replace('title: Streets', `title: '${hostile}'`));
    git('commit', '--quiet', '--all', '--message', 'Change');
    git('checkout', '--quiet', 'main');
    edit(event, (text) => text.replace('title: Kick-off', 'title: Opening'));
    git('commit', '--quiet', '--all', '--message', 'Later commit of others');
    git('checkout', '--quiet', '--detach');
    git('merge', '--quiet', '--no-ff', '--no-edit', 'change');
    git('branch', '--force', 'main', 'main~');
    const env = { PATH: process.env['PATH'], HOME: project.root, GITHUB_BASE_REF: 'main' };
    execFileSync('bash', ['-e', '-c', findShell('preview.yml', 'Report the changes')], {
      cwd: project.root,
      env,
    });

    upload(9, readFileSync(at('report.json')));
    const comment = await write();
    expect(comment.replace(/commit [0-9a-f&#;]+\)/, 'commit …)')).toMatchInlineSnapshot(`
      "<!-- programme-microsite: report -->

      Compared with main (commit …).

      ### Small Cities 2030 (2030)

      **What visitors see**

      - The topic “Streets” is now called “\\<img src\\=x\\> \\@&#8203;everyone \\[a\\](https:&#8203;//evil.example) \\\`b\\\` \\$\\{\\{ github.token \\}\\}”.

      **What subscribers get**

      - New weeks and events: 4.

      This is about the commit 0123456789.
      "
    `);
  });
});
