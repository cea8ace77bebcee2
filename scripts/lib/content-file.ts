import { Document, stringify } from 'yaml';
import { toId } from '../../src/reader/form.ts';
import { collections, type CollectionName } from '../../src/model/registry.ts';
import { listFields, type FieldSchema } from './reference/fields.ts';
import { describeSchema } from './reference/schemas.ts';

export interface NewFile {
  /** What the fields say. They are written in the order of the schema, and those that are undefined left out. */
  data: Readonly<Record<string, unknown>>;
  /** The text below the fields, of a file that has one. */
  body?: string | undefined;
  /** Whether each field stands below the sentence that says what it is for, and the others as comments. */
  withSentences: boolean;
}

/** The text of a new content file. */
export function writeContentFile(collection: CollectionName, { data, body, withSentences }: NewFile): string {
  const { schema, ending } = collections[collection];
  const fields = listFields(describeSchema(schema) as FieldSchema).filter(({ path }) => !/[.[]/.test(path));
  const lines = fields.map(({ path, description }) => {
    const value = data[path];
    if (value === undefined) return withSentences ? `# ${path}: … (${description})\n` : '';
    const line = stringify({ [path]: value }, { lineWidth: 0 });
    return withSentences ? `# ${description}\n${line}` : line;
  });
  const yaml = lines.join('');
  if (ending === 'yaml') return yaml;
  return `---\n${yaml}---\n${body?.trim() ? `\n${body.trim()}\n` : ''}`;
}

/** The fields of a file by dotted path, such as `amount.value` or `venues.0.name`, each in its place. */
export function nest(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const document = new Document({});
  for (const [path, value] of Object.entries(fields)) {
    const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    document.setIn(keys, document.createNode(value));
  }
  return document.toJS() as Record<string, unknown>;
}

/**
 * The id that a name makes: Università di Milano gives universita-di-milano. Undefined where most letters of the
 * name are no Latin ones, so that an id would say little of it.
 */
export function makeId(name: string): string | undefined {
  const letters = name.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (latin.length * 2 <= letters.length) return undefined;
  return toId(name).slice(0, longestId).replace(/-+$/, '') || undefined;
}

/** Ids stand in addresses: what is longer is cut in lists and mails. */
const longestId = 60;
