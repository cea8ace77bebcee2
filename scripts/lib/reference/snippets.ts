import type { CollectionName } from '../../../src/model/registry.ts';
import { listFields, type FieldSchema, type FileKind } from './fields.ts';

/** What VS Code offers while an author types: `prefix` is typed, `body` is written. */
export interface Snippet {
  scope: string;
  prefix: string;
  description: string;
  body: string[];
}

/**
 * Snippets for pages, whose fields no schema reaches in an editor: a new file of each kind, with the
 * sentence of each field above it, and each field by itself.
 */
export function makeSnippets(
  kinds: readonly (FileKind & { name: CollectionName })[],
): Record<string, Snippet> {
  const pages = kinds.filter(({ hasBody }) => hasBody);
  return Object.fromEntries(
    pages.flatMap(({ name, title, schema }) => {
      const noun = name.replace(/s$/, '');
      const fields = listFields(schema).filter(({ path }) => !/[.[]/.test(path));
      return [
        [`${noun}: new file`, newFile(noun, title, schema)],
        ...fields.map(({ path, description, schema: field }) => [
          `${noun}: ${path}`,
          { scope: 'mdx', prefix: path, description: `${title}: ${description}`, body: write(path, field) },
        ]),
      ];
    }),
  ) as Record<string, Snippet>;
}

/** All fields of a new file: those that it needs to be filled in, the others as comments. */
function newFile(noun: string, title: string, schema: FieldSchema): Snippet {
  const count = createCounter();
  const fields = listFields(schema).filter(({ path }) => !/[.[]/.test(path));
  const lines = fields.flatMap(({ path, description, needed, schema: field }) =>
    needed ? [`# ${description}`, ...write(path, field, count)] : [`# ${path}: … (${description})`],
  );
  return {
    ...{ scope: 'mdx', prefix: `new-${noun}`, description: `${title}: a new file, with all its fields` },
    body: ['---', ...lines, '---', '', '$0'],
  };
}

/** The lines of a field: what can be chosen is offered, and the cursor stands where something is to be written. */
function write(name: string, schema: FieldSchema, count = createCounter()): string[] {
  const field = schema.anyOf?.[0] ?? schema;
  if (field.properties) return [`${name}:`, ...inner(field, count).map((line) => `  ${line}`)];
  if (!field.items) return [`${name}: ${placeholder(field, count)}`];
  if (!field.items.properties) return [`${name}:`, `  - ${placeholder(field.items, count)}`];
  return [
    `${name}:`,
    ...inner(field.items, count).map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`),
  ];
}

/** The lines of the fields inside one that must be there. */
const inner = (schema: FieldSchema, count: () => number) =>
  Object.entries(schema.properties ?? {})
    .filter(([name]) => schema.required?.includes(name))
    .flatMap(([name, field]) => write(name, field, count));

function placeholder(schema: FieldSchema, count: () => number): string {
  if (schema.const !== undefined) return String(schema.const);
  const choices = schema.type === 'boolean' ? ['true', 'false'] : schema.enum?.map(String);
  return choices ? `\${${count()}|${choices.join(',')}|}` : `$${count()}`;
}

function createCounter(): () => number {
  let number = 0;
  return () => (number += 1);
}
