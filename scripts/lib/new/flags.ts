import { parseArgs } from 'node:util';
import { findNearest } from '../../../src/model/nearest.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { readValue, type Answer, type Answers, type Field } from './field.ts';

/** What was written after the kind on the command line. */
export interface Flags {
  /** Values of fields, by path. */
  given: Answers;
  /** The flags that are no fields. */
  options: Readonly<Record<string, string | undefined>>;
  /** Whether sensible answers are taken without asking. */
  yes: boolean;
  /** What stands there without a flag. */
  names: string[];
}

/**
 * Reads the command line: a flag for each field, by its name.
 * @param fields the fields that can be given; their paths may begin with a prefix of their own
 * @param names the flags beside them that take a value
 * @throws PlainError naming every flag that there is not, and the one most likely meant
 */
export function readFlags(args: string[], fields: readonly Field[], names: readonly string[]): Flags {
  const text = { type: 'string' } as const;
  const known = {
    ...Object.fromEntries(names.map((name) => [name, text])),
    ...Object.fromEntries(fields.map(({ flag, schema }) => [flag, { ...text, multiple: !!schema.items }])),
  };
  refuseUnknown(args, [...Object.keys(known), 'yes']);
  const { values, positionals } = parseArgs({
    args,
    options: { ...known, yes: { type: 'boolean' } },
    allowPositionals: true,
  });
  const written = values as Record<string, string | string[] | undefined>;
  const given = fields.flatMap((field): [string, Answer][] => {
    const value = written[field.flag];
    if (value === undefined) return [];
    return [
      [
        field.path,
        Array.isArray(value) ? value.map((each) => readValue(field, each)) : readValue(field, value),
      ],
    ];
  });
  return {
    given: Object.fromEntries(given),
    options: Object.fromEntries(names.map((name) => [name, written[name] as string | undefined])),
    yes: values.yes === true,
    names: positionals,
  };
}

function refuseUnknown(args: string[], known: readonly string[]): void {
  const { tokens } = parseArgs({ args, strict: false, tokens: true });
  const unknown = tokens.flatMap((token) =>
    token.kind === 'option' && !known.includes(token.name) ? token.name : [],
  );
  if (unknown.length === 0) return;
  const lines = unknown.map((name) => {
    const nearest = findNearest(name, known);
    return `There is no flag --${name}.${nearest ? ` Did you mean --${nearest}?` : ''}`;
  });
  throw new PlainError(
    [...lines, `Allowed: ${known.map((name) => `--${name}`).join(', ')}. Nothing was written.`].join('\n'),
  );
}
