import { parseArgs } from 'node:util';
import { reportRenderers } from './lib/changes/render.ts';
import { createTranslator } from '../src/i18n/translator.ts';
import { makeReport, readReport } from './lib/changes/report.ts';
import { chooseOption, endOnSignal, runCommand } from './lib/command.ts';
import { PlainError } from '../src/pipeline/error.ts';
import { listLocales } from '../src/pipeline/content.ts';

// npm run changes [-- REF] [--format text|markdown|json] [--lang ko] [--read FILE]
await runCommand(async () => {
  // Ctrl-C waits for the end of the command, which removes its temporary folder.
  endOnSignal(() => Promise.resolve());
  const { values, positionals } = parseArgs({
    options: {
      format: { type: 'string', default: 'text' },
      lang: { type: 'string', default: 'en' },
      read: { type: 'string' },
    },
    allowPositionals: true,
  });
  const render = reportRenderers[chooseOption('format', values.format, ['text', 'markdown', 'json'])];
  const t = createTranslator(chooseOption('lang', values.lang, listLocales()));
  const [ref, ...others] = positionals;
  if (others.length > 0 || (ref !== undefined && values.read !== undefined))
    throw new PlainError(
      'Write one branch, tag or commit to compare with, or --read and the file of a report.',
    );
  const report = values.read === undefined ? await makeReport(ref) : readReport(values.read);
  console.log(render(report, t));
});
