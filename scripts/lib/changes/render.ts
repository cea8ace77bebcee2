import type { Report } from './report-data.ts';
import type { Translate } from '../../../src/model/translate.ts';
import { escapeMarkdown, tidyLine } from './markdown.ts';
import { describeReport } from './render/section.ts';

/** Text for a terminal: a paragraph for each edition and each of its parts. */
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

/** Markdown in which nothing that comes from the content is more than words. */
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

/** The formats of `npm run changes`. JSON is the report itself, which can be read back, in any language. */
export const reportRenderers = {
  text: renderText,
  markdown: renderMarkdown,
  json: (report: Report) => JSON.stringify(report, undefined, 2),
};
