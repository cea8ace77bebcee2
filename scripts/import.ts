import { readSettings } from '../src/pipeline/settings.ts';
import { runCommand } from './lib/command.ts';
import { loadContent } from '../src/pipeline/content.ts';
import { root } from '../src/pipeline/environment.ts';
import { readOptions } from './lib/import/options.ts';
import { importFile } from './lib/import/run.ts';

// npm run import -- FILE [--as weeks|events|partners|prizes] [--edition 2030] [--sheet NAME] [--dates dmy|mdy]
//   [--phase 1] [--list domestic|international] [--attendance online] [--dry-run] [--yes]
await runCommand(async () => {
  const settings = readSettings(process.env, root);
  await importFile(settings, loadContent(settings), readOptions(process.argv.slice(2), process.env));
});
