import { get, type Api } from './api.ts';

/** Hidden first line, by which the comment is found again. */
export const marker = '<!-- programme-microsite: report -->';

/** GitHub's limit for a comment, in characters. */
const maxLength = 65_536;

/** The result of the checks of a pull request. */
export interface CheckResult {
  /** The report of changes as Markdown, with all texts of the content escaped. */
  changes: string | undefined;
  passed: boolean;
  sha: string;
  /** The URL of the workflow run. */
  run: string;
  /** The URL of the preview, if it was built. */
  preview: string | undefined;
}

/** Renders the comment on a pull request as Markdown. */
export function renderComment({ changes, passed, sha, run, preview }: CheckResult): string {
  const above = [marker];
  if (!passed)
    above.push(
      `**The check has not passed.** Mistakes in the content are marked on their lines under "Files changed"; [the run](${run}) says everything.`,
    );
  const below: string[] = [];
  if (preview !== undefined)
    below.push(
      `**To look at it:** download [the preview](${preview}) and unpack it. In a terminal, go to that folder and run \`npx sirv-cli@3 --port 4321\` (with Node.js), then open http://localhost:4321.`,
    );
  below.push(`This is about the commit ${sha.slice(0, 10)}.`);
  const missing = passed
    ? `What changes could not be put into words: [the run](${run}) has left no report that can be read.`
    : 'What changes is told here once it passes.';
  const room = maxLength - [...above, ...below, '', ''].join('\n\n').length;
  return `${[...above, truncate(changes ?? missing, room, run), ...below].join('\n\n')}\n`;
}

/** Cuts a text to a length, at the end of a line. */
function truncate(text: string, length: number, run: string): string {
  if (text.length <= length) return text.trimEnd();
  const note = `\n\n**There is more than fits into a comment.** [The run](${run}) has the whole report, as report.json.`;
  return text.slice(0, Math.max(0, text.lastIndexOf('\n', length - note.length))) + note;
}

/** The part of a comment that is used (docs.github.com/en/rest/issues/comments). */
interface Comment {
  id: number;
  body?: string | null;
  user: { login: string } | null;
}

const pageSize = 100;

/**
 * Updates the comment on a pull request, or creates it.
 * @param number of the pull request
 * @param body with the marker as its first line
 */
export async function postComment(api: Api, number: number, body: string): Promise<void> {
  const id = await findComment(api, number);
  if (id === undefined) await api.request('POST', `/issues/${number}/comments`, { body });
  else await api.request('PATCH', `/issues/comments/${id}`, { body });
}

/** Finds the comment by its author as well, since anybody can write the marker. */
async function findComment(api: Api, number: number): Promise<number | undefined> {
  for (let page = 1; ; page += 1) {
    const comments = await get<Comment[]>(
      api,
      `/issues/${number}/comments?per_page=${pageSize}&page=${page}`,
    );
    const own = comments.find(
      // A user name cannot contain brackets.
      ({ user, body }) => user?.login === 'github-actions[bot]' && body?.startsWith(marker),
    );
    if (own || comments.length < pageSize) return own?.id;
  }
}
