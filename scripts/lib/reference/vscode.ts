import type { CollectionName } from '../../../src/model/registry.ts';
import type { CollectionReference } from './collections.ts';
import { listTopFields } from './fields.ts';
import type { FieldSchema } from './schema.ts';

/** The path of the JSON Schema for a collection's files, or for their translations, from the project's root. */
export const schemaPath = (name: CollectionName, isTranslation = false) =>
  `.vscode/schemas/${name}${isTranslation ? '.translation' : ''}.json`;

/**
 * The settings of VS Code, with the schema of each YAML file. A path that begins with "!" excludes files:
 * the pattern of originals matches translations too.
 */
export function editorSettings(collections: readonly CollectionReference[]) {
  const schemas = new Map<string, string[]>();
  for (const { name, path, hasBody } of collections) {
    if (hasBody) continue;
    const originals = path.replaceAll(/<\w+>/g, '*');
    const translations = originals.replace(/\.yaml$/, '.*.yaml');
    schemas.set(`./${schemaPath(name)}`, [originals, `!${translations}`]);
    schemas.set(`./${schemaPath(name, true)}`, [translations]);
  }
  return {
    'yaml.schemas': Object.fromEntries(schemas) as Record<string, string[]>,
    // The public store has schemas for other files called site.yaml.
    'yaml.schemaStore.enable': false,
    // Snippets complete field names in front matter, which no schema reaches.
    '[mdx]': { 'editor.snippetSuggestions': 'top', 'editor.wordWrap': 'on' },
    'files.eol': '\n',
  };
}

/** The extensions that VS Code recommends when the folder is opened. */
export const editorExtensions = {
  recommendations: ['redhat.vscode-yaml', 'unifiedjs.vscode-mdx', 'astro-build.astro-vscode'],
};

/** The task "Check the content", which marks the issues of `npm run check` on their lines. */
export const editorTasks = {
  version: '2.0.0',
  tasks: [
    {
      label: 'Check the content',
      type: 'npm',
      script: 'check',
      group: { kind: 'test', isDefault: true },
      presentation: { reveal: 'silent', clear: true },
      problemMatcher: {
        owner: 'content',
        fileLocation: ['relative', '${workspaceFolder}'],
        pattern: [
          {
            regexp: '^(content/.+):(\\d+):(\\d+) (error|warning) (\\S+)$',
            file: 1,
            line: 2,
            column: 3,
            severity: 4,
            code: 5,
          },
          { regexp: '^  (.+)$', message: 1 },
        ],
      },
    },
  ],
};

/** A VS Code snippet: typing `prefix` inserts `body`. */
export interface Snippet {
  scope: string;
  prefix: string;
  description: string;
  body: string[];
}

/** Snippets for MDX files: a new file of each collection, and each of its fields. */
export function createSnippets(collections: readonly CollectionReference[]): Record<string, Snippet> {
  const snippets: Record<string, Snippet> = {};
  for (const { name, title, schema } of collections.filter(({ hasBody }) => hasBody)) {
    const noun = name.replace(/s$/, '');
    snippets[`${noun}: new file`] = {
      scope: 'mdx',
      prefix: `new-${noun}`,
      description: `${title}: a new file, with all its fields`,
      body: ['---', ...newFileFields(schema), '---', '', '$0'],
    };
    for (const { path, description, schema: field } of listTopFields(schema)) {
      snippets[`${noun}: ${path}`] = {
        scope: 'mdx',
        prefix: path,
        description: `${title}: ${description}`,
        body: snippetLines(path, field, createCounter()),
      };
    }
  }
  return snippets;
}

/** The fields of a new file: required ones to fill in, others as comments. */
function newFileFields(schema: FieldSchema): string[] {
  const count = createCounter();
  return listTopFields(schema).flatMap(({ path, description, isRequired, schema: field }) =>
    isRequired
      ? [`# ${description}`, ...snippetLines(path, field, count)]
      : [`# ${path}: … (${description})`],
  );
}

/** The YAML lines of a field, with numbered placeholders. */
function snippetLines(name: string, schema: FieldSchema, count: () => number): string[] {
  const field = schema.anyOf?.[0] ?? schema;
  if (field.properties) return [`${name}:`, ...requiredLines(field, count).map((line) => `  ${line}`)];
  if (!field.items) return [`${name}: ${placeholder(field, count)}`];
  if (!field.items.properties) return [`${name}:`, `  - ${placeholder(field.items, count)}`];
  const lines = requiredLines(field.items, count);
  return [`${name}:`, ...lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`)];
}

function requiredLines({ properties = {}, required = [] }: FieldSchema, count: () => number): string[] {
  return Object.entries(properties)
    .filter(([name]) => required.includes(name))
    .flatMap(([name, field]) => snippetLines(name, field, count));
}

function placeholder(schema: FieldSchema, count: () => number): string {
  if (schema.const !== undefined) return String(schema.const);
  const choices = schema.type === 'boolean' ? ['true', 'false'] : schema.enum;
  return choices ? `\${${count()}|${choices.join(',')}|}` : `$${count()}`;
}

function createCounter(): () => number {
  let number = 0;
  return () => (number += 1);
}
