import type { Issue } from '../model/issue.ts';

/** The maximum number of allowed values in a message. */
const maxAllowed = 20;

/** Whether any issue is an error, which stops publishing. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** Counts issues: "2 errors, 1 warning", "no errors". */
export function countIssues(issues: readonly Issue[]): string {
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  const warnings = issues.length - errors;
  const count = (number: number, noun: string) => `${number || 'no'} ${noun}${number === 1 ? '' : 's'}`;
  return [count(errors, 'error'), ...(warnings > 0 ? [count(warnings, 'warning')] : [])].join(', ');
}

/** Renders issues for a terminal, followed by links to the documentation of each code. */
export function renderText(issues: readonly Issue[]): string {
  return [renderParagraphs(issues), ...renderPointers(issues)].join('\n\n');
}

/** Renders a paragraph for each issue, with its position first, which terminals make a link. */
export function renderParagraphs(issues: readonly Issue[]): string {
  return issues.map(renderParagraph).join('\n\n');
}

function renderPointers(issues: readonly Issue[]): string[] {
  if (issues.length === 0) return [];
  return [`More about each: ${[...new Set(issues.map(pointTo))].sort().join(', ')}`];
}

/** The heading in docs/errors.md that explains an issue. */
const pointTo = ({ code }: Issue) => `docs/errors.md#${code}`;

function renderParagraph(issue: Issue): string {
  const lines = [issue.message, ...renderAllowed(issue), issue.fix];
  return [
    `${issue.file}:${issue.line}:${issue.column} ${issue.severity} ${issue.code}`,
    ...lines.map((line) => `  ${line}`),
  ].join('\n');
}

function renderAllowed({ allowed = [] }: Issue): string[] {
  if (allowed.length === 0) return [];
  const more = allowed.length - maxAllowed;
  return [`Allowed: ${allowed.slice(0, maxAllowed).join(', ')}${more > 0 ? `, and ${more} more` : ''}.`];
}

/** Renders workflow commands of GitHub Actions, which annotate lines of a pull request. */
export function renderGithub(issues: readonly Issue[]): string {
  return issues
    .map((issue) => {
      const properties = [
        `file=${escapeProperty(issue.file)}`,
        `line=${issue.line}`,
        `col=${issue.column}`,
        `title=${escapeProperty(issue.code)}`,
      ];
      const lines = [issue.message, ...renderAllowed(issue), issue.fix];
      const text = [...lines, `More about it: ${pointTo(issue)}`].join('\n');
      return `::${issue.severity} ${properties.join(',')}::${escapeData(text)}`;
    })
    .join('\n');
}

/** Renders issues as JSON. */
export function renderJson(issues: readonly Issue[]): string {
  return JSON.stringify(
    issues.map((issue) => ({ ...issue, more: pointTo(issue) })),
    undefined,
    2,
  );
}

/** The formats of `npm run check`. `counts` is what was checked, as text. */
export const renderers = {
  text: (issues: readonly Issue[], counts: string) => summarise(renderText(issues), issues, counts),
  github: (issues: readonly Issue[], counts: string) => summarise(renderGithub(issues), issues, counts),
  json: renderJson,
};

function summarise(text: string, issues: readonly Issue[], counts: string): string {
  return `${text === '' ? '' : `${text}\n\n`}${counts}: ${countIssues(issues)}.`;
}

// The escapes of github.com/actions/toolkit, packages/core/src/command.ts.
const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
