import { parseArgs } from 'node:util';
import { readSettings } from '../src/pipeline/settings.ts';
import { hasErrors, renderers } from '../src/format/issues.ts';
import { chooseOption, runCommand } from './lib/command.ts';
import { countContent } from '../src/pipeline/content.ts';
import { root } from '../src/pipeline/environment.ts';
import { loadSite } from '../src/pipeline/load.ts';
import { printCommands } from '../src/pipeline/print.ts';

// npm run check [-- --format text|github|json]
await runCommand(async () => {
  const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
  const format = chooseOption('format', values.format, ['text', 'github', 'json']);
  const settings = readSettings(process.env, root);
  const { content, issues } = await loadSite(settings, { now: new Date() });
  const text = renderers[format](issues, countContent(content));
  if (format === 'github') printCommands(text);
  else console.log(text);
  if (hasErrors(issues)) process.exitCode = 1;
});
