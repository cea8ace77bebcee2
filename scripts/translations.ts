import { parseArgs } from 'node:util';
import { runCommand } from './lib/command.ts';
import { PlainError } from '../src/pipeline/error.ts';
import { confirmTranslations, listTranslations } from './lib/translations/translations.ts';

// npm run translations [-- [--lang ko] [--confirm FILE… | --confirm all]]
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { lang: { type: 'string' }, confirm: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.confirm) await confirmTranslations(positionals, values.lang);
  else if (positionals.length === 0) listTranslations(values.lang);
  else
    throw new PlainError(
      `To note that words are up to date, write npm run translations -- --confirm ${positionals.join(' ')}`,
    );
});
