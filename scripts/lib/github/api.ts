/** GitHub's REST API for one repository, with the token of a workflow. */
export interface Api {
  /** `owner/name`. */
  repository: string;
  /** The URL of the repository, without a slash at the end. */
  url: string;
  /**
   * Sends a request.
   * @param path below the repository, such as `/pulls/1`
   * @throws if the response is no success
   */
  request(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Response>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Creates the API of a workflow's repository. This module, comment.ts and pull-request.ts import no package: the jobs
 * with write access install none.
 * @param env with GITHUB_API_URL, GITHUB_SERVER_URL and GITHUB_REPOSITORY, which every workflow has, and GH_TOKEN
 */
export function createApi(env: Environment): Api {
  const repository = requireEnv(env, 'GITHUB_REPOSITORY');
  const base = `${requireEnv(env, 'GITHUB_API_URL')}/repos/${repository}`;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${requireEnv(env, 'GH_TOKEN')}`,
    'x-github-api-version': '2022-11-28',
  };
  return {
    repository,
    url: `${requireEnv(env, 'GITHUB_SERVER_URL')}/${repository}`,
    request: async (method, path, body) => {
      const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
      const response = await fetch(`${base}${path}`, init);
      if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${method} ${path}.`);
      return response;
    },
  };
}

/** @throws if the environment does not have a value */
export function requireEnv(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`The environment has no ${name}, which the workflow sets.`);
  return value;
}

/** Gets JSON, of the type that GitHub documents. */
export async function get<T>(api: Api, path: string): Promise<T> {
  return (await (await api.request('GET', path)).json()) as T;
}
