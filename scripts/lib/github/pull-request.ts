import { get, type Api } from './api.ts';

/** What is used of a pull request (docs.github.com/en/rest/pulls/pulls). */
interface PullRequest {
  number: number;
  state: string;
  head: {
    ref: string;
    sha: string;
    /** null once the fork is deleted. */
    repo: { full_name: string } | null;
  };
}

/** Where a commit was made: what GitHub says of a run, never what the run says of itself. */
export interface Head {
  /** The repository as `owner/name`: another one where the pull request comes from a fork. */
  repository: string;
  branch: string;
  sha: string;
}

/**
 * Finds the open pull request that has a commit at its head. The list of pull requests that GitHub gives with a run is
 * empty for forks, so they are found by their branch.
 * @returns its number, or undefined if the commit is no longer at the head of exactly one
 */
export async function findPullRequest(
  api: Api,
  { repository, branch, sha }: Head,
): Promise<number | undefined> {
  const [owner = ''] = repository.split('/');
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}`, per_page: '100' });
  const found = await get<PullRequest[]>(api, `/pulls?${query.toString()}`);
  // From one branch there can be two, to different branches; which of them a run was for, nobody tells.
  const [only, ...more] = found.filter(
    ({ state, head }) => state === 'open' && head.sha === sha && head.repo?.full_name === repository,
  );
  return more.length === 0 ? only?.number : undefined;
}

/**
 * Finds the branch of a pull request that a workflow may push to.
 * @param number as it was typed
 * @throws Error in words for whoever started the workflow, if there is no such branch
 */
export async function findBranch(api: Api, number: string): Promise<Omit<Head, 'repository'>> {
  if (!/^[1-9]\d{0,9}$/.test(number))
    throw new Error('Write the number of the pull request, without the sign "#".');
  const { state, head } = await get<PullRequest>(api, `/pulls/${number}`);
  if (state !== 'open')
    throw new Error(`The pull request ${number} is closed. Open it again, or choose another.`);
  if (head.repo?.full_name !== api.repository)
    throw new Error(
      `The pull request ${number} comes from a fork, where this workflow may not write. Ask its author to run "npm run calendar" and to commit the file that it writes.`,
    );
  return { branch: head.ref, sha: head.sha };
}
