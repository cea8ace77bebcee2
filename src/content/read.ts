import {
  collections,
  knownPaths,
  parseAddress,
  type Address,
  type CollectionName,
} from '../domain/collection.ts';
import type { Body, Entry, Library, TranslationEntry } from '../domain/entry.ts';
import { compareProblems, type Problem } from '../domain/problem.ts';
import { stampLanguage, translationSchema } from '../domain/text.ts';
import { findNearest } from '../domain/nearest.ts';
import { parseBody } from './body.ts';
import { explainIssues } from './explain.ts';
import { readFiles, type ContentFile } from './file.ts';
import { parseYaml } from './yaml.ts';

/** Everything that a content folder holds, and everything that is wrong with its files one by one. */
export interface ReadContent {
  library: Library;
  problems: Problem[];
}

/**
 * Reads and parses every file of a content folder. What concerns several files at once is for
 * `checkLibrary` (domain/check.ts).
 * @param dir the content folder
 * @param label how problems name that folder
 * @throws if the folder cannot be read
 */
export function readContent(dir: string, label = 'content'): ReadContent {
  const { files, problems } = readFiles(dir, label);
  const library: Library = { originals: emptyOriginals(), translations: [], unreadable: [] };
  const defaultLanguage = readDefaultLanguage(files);
  for (const file of files) {
    const address = parseAddress(file.path);
    if (!address) problems.push(explainStray(file));
    else problems.push(...readFile(file, address, defaultLanguage, library));
  }
  return { library, problems: problems.sort(compareProblems) };
}

function readFile(file: ContentFile, address: Address, defaultLanguage: string, library: Library): Problem[] {
  const { collection, edition, id, translation } = address;
  const parts =
    collections[collection].ending === 'mdx' ? splitFrontMatter(file) : { yaml: file.text, line: 1 };
  if ('code' in parts) {
    library.unreadable.push({ collection, edition, id });
    return [parts];
  }
  const yaml = parseYaml(parts.yaml, file.name, parts.line);
  const original = collections[collection].schema;
  const schema = translation ? translationSchema(original) : original;
  const problems = [...yaml.problems];
  let body: Body | undefined;
  if ('body' in parts) {
    const parsed = parseBody(parts.body, file.name, parts.bodyLine);
    problems.push(...parsed.problems);
    body = parsed.body;
  }
  const lang = translation ?? defaultLanguage;
  const result = yaml.problems.length === 0 ? schema?.safeParse(yaml.data ?? {}) : undefined;
  if (result?.error) {
    const context = { file: file.name, yaml, schema: schema!, isTranslation: translation !== undefined };
    problems.push(...explainIssues(result.error.issues, context));
  }
  if (!result?.success) {
    if (!translation) library.unreadable.push({ collection, edition, id });
    return problems;
  }
  const data = stampLanguage(result.data, lang);
  const entry = { collection, edition, id, lang, data, body, file: file.name, positions: yaml.positions };
  if (translation) library.translations.push(entry as TranslationEntry);
  else (library.originals[collection] as Entry[]).push(entry as Entry);
  return problems;
}

/** The first language of site.yaml, read ahead of its check: it says what language the originals are in. */
function readDefaultLanguage(files: ContentFile[]): string {
  const site = files.find((file) => file.path === 'site.yaml');
  const data = site && parseYaml(site.text, site.name).data;
  const [first] = (data as { languages?: unknown[] } | null | undefined)?.languages ?? [];
  return typeof first === 'string' ? first : 'en';
}

/** Splits `---` front matter from the body, or says what is missing. */
function splitFrontMatter(
  file: ContentFile,
): { yaml: string; line: number; body: string; bodyLine: number } | Problem {
  const found = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(file.text);
  if (found) {
    const bodyLine = found[0].split('\n').length;
    return { yaml: found[1] ?? '', line: 2, body: file.text.slice(found[0].length), bodyLine };
  }
  const opened = /^---/.test(file.text);
  return {
    severity: 'error',
    code: 'front-matter-missing',
    file: file.name,
    line: 1,
    column: 1,
    message: opened
      ? 'The line "---" that ends the fields is missing.'
      : 'The file does not begin with its fields between two lines "---".',
    fix: opened
      ? 'Write a line "---" after the last field, before the text.'
      : 'Write "---" on the first line, the fields below it, and "---" again before the text.',
  };
}

function explainStray(file: ContentFile): Problem {
  const [, stem = '', ending = ''] = /([^/]*)\.([^./]+)$/.exec(file.path) ?? [];
  const renamed = [
    ...['yaml', 'mdx'].map((each) => file.path.replace(/\.[^./]+$/, `.${each}`)),
    file.path.toLowerCase().replaceAll(/[\s_]+/g, '-'),
  ].find((path) => parseAddress(path));
  const nearest = findNearest(file.path.split('/').slice(0, -1).join('/'), knownFolders(file.path));
  const hint = renamed
    ? `Rename it to ${renamed.split('/').at(-1)}.`
    : nearest
      ? `Move it to ${nearest}/.`
      : `Move it to where it belongs, or delete it. Files are named ${knownPaths.join(', ')}, an id in small letters, digits and hyphens.`;
  return {
    severity: 'error',
    code: 'file-stray',
    file: file.name,
    line: 1,
    column: 1,
    value: `${stem}.${ending}`,
    allowed: knownPaths,
    message: 'Nothing reads this file: its name or folder is none that the site knows.',
    fix: hint,
  };
}

function knownFolders(path: string): string[] {
  const edition = path.split('/')[0] ?? '';
  return [
    ...new Set(
      knownPaths.map((each) => each.replace('<edition>', edition).split('/').slice(0, -1).join('/')),
    ),
  ].filter((folder) => folder.includes('/'));
}

function emptyOriginals(): Library['originals'] {
  return Object.fromEntries(Object.keys(collections).map((name) => [name, []])) as unknown as {
    [Name in CollectionName]: Entry<Name>[];
  };
}
