import { readSettings } from '../src/pipeline/settings.ts';
import { runCommand } from './lib/command.ts';
import { loadContent } from '../src/pipeline/content.ts';
import { root } from '../src/pipeline/environment.ts';
import { chooseKind } from './lib/new/choose.ts';
import { openDesk } from './lib/new/desk.ts';
import { makeEdition } from './lib/new/edition.ts';
import { makeFile } from './lib/new/file.ts';
import { createAsk } from './lib/new/prompt.ts';

// npm run new -- week | event | topic | partner | prize | person | page [--FIELD VALUE …]
// npm run new -- edition NAME [--from NAME [--starts DATE]]
await runCommand(async () => {
  const [noun, ...args] = process.argv.slice(2);
  const settings = readSettings(process.env, root);
  const desk = openDesk(settings, loadContent(settings));
  const ask = createAsk();
  const kind = await chooseKind(noun, ask);
  await (kind ? makeFile(desk, kind, args, ask) : makeEdition(desk, args, ask));
});
