import { loadContent } from '../src/pipeline/content.ts';
import { root } from '../src/pipeline/environment.ts';
import { readSettings } from '../src/pipeline/settings.ts';
import { runCommand } from './lib/command.ts';
import { createWorkspace } from './lib/new/draft.ts';
import { addEdition } from './lib/new/new-edition.ts';
import { addEntry, chooseType } from './lib/new/new-entry.ts';
import { createAsk } from './lib/new/prompts.ts';

// npm run new -- week | event | topic | partner | prize | person | page [--FIELD VALUE …]
// npm run new -- edition NAME [--from NAME [--starts DATE]]
await runCommand(async () => {
  const [noun, ...args] = process.argv.slice(2);
  const settings = readSettings(process.env, root);
  const workspace = createWorkspace(settings, loadContent(settings));
  const ask = createAsk();
  const type = await chooseType(noun, ask);
  await (type ? addEntry(workspace, type, args, ask) : addEdition(workspace, args, ask));
});
