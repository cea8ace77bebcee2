import type { z } from 'zod';
import {
  collectionNames,
  collections,
  isLedger,
  parseAddress,
  type Address,
  type CollectionName,
} from '../model/registry.ts';
import type { Body, Entry, Library } from '../model/entry.ts';
import { compareIssues, type Issue } from '../model/issue.ts';
import { stampLanguage } from '../model/text.ts';
import { translationFileSchema } from '../model/translation.ts';
import { parseBody } from './body.ts';
import { checkCharacters, parseFields } from './fields.ts';
import { findConflict, readFiles, type ContentFile } from './file.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readLedger, type LedgerFile } from './ledger-file.ts';
import { explainIssues } from './schema-error.ts';
import { explainStray } from './unexpected-file.ts';
import type { ParsedYaml } from './yaml.ts';

/** Everything that a content folder holds, and everything that is wrong with its files one by one. */
export interface ReadContent {
  library: Library;
  ledgers: LedgerFile[];
  issues: Issue[];
}

/**
 * Reads and parses every file of a content folder. What concerns several files at once is for
 * `checkLibrary` (model/validate.ts).
 * @param dir the content folder
 * @param label how issues name that folder
 * @throws if the folder cannot be read
 */
export function readContent(dir: string, label = 'content'): ReadContent {
  const { files, issues } = readFiles(dir, label);
  const library: Library = { originals: emptyOriginals(), translations: [], unreadable: [] };
  // A file that could not even be read is there all the same: references to it are not reported.
  for (const { file } of issues) {
    const address = parseAddress(file.slice(label.length + 1));
    if (address && address.translation === undefined) library.unreadable.push(address);
  }
  const paths = new Set(files.map((file) => file.path));
  const defaultLanguage = readDefaultLanguage(files);
  const ledgers: LedgerFile[] = [];
  for (const file of files) {
    if (isLedger(file.path)) {
      ledgers.push(readLedger(file));
      continue;
    }
    const address = parseAddress(file.path);
    if (address)
      issues.push(
        ...checkCharacters(file.text, file.name),
        ...readFile(file, address, defaultLanguage, library),
      );
    else issues.push(explainStray(file, paths));
  }
  return { library, ledgers, issues: issues.sort(compareIssues) };
}

/** What files are read against. A schema takes long to make, so each is made once. */
const schemas = {
  originals: mapCollections((name): z.ZodType => collections[name].schema),
  translations: mapCollections((name) => translationFileSchema(collections[name].schema)),
};

function readFile(file: ContentFile, address: Address, defaultLanguage: string, library: Library): Issue[] {
  const { collection, edition, id, translation } = address;
  const giveUp = (issues: Issue[]) => {
    if (translation === undefined) library.unreadable.push({ collection, edition, id });
    return issues;
  };
  const conflict = findConflict(file);
  if (conflict) return giveUp([conflict]);
  const parts = splitFile(file, collections[collection].ending);
  if ('code' in parts) return giveUp([parts]);
  const { yaml, body, issues } = parts;
  if (yaml.isBroken) return giveUp(issues);
  const schema = schemas[translation === undefined ? 'originals' : 'translations'][collection];
  const result = schema.safeParse(yaml.data ?? {});
  if (!result.success) {
    const context = { file: file.name, yaml, schema, isTranslation: translation !== undefined };
    return giveUp([...issues, ...explainIssues(result.error.issues, context)]);
  }
  const lang = translation ?? defaultLanguage;
  // What a translation was compared with is none of its words, so nothing that is shown follows from it.
  const { translates, ...fields } = result.data as { translates?: Record<string, string> };
  const data = stampLanguage(fields, lang);
  const entry = { collection, edition, id, lang, data, body, file: file.name, positions: yaml.positions };
  const confirmed = translates && {
    words: translates,
    ...(yaml.keys['translates'] ?? { line: 1, column: 1 }),
  };
  if (translation === undefined) (library.originals[collection] as Entry[]).push(entry as Entry);
  else library.translations.push({ ...entry, confirmed });
  return issues;
}

interface FileParts {
  yaml: ParsedYaml;
  body: Body | undefined;
  issues: Issue[];
}

/** The fields of a file, and its body if it is one that has a body. */
function splitFile(file: ContentFile, ending: 'yaml' | 'mdx'): FileParts | Issue {
  if (ending === 'yaml') {
    const yaml = parseFields(file.text, file.name);
    return { yaml, body: undefined, issues: yaml.issues };
  }
  const parts = splitFrontMatter(file);
  if ('code' in parts) return parts;
  const yaml = parseFields(parts.yaml, file.name, parts.yamlLine);
  const { body, issues } = parseBody(parts.body, file.name, parts.bodyLine);
  const isEmpty = body.markdown.trim() === '';
  return { yaml, body: isEmpty ? undefined : body, issues: [...yaml.issues, ...issues] };
}

/** The first language of site.yaml, read ahead of its check: it says what language the originals are in. */
function readDefaultLanguage(files: ContentFile[]): string {
  const site = files.find((file) => file.path === 'site.yaml');
  const data = site && parseFields(site.text, site.name).data;
  const languages = (data as { languages?: unknown } | null | undefined)?.languages;
  const first: unknown = Array.isArray(languages) ? languages[0] : undefined;
  return typeof first === 'string' ? first : 'en';
}

function emptyOriginals(): Library['originals'] {
  return mapCollections((): never[] => []);
}

function mapCollections<T>(make: (name: CollectionName) => T): Record<CollectionName, T> {
  return Object.fromEntries(collectionNames.map((name) => [name, make(name)])) as Record<CollectionName, T>;
}
