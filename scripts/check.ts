import { parseArgs } from 'node:util';
import { readSettings } from '../src/build/settings.ts';
import { findNearest } from '../src/domain/nearest.ts';
import { hasErrors, renderers } from '../src/format/issues.ts';
import { PlainError, runCommand } from './lib/command.ts';
import { countContent, findProblems, loadContent } from './lib/content.ts';
import { root } from './lib/environment.ts';

// npm run check [-- --format text|github|json]
await runCommand(async () => {
  const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
  const render = findRenderer(values.format);
  const settings = readSettings(process.env, root);
  const content = loadContent(settings);
  const problems = findProblems(settings, content);
  console.log(render(problems, countContent(content)));
  if (hasErrors(problems)) process.exitCode = 1;
});

function findRenderer(format: string) {
  const found = Object.entries(renderers).find(([name]) => name === format);
  if (found) return found[1];
  const names = Object.keys(renderers);
  const nearest = findNearest(format, names);
  throw new PlainError(
    `There is no format "${format}".${nearest ? ` Did you mean "${nearest}"?` : ''} Write --format with one of ${names.join(', ')}.`,
  );
}
