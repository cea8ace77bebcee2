import { parseArgs } from 'node:util';
import { chooseOption } from '../command.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { kinds } from './columns.ts';

export type Options = ReturnType<typeof readOptions>;

/**
 * Reads the command line.
 * @param env the environment: without "--" before the options npm keeps --dry-run to itself, and says so there
 * @throws PlainError unless one file is named and options have values that they can have
 */
export function readOptions(args: string[], env: Readonly<Record<string, string | undefined>> = {}) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    args,
    options: {
      as: text,
      edition: text,
      sheet: text,
      phase: text,
      list: text,
      attendance: text,
      dates: text,
      'dry-run': flag,
      yes: flag,
    },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new PlainError(
      `Write the name of ${file === undefined ? 'the file' : 'one file'} after two hyphens: npm run import -- schedule.xlsx --as weeks. A name with spaces stands in quotation marks.`,
    );
  return {
    file,
    as: choose('as', values.as, kinds),
    edition: values.edition,
    sheet: values.sheet,
    phase: values.phase,
    list: choose('list', values.list, ['domestic', 'international']),
    attendance: choose('attendance', values.attendance, ['online', 'in-person', 'hybrid']),
    dates: choose('dates', values.dates, ['dmy', 'mdy'] as const),
    isDryRun: values['dry-run'] || env['npm_config_dry_run'] === 'true',
    isConfirmed: values.yes,
  };
}

const choose = <Value extends string>(name: string, value: string | undefined, allowed: readonly Value[]) =>
  value === undefined ? undefined : chooseOption(name, value, allowed);
