import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { createApi, need } from './lib/github/api.ts';
import { keepComment } from './lib/github/comment.ts';
import { findBranch, findPullRequest } from './lib/github/pull-request.ts';

const { env } = process;

/** What the workflows in .github/workflows do with GitHub: each takes one argument. */
const tasks: Record<string, (argument: string) => Promise<void>> = {
  'write-comment': async (file) => {
    const run = {
      id: need(env, 'RUN_ID'),
      conclusion: need(env, 'RUN_CONCLUSION'),
      sha: need(env, 'HEAD_SHA'),
    };
    // Needs packages, which the jobs of the other tasks may not have installed.
    const { writeComment } = await import('./lib/github/report.ts');
    await writeFile(file, await writeComment(createApi(env), run));
  },
  'post-comment': async (file) => {
    const [repository, branch, sha] = [
      env['HEAD_REPOSITORY'],
      need(env, 'HEAD_BRANCH'),
      need(env, 'HEAD_SHA'),
    ];
    const api = createApi(env);
    // A fork that is deleted has no name any more.
    const number = repository ? await findPullRequest(api, { repository, branch, sha }) : undefined;
    if (number === undefined)
      console.log('No open pull request has this commit at its head, so there is nothing to say.');
    else await keepComment(api, number, await readFile(file, 'utf8'));
  },
  'find-branch': async (number) => {
    const { branch, sha } = await findBranch(createApi(env), number);
    await appendFile(need(env, 'GITHUB_OUTPUT'), `branch=${branch}\nsha=${sha}\n`);
  },
};

// node scripts/github.ts TASK ARGUMENT: for workflows alone, so it is no command of npm
try {
  const [name = '', argument = ''] = process.argv.slice(2);
  const task = tasks[name];
  if (!task) throw new Error(`There is no task "${name}". Write one of ${Object.keys(tasks).join(', ')}.`);
  await task(argument);
} catch (error) {
  // An annotation, which GitHub shows on the page of the run.
  console.log(`::error::${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
