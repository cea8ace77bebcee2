import type { Problem } from '../domain/problem.ts';

/** Counts a list in words: "2 errors, 1 warning". */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  return `${count('error')}, ${count('warning')}`;
}

/** Text for a terminal: a paragraph a problem, and the count last. */
export function renderText(problems: readonly Problem[]): string {
  const paragraphs = problems.map((problem) =>
    [
      `${problem.file}:${problem.line}:${problem.column} ${problem.severity} ${problem.code}`,
      `  ${problem.message}`,
      ...(problem.allowed && problem.allowed.length > 0 && problem.allowed.length <= 12
        ? [`  Allowed: ${problem.allowed.join(', ')}`]
        : []),
      `  ${problem.fix}`,
    ].join('\n'),
  );
  return [...paragraphs, countProblems(problems)].join('\n\n');
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
      return `::${problem.severity} ${properties.join(',')}::${escapeData(`${problem.message}\n${problem.fix}`)}`;
    })
    .join('\n');
}

/** The list as JSON, for other programs. */
export function renderJson(problems: readonly Problem[]): string {
  return JSON.stringify(problems, undefined, 2);
}

// The escapes of github.com/actions/toolkit, packages/core/src/command.ts.
const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
