import type { Problem } from '../model/issue.ts';

/** How many allowed values are listed: more would hide the rest. */
const longestList = 20;

/** Says whether any problem keeps the content from being published. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Counts problems in words: "2 errors, 1 warning", "no errors". */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (number: number, noun: string) => `${number || 'no'} ${noun}${number === 1 ? '' : 's'}`;
  return [count(errors, 'error'), ...(warnings > 0 ? [count(warnings, 'warning')] : [])].join(', ');
}

/** Text for a terminal: the problems, and last where each kind of them is explained. */
export function renderText(problems: readonly Problem[]): string {
  return [renderParagraphs(problems), ...renderPointers(problems)].join('\n\n');
}

/** A paragraph a problem, its place first so that terminals make it a link. */
export function renderParagraphs(problems: readonly Problem[]): string {
  return problems.map(renderParagraph).join('\n\n');
}

function renderPointers(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return [`More about each: ${[...new Set(problems.map(pointTo))].sort().join(', ')}`];
}

/** The heading in docs/errors.md that explains a problem. */
const pointTo = ({ code }: Problem) => `docs/errors.md#${code}`;

function renderParagraph(problem: Problem): string {
  const lines = [problem.message, ...renderAllowed(problem), problem.fix];
  return [
    `${problem.file}:${problem.line}:${problem.column} ${problem.severity} ${problem.code}`,
    ...lines.map((line) => `  ${line}`),
  ].join('\n');
}

function renderAllowed({ allowed = [] }: Problem): string[] {
  if (allowed.length === 0) return [];
  const more = allowed.length - longestList;
  return [`Allowed: ${allowed.slice(0, longestList).join(', ')}${more > 0 ? `, and ${more} more` : ''}.`];
}

/** Workflow commands of GitHub Actions: an annotation on the line in the pull request. */
export function renderGithub(problems: readonly Problem[]): string {
  return problems
    .map((problem) => {
      const properties = [
        `file=${escapeProperty(problem.file)}`,
        `line=${problem.line}`,
        `col=${problem.column}`,
        `title=${escapeProperty(problem.code)}`,
      ];
      const lines = [problem.message, ...renderAllowed(problem), problem.fix];
      const text = [...lines, `More about it: ${pointTo(problem)}`].join('\n');
      return `::${problem.severity} ${properties.join(',')}::${escapeData(text)}`;
    })
    .join('\n');
}

/** The list as JSON, for other programs. */
export function renderJson(problems: readonly Problem[]): string {
  return JSON.stringify(
    problems.map((problem) => ({ ...problem, more: pointTo(problem) })),
    undefined,
    2,
  );
}

/** The formats of `npm run check`. `counts` says in words what was checked. */
export const renderers = {
  text: (problems: readonly Problem[], counts: string) => summarise(renderText(problems), problems, counts),
  github: (problems: readonly Problem[], counts: string) =>
    summarise(renderGithub(problems), problems, counts),
  json: renderJson,
};

function summarise(text: string, problems: readonly Problem[], counts: string): string {
  return `${text === '' ? '' : `${text}\n\n`}${counts}: ${countProblems(problems)}.`;
}

// The escapes of github.com/actions/toolkit, packages/core/src/command.ts.
const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
