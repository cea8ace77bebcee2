import { marker } from './comment-text.ts';
import { get, type Api } from './api.ts';

/** What is used of a comment (docs.github.com/en/rest/issues/comments). */
interface Comment {
  id: number;
  body?: string | null;
  user: { login: string } | null;
}

const pageSize = 100;

/**
 * Puts the comment where the last one was, or below the others if there was none.
 * @param number of the pull request
 * @param body beginning with the marker
 */
export async function keepComment(api: Api, number: number, body: string): Promise<void> {
  const own = await findComment(api, number);
  if (own === undefined) await api.ask('POST', `/issues/${number}/comments`, { body });
  else await api.ask('PATCH', `/issues/comments/${own}`, { body });
}

/** The comment that a workflow has made. Anybody can write the marker, so the author counts as well. */
async function findComment(api: Api, number: number): Promise<number | undefined> {
  for (let page = 1; ; page += 1) {
    const comments = await get<Comment[]>(
      api,
      `/issues/${number}/comments?per_page=${pageSize}&page=${page}`,
    );
    const own = comments.find(
      // Brackets can be in no name that somebody has chosen.
      ({ user, body }) => user?.login === 'github-actions[bot]' && body?.startsWith(marker),
    );
    if (own || comments.length < pageSize) return own?.id;
  }
}
