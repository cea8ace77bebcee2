import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marker, postComment } from '../../../scripts/lib/github/comment.ts';
import { findPullRequest } from '../../../scripts/lib/github/pull-request.ts';
import { apiOf, environmentOf, serve, type ApiResponse, type ApiRequest, type TestServer } from './server.ts';
import { copyProject } from '../../project.ts';

interface Comment {
  id: number;
  body: string;
  user: { login: string };
}

const bot = { login: 'github-actions[bot]' };
const sha = 'a'.repeat(40);
const pull = (more: object = {}, head: object = {}) => ({
  number: 7,
  state: 'open',
  head: { ref: 'new-dates', sha, repo: { full_name: 'organiser/site' }, ...head },
  ...more,
});

let pulls: ReturnType<typeof pull>[];
let comments: Comment[];
let server: TestServer;
beforeEach(async () => {
  pulls = [pull()];
  comments = [];
  server = await serve(answer);
});
afterEach(() => server.close());

/** A small imitation of GitHub's API, which stores comments. */
function answer({ method, path, body }: ApiRequest): ApiResponse {
  const url = new URL(path, 'http://github.example');
  const [, kind = '', id = ''] =
    /^\/repos\/organiser\/site(\/[a-z/]+?)\/?(\d+(?:\/comments)?)?$/.exec(url.pathname) ?? [];
  const sent = (body as { body?: string } | undefined)?.body ?? '';
  if (method === 'GET' && kind === '/pulls' && id === '') return { json: pulls };
  if (method === 'GET' && kind === '/pulls') return pulls[0] ? { json: pulls[0] } : 404;
  if (method === 'GET' && id === '7/comments') {
    const page = Number(url.searchParams.get('page'));
    return { json: comments.slice(100 * (page - 1), 100 * page) };
  }
  if (method === 'POST' && id === '7/comments') {
    comments.push({ id: 1000 + comments.length, body: sent, user: bot });
    return { json: {} };
  }
  const known = comments.find((comment) => comment.id === Number(id));
  if (method !== 'PATCH' || kind !== '/issues/comments' || !known) return 404;
  known.body = sent;
  return { json: {} };
}

describe('postComment', () => {
  it('creates a comment once, then updates it', async () => {
    await postComment(apiOf(server), 7, `${marker} first`);
    await postComment(apiOf(server), 7, `${marker} second`);
    expect(comments.map(({ body }) => body)).toEqual([`${marker} second`]);
  });

  it('finds its comment among hundreds, and never takes one of another author', async () => {
    const other = { login: 'somebody' };
    comments = Array.from({ length: 250 }, (_, id) => ({ id, body: `${marker} mine`, user: other }));
    comments.push({ id: 500, body: 'Another workflow said this.', user: bot });
    comments.push({ id: 501, body: `${marker} first`, user: bot });
    await postComment(apiOf(server), 7, `${marker} second`);
    expect(comments).toHaveLength(252);
    expect(comments.filter(({ body }) => body.endsWith('second')).map(({ id }) => id)).toEqual([501]);
  });
});

describe('findPullRequest', () => {
  const head = { repository: 'organiser/site', branch: 'new-dates', sha };
  const find = (more: Partial<typeof head> = {}) => findPullRequest(apiOf(server), { ...head, ...more });

  it('finds the open one with the commit at its head', async () => {
    expect(await find()).toBe(7);
    expect(await find({ sha: 'b'.repeat(40) })).toBeUndefined();
    pulls = [pull({ state: 'closed' })];
    expect(await find()).toBeUndefined();
    pulls = [];
    expect(await find()).toBeUndefined();
  });

  it('finds one from a fork by its branch', async () => {
    const fork = { repo: { full_name: 'author/site' } };
    pulls = [pull({}, fork)];
    expect(await find({ repository: 'author/site', branch: 'a&state=closed#b' })).toBe(7);
    expect(server.requests.at(-1)?.path).toBe(
      '/repos/organiser/site/pulls?state=open&head=author%3Aa%26state%3Dclosed%23b&per_page=100',
    );
    expect(await find()).toBeUndefined();
    pulls = [pull({}, { repo: null })];
    expect(await find({ repository: 'author/site' })).toBeUndefined();
  });

  it('returns undefined if there are two', async () => {
    pulls = [pull(), pull({ number: 8 })];
    expect(await find()).toBeUndefined();
  });
});

describe('node scripts/github.ts', { timeout: 60_000 }, () => {
  // Without packages, as in the jobs that may write.
  const project = copyProject(undefined, ['scripts/github.ts', 'scripts/lib/github', 'package.json']);
  rmSync(join(project.root, 'node_modules'));
  afterAll(() => project.remove());
  const file = join(project.root, 'file');
  afterEach(() => rmSync(file, { force: true }));

  const run = (args: string[], env: Record<string, string> = {}) =>
    project.run('github', { args, env: { ...environmentOf(server), ...env } });
  const head = { HEAD_REPOSITORY: 'organiser/site', HEAD_BRANCH: 'new-dates', HEAD_SHA: sha };

  it('posts a comment with the token of the workflow', async () => {
    writeFileSync(file, `${marker} text`);
    expect(await run(['post-comment', file], head)).toEqual({ code: 0, output: '' });
    expect(comments).toMatchObject([{ body: `${marker} text` }]);
    expect(new Set(server.requests.map(({ token }) => token))).toEqual(new Set(['Bearer secret']));
  });

  it('posts nothing if the pull request has new commits or its fork is deleted', async () => {
    writeFileSync(file, `${marker} text`);
    const nothing = 'No open pull request has this commit at its head, so there is nothing to say.\n';
    for (const more of [{ HEAD_SHA: 'b'.repeat(40) }, { HEAD_REPOSITORY: '' }]) {
      expect(await run(['post-comment', file], { ...head, ...more })).toEqual({ code: 0, output: nothing });
    }
    expect(comments).toEqual([]);
  });

  it('annotates errors', async () => {
    expect(await run(['write-post', file])).toEqual({
      code: 1,
      output: '::error::There is no task "write-post". Write one of write-comment, post-comment.\n',
    });
  });
});
