import { Document, stringify } from 'yaml';
import { toId } from '../../src/reader/form.ts';
import { collections, type CollectionName } from '../../src/model/registry.ts';
import { listTopFields } from './reference/fields.ts';
import { describeSchema } from './reference/schema.ts';

export interface NewFile {
  /** The values of its fields, written in the order of the schema. Undefined ones are left out. */
  data: Readonly<Record<string, unknown>>;
  /** The text below the fields, if the collection has bodies. */
  body?: string | undefined;
  /** Whether each field follows a comment with its description, and fields without a value are comments. */
  withSentences: boolean;
}

/** Renders the text of a new content file. */
export function writeContentFile(collection: CollectionName, { data, body, withSentences }: NewFile): string {
  const { schema, ending } = collections[collection];
  let yaml = '';
  for (const { path, description } of listTopFields(describeSchema(schema))) {
    const value = data[path];
    if (value !== undefined) {
      if (withSentences) yaml += `# ${description}\n`;
      yaml += stringify({ [path]: value }, { lineWidth: 0 });
    } else if (withSentences) yaml += `# ${path}: … (${description})\n`;
  }
  if (ending === 'yaml') return yaml;
  return `---\n${yaml}---\n${body?.trim() ? `\n${body.trim()}\n` : ''}`;
}

/** Nests values that are given by dotted path, such as `amount.value` or `venues.0.name`. */
export function nest(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const document = new Document({});
  for (const [path, value] of Object.entries(fields)) {
    const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    document.setIn(keys, document.createNode(value));
  }
  return document.toJS() as Record<string, unknown>;
}

/**
 * Makes an id from a name: universita-di-milano from Università di Milano.
 * @returns undefined if most letters of the name are not Latin: an id of the others would say little
 */
export function makeId(name: string): string | undefined {
  const letters = name.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (latin.length * 2 <= letters.length) return undefined;
  return toId(name).slice(0, longestId).replace(/-+$/, '') || undefined;
}

/** Ids are part of addresses: lists and mails cut longer ones. */
const longestId = 60;
