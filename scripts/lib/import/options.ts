import { parseArgs } from 'node:util';
import { chooseOption } from '../command.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { kinds, type Kind } from './columns.ts';
import type { Order } from './day.ts';

/** What was written on the command line. */
export interface Options {
  file: string;
  as: Kind | undefined;
  edition: string | undefined;
  sheet: string | undefined;
  phase: string | undefined;
  list: string | undefined;
  attendance: string | undefined;
  dates: Order | undefined;
  isDry: boolean;
  isAgreed: boolean;
}

const text = { type: 'string' } as const;

/**
 * Reads the command line.
 * @param env the environment: without "--" before the options npm keeps --dry-run to itself, and says so there
 * @throws PlainError if no file is named or an option has a value that it cannot have
 */
export function readOptions(args: string[], env: Readonly<Record<string, string | undefined>> = {}): Options {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...{ as: text, edition: text, sheet: text, phase: text, list: text, attendance: text, dates: text },
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
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
    isDry: values['dry-run'] || env['npm_config_dry_run'] === 'true',
    isAgreed: values.yes,
  };
}

const choose = <Value extends string>(name: string, value: string | undefined, allowed: readonly Value[]) =>
  value === undefined ? undefined : chooseOption(name, value, allowed);
