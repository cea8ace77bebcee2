import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../environment.ts';
import { editorExtensions, editorSettings, editorTasks, schemaPath } from './editor.ts';
import { listKinds } from './kinds.ts';
import { editorSchema } from './schemas.ts';
import { makeSnippets } from './snippets.ts';

/**
 * Makes every file that follows from the schemas and from the explanations of problems, formatted as the
 * project formats its files. The same sources give the same bytes.
 * @returns texts by path from the project's root
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
  const texts = data.map(([path, value]): [string, string] => [path, JSON.stringify(value)]);
  return new Map(
    await Promise.all(texts.map(async ([path, text]) => [path, await formatFile(path, text)] as const)),
  );
}

async function formatFile(path: string, text: string): Promise<string> {
  const file = join(root, path);
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
