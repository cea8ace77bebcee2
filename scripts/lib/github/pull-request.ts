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
