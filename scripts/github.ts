import { readFile, writeFile } from 'node:fs/promises';
import { createApi, requireEnv } from './lib/github/api.ts';
import { postComment } from './lib/github/comment.ts';
import { findPullRequest } from './lib/github/pull-request.ts';

const { env } = process;

/** The tasks of the workflows in .github/workflows, by name. Each takes one argument. */
const tasks: Record<string, (argument: string) => Promise<void>> = {
  'write-comment': async (file) => {
    const run = {
      id: requireEnv(env, 'RUN_ID'),
      conclusion: requireEnv(env, 'RUN_CONCLUSION'),
      sha: requireEnv(env, 'HEAD_SHA'),
    };
    // Imported here, since it needs packages: jobs with other tasks may not have installed them.
    const { writeComment } = await import('./lib/github/report.ts');
    await writeFile(file, await writeComment(createApi(env), run));
  },
  'post-comment': async (file) => {
    // Empty if the fork was deleted.
    const repository = env['HEAD_REPOSITORY'];
    const branch = requireEnv(env, 'HEAD_BRANCH');
    const sha = requireEnv(env, 'HEAD_SHA');
    const api = createApi(env);
    const number = repository ? await findPullRequest(api, { repository, branch, sha }) : undefined;
    if (number === undefined)
      console.log('No open pull request has this commit at its head, so there is nothing to say.');
    else await postComment(api, number, await readFile(file, 'utf8'));
  },
};

// node scripts/github.ts TASK ARGUMENT: for workflows alone, so it is no npm script
try {
  const [name = '', argument = ''] = process.argv.slice(2);
  const task = tasks[name];
  if (!task) throw new Error(`There is no task "${name}". Write one of ${Object.keys(tasks).join(', ')}.`);
  await task(argument);
} catch (error) {
  // An annotation, which GitHub shows on the page of the run. A line break would end it, and could begin another.
  const message = error instanceof Error ? error.message : String(error);
  console.log(`::error::${message.replaceAll(/[%\p{Cc}]/gu, encodeURIComponent)}`);
  process.exitCode = 1;
}
