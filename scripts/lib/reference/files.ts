import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../../src/pipeline/environment.ts';
import { listCollections } from './collections.ts';
import { renderFields } from './fields.ts';
import { editorSchema } from './schema.ts';
import { createSnippets, editorExtensions, editorSettings, editorTasks, schemaPath } from './vscode.ts';

const fieldsIntro =
  'What can be written in each kind of content file. This page is made from the schemas that the check uses (`npm run reference`). A name such as `venues[].name` is the field `name` of each item of the list `venues`; it is needed where the list has items. A translation, such as `kick-off.ko.mdx` beside `kick-off.mdx`, has the same fields, as far as they are words for visitors, and all of them can be left out.';

/**
 * Generates the files that follow from the schemas, formatted with Prettier. The output is deterministic.
 * @returns texts by path from the project's root
 */
export async function generateReference(): Promise<Map<string, string>> {
  const collections = listCollections();
  const data: Record<string, unknown> = {
    '.vscode/settings.json': editorSettings(collections),
    '.vscode/extensions.json': editorExtensions,
    '.vscode/tasks.json': editorTasks,
    '.vscode/content.code-snippets': createSnippets(collections),
  };
  for (const { name } of collections) {
    data[schemaPath(name)] = editorSchema(name, false);
    data[schemaPath(name, true)] = editorSchema(name, true);
  }
  const files = new Map<string, string>();
  for (const [path, value] of Object.entries(data)) {
    files.set(path, await formatFile(path, JSON.stringify(value)));
  }
  const fields = renderFields(collections, fieldsIntro);
  return files.set('docs/fields.md', await formatFile('docs/fields.md', fields));
}

async function formatFile(path: string, text: string): Promise<string> {
  const filepath = join(root, path);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
