/** How the comment on a pull request is found again: a line of Markdown that nobody sees. */
export const marker = '<!-- programme-microsite: report -->';

/** GitHub refuses a longer comment. */
const longest = 65_536;

/** What there is to say of a pull request. */
export interface Checked {
  /** What changes for people, as Markdown in which nothing of the content can be taken for more than words. */
  changes: string | undefined;
  /** Whether the run on the pull request went well. */
  passed: boolean;
  /** Whether nothing but the command for the calendar is left to be run. */
  behind: boolean;
  /** The commit that was looked at. */
  sha: string;
  /** The page of that run. */
  run: string;
  /** Where the preview can be downloaded, if one was built. */
  preview: string | undefined;
}

/** The comment on a pull request: what changes for people, whether the check has passed, and how to see the preview. */
export function renderComment({ changes, passed, behind, sha, run, preview }: Checked): string {
  const failed = `**The check has not passed.** Mistakes in the content are marked on their lines under "Files changed"; [the run](${run}) says everything.`;
  const missing = passed
    ? `What changes could not be put into words: [the run](${run}) has left no report that can be read.`
    : 'What changes is told here once it passes.';
  const look = `**To look at it:** download [the preview](${preview ?? run}) and unpack it. In a terminal, go to that folder and run \`npx sirv-cli@3 --port 4321\` (with Node.js), then open http://localhost:4321.`;
  const calendar =
    '**The calendar is behind.** Run `npm run calendar` and commit the file that it writes. Or a maintainer has that done on GitHub: "Actions", "Update the calendar", "Run workflow", with the number of this pull request.';
  const below = [
    ...(passed && behind ? [calendar] : []),
    ...(preview === undefined ? [] : [look]),
    `This is about the commit ${sha.slice(0, 10)}.`,
  ];
  const above = [marker, ...(passed ? [] : [failed])];
  const room = longest - [...above, ...below, '', ''].join('\n\n').length;
  return `${[...above, cut(changes ?? missing, room, run), ...below].join('\n\n')}\n`;
}

/** As much of a text as there is room for, in whole lines. */
function cut(text: string, room: number, run: string): string {
  if (text.length <= room) return text.trimEnd();
  const rest = `\n\n**There is more than fits into a comment.** [The run](${run}) has the whole report, as report.json.`;
  return text.slice(0, Math.max(0, text.lastIndexOf('\n', room - rest.length))) + rest;
}
