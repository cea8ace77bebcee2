import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { renderFields } from './fields.ts';
import { root } from '../../../src/pipeline/environment.ts';
import { editorExtensions, editorSettings, editorTasks, schemaPath } from './editor.ts';
import { listKinds } from './kinds.ts';
import { editorSchema } from './schemas.ts';
import { makeSnippets } from './snippets.ts';

const fieldsIntro =
  'What can be written in each kind of content file. This page is made from the schemas that the check uses (`npm run reference`). A name such as `venues[].name` is the field `name` of each item of the list `venues`; it is needed where the list has items. A translation, such as `kick-off.ko.mdx` beside `kick-off.mdx`, has the same fields, as far as they are words for visitors, and all of them can be left out.';

/**
 * Generates every file that follows from the schemas, formatted with Prettier. The output is deterministic.
 * @returns file contents by path from the project's root
 */
export async function makeReference(): Promise<Map<string, string>> {
  const kinds = listKinds();
  const data: [path: string, value: unknown][] = [
    ['.vscode/settings.json', editorSettings(kinds)],
    ['.vscode/extensions.json', editorExtensions],
    ['.vscode/tasks.json', editorTasks],
    ['.vscode/content.code-snippets', makeSnippets(kinds)],
    ...kinds.flatMap(({ name }) =>
      [false, true].map((isTranslation): [string, unknown] => [
        schemaPath(name, isTranslation),
        editorSchema(name, isTranslation),
      ]),
    ),
  ];
  const texts: [path: string, text: string][] = [
    ...data.map(([path, value]): [string, string] => [path, JSON.stringify(value)]),
    ['docs/fields.md', renderFields(kinds, fieldsIntro)],
  ];
  return new Map(
    await Promise.all(texts.map(async ([path, text]) => [path, await formatFile(path, text)] as const)),
  );
}

async function formatFile(path: string, text: string): Promise<string> {
  const file = join(root, path);
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
