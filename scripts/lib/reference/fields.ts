import type { CollectionReference } from './collections.ts';
import { valueForms, type FieldSchema } from './schema.ts';

/** A field of a schema, at any depth. */
export interface SchemaField {
  /** Its path: `amount.value`, or `venues[].name` for the items of a list. */
  path: string;
  description: string;
  isRequired: boolean;
  schema: FieldSchema;
}

/** Lists the fields of a schema in its order, each followed by the fields inside it. */
export function listFields(schema: FieldSchema, prefix = ''): SchemaField[] {
  const inner = schema.anyOf?.find((each) => each.properties) ?? schema;
  if (inner.items) return listFields(inner.items, `${prefix.slice(0, -1)}[].`);
  return Object.entries(inner.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix + name;
    const isRequired = inner.required?.includes(name) ?? false;
    const row = { path, description: field.description ?? '', isRequired, schema: field };
    return [row, ...listFields(field, `${path}.`)];
  });
}

/** Lists the fields of a schema that are not inside another field. */
export function listTopFields(schema: FieldSchema): SchemaField[] {
  return listFields(schema).filter(({ path }) => !/[.[]/.test(path));
}

/** Describes the values that a field takes. */
export function describeValues(schema: FieldSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  const form = schema.form === undefined ? undefined : valueForms[schema.form];
  if (form) return form.values;
  if (schema.anyOf?.length) return [...new Set(schema.anyOf.map(describeValues))].join(', or ');
  switch (schema.type) {
    case 'array':
      return schema.items?.properties ? 'a list' : `a list: ${describeValues(schema.items ?? {})} each`;
    case 'object':
      return 'the fields below';
    case 'boolean':
      return '`true`, `false`';
    case 'integer':
      return `a whole number${describeRange(schema)}`;
    case 'number':
      return `a number${describeRange(schema)}`;
    default:
      return 'text';
  }
}

/** zod gives integers without a limit the limits of safe integers. */
function describeRange({ minimum = -Infinity, maximum = Infinity }: FieldSchema): string {
  if (minimum <= Number.MIN_SAFE_INTEGER) return '';
  return maximum >= Number.MAX_SAFE_INTEGER ? `, ${minimum} or more` : `, ${minimum} to ${maximum}`;
}

/** The field reference as Markdown: a table for each collection. */
export function renderFields(collections: readonly CollectionReference[], intro: string): string {
  return ['# Every field', intro, ...collections.map(renderCollection)].join('\n\n').concat('\n');
}

function renderCollection({ title, description, path, schema, hasBody }: CollectionReference): string {
  const files = `${path.includes('<') ? 'Files' : 'File'}: \`${path}\`.`;
  const body = hasBody ? ' The fields stand between two lines `---`; the text follows below.' : '';
  const header = ['field', 'what to write', 'needed', 'values'];
  const rows = listFields(schema).map((field) => [
    `\`${field.path}\``,
    field.description,
    field.isRequired ? 'yes' : 'no',
    describeValues(field.schema),
  ]);
  const table = [header, header.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`)
    .join('\n');
  return `## ${title}\n\n${description} ${files}${body}\n\n${table}`;
}

const escapeCell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
