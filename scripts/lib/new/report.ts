import { renderText } from '../../../src/format/issues.ts';
import type { Issue } from '../../../src/model/issue.ts';

/**
 * The output of `npm run new` once files are written.
 * @param warnings what `npm run check` finds odd about them
 * @param steps what to do next, a line each
 */
export function renderReport(
  paragraphs: readonly string[],
  warnings: readonly Issue[],
  steps: readonly string[],
): string {
  const next = ['Next:', ...steps.map((step) => `- ${step}`)].join('\n');
  const found = warnings.length > 0 ? [renderText(warnings)] : [];
  return [...paragraphs, ...found, next].join('\n\n');
}

export const calendarStep = 'npm run calendar shows what subscribers will get once it is published.';

export const publishStep = (label: string, edition: string) =>
  `To publish it, take "draft: true" out of ${label}/${edition}/programme.yaml, and name it as "current" in ${label}/site.yaml.`;
