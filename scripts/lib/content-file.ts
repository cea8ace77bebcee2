import { stringify } from 'yaml';
import { collections, type CollectionName } from '../../src/domain/collection.ts';
import { listFields, type FieldSchema } from '../../src/format/reference.ts';
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
