import type { Translate } from '../../../src/model/translate.ts';
import { describeReport } from './describe.ts';
import { escapeMarkdown, tidyLine } from './markdown.ts';
import type { Report } from './report-schema.ts';

/** Renders a report for a terminal. */
function renderText(report: Report, t: Translate): string {
  const { intro, sections } = describeReport(report, t);
  return [
    intro.map(tidyLine).join('\n'),
    ...sections.flatMap(({ title, parts }) => [
      tidyLine(title),
      ...parts.map((part) => [part.title, ...part.lines.map((line) => `  ${tidyLine(line)}`)].join('\n')),
    ]),
  ].join('\n\n');
}

/** Renders a report as Markdown in which all texts of the content are escaped. */
function renderMarkdown(report: Report, t: Translate): string {
  const { intro, sections } = describeReport(report, t);
  return [
    ...intro.map(escapeMarkdown),
    ...sections.flatMap(({ title, parts }) => [
      `### ${escapeMarkdown(title)}`,
      ...parts.flatMap((part) => [
        `**${escapeMarkdown(part.title)}**`,
        part.lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n'),
      ]),
    ]),
  ].join('\n\n');
}

/** The formats of `npm run changes`. JSON can be read again with `--read`, and rendered in any language. */
export const reportRenderers = {
  text: renderText,
  markdown: renderMarkdown,
  json: (report: Report) => JSON.stringify(report, undefined, 2),
};
