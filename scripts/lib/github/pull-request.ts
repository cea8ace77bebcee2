import { get, type Api } from './api.ts';

/** The part of a pull request that is used (docs.github.com/en/rest/pulls/pulls). */
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

/** The commit that a workflow ran on, from GitHub's event and never from an artifact of the run. */
export interface Head {
  /** `owner/name` of the repository or of a fork. */
  repository: string;
  branch: string;
  sha: string;
}

/**
 * Finds the open pull request with a commit at its head. It is found by branch, since GitHub lists no pull requests
 * from forks in the event.
 * @returns its number, or undefined unless there is exactly one
 */
export async function findPullRequest(
  api: Api,
  { repository, branch, sha }: Head,
): Promise<number | undefined> {
  const [owner = ''] = repository.split('/');
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}`, per_page: '100' });
  const found = await get<PullRequest[]>(api, `/pulls?${query.toString()}`);
  // One branch can have several pull requests, into different branches: the event does not tell which.
  const [only, ...others] = found.filter(
    ({ state, head }) => state === 'open' && head.sha === sha && head.repo?.full_name === repository,
  );
  return others.length === 0 ? only?.number : undefined;
}

/**
 * Finds the branch of a pull request, for a workflow that pushes to it.
 * @param number as it was typed
 * @throws Error with a message for whoever started the workflow, if there is no such branch
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
