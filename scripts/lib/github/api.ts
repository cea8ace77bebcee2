/** GitHub's API for one repository, with the rights of the token that a workflow has given. */
export interface Api {
  /** The repository as `owner/name`. */
  repository: string;
  /** The page of the repository, without a slash at its end. */
  page: string;
  /**
   * Asks for something or sends it.
   * @param path below the repository, such as `/pulls/1`
   * @throws if GitHub does not answer with success
   */
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Response>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Makes the way to GitHub that the environment of a workflow describes. Nothing in this folder needs an installed
 * package: the jobs that may write install none.
 * @param env with GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY (which every workflow has) and GH_TOKEN
 */
export function createApi(env: Environment): Api {
  const repository = need(env, 'GITHUB_REPOSITORY');
  const base = `${need(env, 'GITHUB_API_URL')}/repos/${repository}`;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${need(env, 'GH_TOKEN')}`,
    'x-github-api-version': '2022-11-28',
  };
  return {
    repository,
    page: `${need(env, 'GITHUB_SERVER_URL')}/${repository}`,
    ask: async (method, path, body) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${base}${path}`, { method, headers, ...sent });
      if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${method} ${path}.`);
      return response;
    },
  };
}

/** A value of the environment that must be there. */
export function need(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`The environment has no ${name}, which the workflow sets.`);
  return value;
}

/** What GitHub answers to a question, as its documentation describes it. */
export async function get<T>(api: Api, path: string): Promise<T> {
  return (await (await api.ask('GET', path)).json()) as T;
}
