import { parseArgs } from 'node:util';
import { findNearest } from '../src/domain/nearest.ts';
import { reportRenderers } from '../src/format/report.ts';
import { createTranslator } from '../src/i18n/translator.ts';
import { makeReport, readReport } from './lib/changes/report.ts';
import { endOnSignal, PlainError, runCommand } from './lib/command.ts';
import { listLocales } from './lib/content.ts';

// npm run changes [-- REF] [--format text|markdown|json] [--lang ko] [--read FILE]
await runCommand(async () => {
  // On Ctrl-C the command comes to its end, so that its temporary folder is gone too.
  endOnSignal(() => Promise.resolve());
  const { values, positionals } = parseArgs({
    options: {
      format: { type: 'string', default: 'text' },
      lang: { type: 'string', default: 'en' },
      read: { type: 'string' },
    },
    allowPositionals: true,
  });
  const render = reportRenderers[choose('format', values.format, ['text', 'markdown', 'json'])];
  const t = createTranslator(choose('lang', values.lang, listLocales()));
  const [ref, ...others] = positionals;
  if (others.length > 0 || (ref !== undefined && values.read !== undefined))
    throw new PlainError(
      'Write one branch, tag or commit to compare with, or --read and the file of a report.',
    );
  console.log(render(values.read === undefined ? makeReport(ref) : readReport(values.read), t));
});

/** @throws PlainError if an option has a value that it does not take */
function choose<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  const nearest = findNearest(value, allowed);
  throw new PlainError(
    `There is no ${option} "${value}".${nearest ? ` Did you mean "${nearest}"?` : ''} Write --${option} with one of ${allowed.join(', ')}.`,
  );
}
