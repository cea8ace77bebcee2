import { parseArgs } from 'node:util';
import { findNearest } from '../../../src/model/nearest.ts';
import { collections, type CollectionName } from '../../../src/model/registry.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { listFields } from '../reference/fields.ts';
import { describeSchema, type FieldSchema } from '../reference/schema.ts';

/** A field that holds a value and no other fields. */
export interface Field {
  /** Its path in the file: `amount.value`, or `venues.0.name` in the first item of a list. */
  path: string;
  /** Its name on the command line: as the path, without the number of an item. */
  flag: string;
  /** The descriptions of the field that it is part of, if any, and of itself. */
  description: string;
  schema: FieldSchema;
}

type Scalar = string | number | boolean;
export type FieldValue = Scalar | Scalar[];
/** Values by path of the field. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

/** Lists the fields of a collection that hold values, in the order of its schema. */
export function listValueFields(collection: CollectionName): Field[] {
  const rows = listFields(describeSchema(collections[collection].schema));
  const descriptions = new Map(rows.map(({ path, description }) => [path, description]));
  return rows
    .filter(({ schema }) => !holdsFields(schema))
    .map(({ path, description, schema }) => {
      const parent = descriptions.get(path.replace(/(\[\])?\.?\w+$/, ''));
      return {
        path: path.replaceAll('[]', '.0'),
        flag: path.replaceAll('[]', ''),
        description: parent ? `${parent} ${description}` : description,
        schema,
      };
    });
}

const holdsFields = (schema: FieldSchema): boolean =>
  [schema, schema.items, ...(schema.anyOf ?? [])].some((each) => each?.properties !== undefined);

/** Converts a typed value: to a number if the field takes numbers and the text is one. */
export function parseValue({ schema }: Field, text: string): string | number {
  const { type } = schema.items ?? schema;
  const isNumeric = type === 'integer' || type === 'number';
  const trimmed = text.trim();
  return isNumeric && /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

export interface Arguments {
  values: FieldValues;
  /** The flags that are no fields, by name. */
  options: Readonly<Record<string, string | undefined>>;
  positionals: string[];
  /** Whether defaults are taken without prompts. */
  yes: boolean;
}

/**
 * Parses the command line: one flag for each field, some options with a value, and `--yes`.
 * @throws PlainError for unknown flags, each with the nearest known one
 */
export function parseArguments(
  args: string[],
  fields: readonly Field[],
  optionNames: readonly string[],
): Arguments {
  const types = new Map<string, { type: 'string' | 'boolean'; multiple?: boolean }>();
  for (const name of optionNames) types.set(name, { type: 'string' });
  for (const { flag, schema } of fields) {
    types.set(flag, { type: 'string', multiple: schema.items !== undefined });
  }
  types.set('yes', { type: 'boolean' });
  refuseUnknownFlags(args, [...types.keys()]);
  const parsed = parseArgs({ args, options: Object.fromEntries(types), allowPositionals: true });
  const flags = parsed.values as Record<string, string | string[] | undefined>;
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const value = flags[field.flag];
    if (Array.isArray(value)) values[field.path] = value.map((item) => parseValue(field, item));
    else if (value !== undefined) values[field.path] = parseValue(field, value);
  }
  return {
    values,
    options: Object.fromEntries(optionNames.map((name) => [name, flags[name] as string | undefined])),
    positionals: parsed.positionals,
    yes: parsed.values['yes'] === true,
  };
}

function refuseUnknownFlags(args: string[], known: readonly string[]): void {
  const { values } = parseArgs({ args, strict: false });
  const unknown = Object.keys(values).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const lines = unknown.map((name) => {
    const nearest = findNearest(name, known);
    return `There is no flag --${name}.${nearest ? ` Did you mean --${nearest}?` : ''}`;
  });
  throw new PlainError(
    [...lines, `Allowed: ${known.map((name) => `--${name}`).join(', ')}. Nothing was written.`].join('\n'),
  );
}

/** @throws PlainError if there are arguments without a flag */
export function refusePositionals(positionals: readonly string[]): void {
  if (positionals.length === 0) return;
  throw new PlainError(
    `Unexpected "${positionals.join(' ')}". Put text with spaces in quotation marks after its flag, such as --title "Two words". Nothing was written.`,
  );
}
