import { collections, type CollectionName } from '../../../src/model/registry.ts';
import { listFields, type FieldSchema } from '../reference/fields.ts';
import { describeSchema } from '../reference/schemas.ts';

/** A field that holds a value and no other fields. */
export interface Field {
  /** Its path in the file: `amount.value`, or `venues.0.name` in the first item of a list. */
  path: string;
  /** Its name on the command line, without hyphens: `venues.name` is in the first item of a list. */
  flag: string;
  /** What the schema says of it to whoever fills it in, and of the field that it is in. */
  sentence: string;
  schema: FieldSchema;
}

/** What is to be written into a file, by path. */
export type Answers = Readonly<Record<string, Answer | undefined>>;
export type Answer = Value | Value[];
type Value = string | number | boolean;

/** Lists the fields of a kind of file that hold values, in the order of its schema. */
export function listValues(collection: CollectionName): Field[] {
  const rows = listFields(describeSchema(collections[collection].schema) as FieldSchema);
  const sentences = new Map(rows.map(({ path, description }) => [path, description]));
  return rows
    .filter(({ schema }) => !holdsFields(schema))
    .map(({ path, description, schema }) => ({
      path: path.replaceAll('[]', '.0'),
      flag: path.replaceAll('[]', ''),
      // "The city." says little without what it is the city of.
      sentence: [sentences.get(path.replace(/(\[\])?\.?\w+$/, '')), description].filter(Boolean).join(' '),
      schema,
    }));
}

const holdsFields = (schema: FieldSchema): boolean =>
  [schema, schema.items, ...(schema.anyOf ?? [])].some((each) => each?.properties !== undefined);

/** What words on the command line or in answer to a question stand for: a number in a field of numbers. */
export function readValue({ schema }: Pick<Field, 'schema'>, text: string): string | number {
  const { type } = schema.items ?? schema;
  const isNumber = type === 'integer' || type === 'number';
  const words = text.trim();
  return isNumber && /^-?\d+(\.\d+)?$/.test(words) ? Number(words) : words;
}
