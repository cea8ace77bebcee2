/** A JSON Schema, as far as the reference reads one. */
export interface FieldSchema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  anyOf?: FieldSchema[];
  enum?: (string | number)[];
  const?: string | number;
  minimum?: number;
  maximum?: number;
  format?: string;
  form?: string;
}

/** A kind of content file, with what the reference says of it. */
export interface FileKind {
  /** Its heading. */
  title: string;
  /** What one such file is, in a sentence. */
  about: string;
  /** Where such files lie, and a file that can be looked at. */
  path: string;
  example: string;
  schema: FieldSchema;
  /** Whether text follows below the fields. */
  hasBody: boolean;
}

/** One field of a kind of file, the fields inside it not counted. */
export interface FieldRow {
  /** Its path: `amount.value`, or `venues[].name` for the items of a list. */
  path: string;
  description: string;
  needed: boolean;
  schema: FieldSchema;
}

/** Lists the fields of a schema in their order, each with those inside it after it. */
export function listFields(schema: FieldSchema, prefix = ''): FieldRow[] {
  const inner = schema.anyOf?.find((each) => each.properties) ?? schema;
  if (inner.items) return listFields(inner.items, `${prefix.slice(0, -1)}[].`);
  return Object.entries(inner.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix + name;
    const needed = inner.required?.includes(name) ?? false;
    const row = { path, description: field.description ?? '', needed, schema: field };
    return [row, ...listFields(field, `${path}.`)];
  });
}

const forms: Record<string, string> = {
  date: 'a day: year-month-day',
  time: 'a day, or a day and a time',
  published: 'a year, a month or a day',
  url: 'an address that begins with https://',
  email: 'an e-mail address',
  id: 'the name of a file without its ending',
  country: 'two capital letters',
  domain: 'a domain',
  language: 'the code of a language',
};

/** Says in words what a field takes. */
export function describeValues(schema: FieldSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.form !== undefined && forms[schema.form]) return forms[schema.form] ?? '';
  const [first, ...others] = schema.anyOf ?? [];
  if (first) return [...new Set([first, ...others].map(describeValues))].join(', or ');
  switch (schema.type) {
    case 'array':
      return schema.items?.properties ? 'a list' : `a list: ${describeValues(schema.items ?? {})} each`;
    case 'object':
      return 'the fields below';
    case 'boolean':
      return '`true`, `false`';
    case 'integer':
    case 'number':
      return `${schema.type === 'integer' ? 'a whole number' : 'a number'}${describeRange(schema)}`;
    default:
      return 'text';
  }
}

function describeRange({ minimum, maximum }: FieldSchema): string {
  const [from, to] = [minimum, maximum].map((limit) => (Number.isSafeInteger(limit) ? limit : undefined));
  const isOpen = to === undefined || to === Number.MAX_SAFE_INTEGER;
  if (from === undefined || from === Number.MIN_SAFE_INTEGER) return '';
  return isOpen ? `, ${from} or more` : `, ${from} to ${to}`;
}

/** The page of all fields, as Markdown: a table for each kind of file. */
export function renderFields(kinds: readonly FileKind[], intro: string): string {
  return [`# Every field`, intro, ...kinds.map(renderKind)].join('\n\n').concat('\n');
}

function renderKind({ title, about, path, example, schema, hasBody }: FileKind): string {
  const rows = listFields(schema).map(({ path: name, description, needed, schema: field }) =>
    [`\`${name}\``, description, needed ? 'yes' : 'no', describeValues(field)].map(escapeCell),
  );
  const head = ['field', 'what to write', 'needed', 'values'];
  return [
    `## ${title}`,
    `${about} ${path === example ? 'File' : 'Files'}: \`${path}\`${path === example ? '' : `, such as \`${example}\``}.${hasBody ? ' The fields stand between two lines `---`; the text follows below.' : ''}`,
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ].join('\n\n');
}

const escapeCell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
