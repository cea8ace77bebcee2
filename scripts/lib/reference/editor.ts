import { collections, type CollectionName } from '../../../src/model/registry.ts';
import type { FileKind } from './fields.ts';

/** Where the schema of a kind of file lies, and that of its translations, from the project's root. */
export const schemaPath = (name: CollectionName, isTranslation = false) =>
  `.vscode/schemas/${name}${isTranslation ? '.translation' : ''}.json`;

/**
 * The settings of VS Code: which schema belongs to which YAML files. A path that begins with "!" takes
 * files out again: translations are matched by the paths of originals as well.
 */
export function editorSettings(kinds: readonly (FileKind & { name: CollectionName })[]) {
  const inYaml = kinds.filter(({ name }) => collections[name].ending === 'yaml');
  const schemas = new Map<string, string[]>();
  for (const { name, path } of inYaml) {
    const originals = path.replaceAll(/<\w+>/g, '*');
    const translations = originals.replace(/\.yaml$/, '.*.yaml');
    schemas.set(`./${schemaPath(name)}`, [originals, `!${translations}`]);
    schemas.set(`./${schemaPath(name, true)}`, [translations]);
  }
  return {
    'yaml.schemas': Object.fromEntries(schemas) as Record<string, string[]>,
    // Without it the extension asks a public list of schemas what a file called site.yaml might be.
    'yaml.schemaStore.enable': false,
    // Field names are offered between the lines "---" of a page, and as you type.
    '[mdx]': { 'editor.snippetSuggestions': 'top', 'editor.wordWrap': 'on' },
    'files.eol': '\n',
  };
}

/** The extensions that VS Code recommends when the folder is opened. */
export const editorExtensions = {
  recommendations: ['redhat.vscode-yaml', 'unifiedjs.vscode-mdx', 'astro-build.astro-vscode'],
};

/** The task "Check the content": marks what the check finds on its lines, in pages as in YAML files. */
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
            ...{ file: 1, line: 2, column: 3, severity: 4, code: 5 },
          },
          { regexp: '^  (.+)$', message: 1 },
        ],
      },
    },
  ],
};
