import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Entry } from '../../../src/model/entry.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { collections, type CollectionName } from '../../../src/model/registry.ts';
import { stampLanguage } from '../../../src/model/text.ts';
import { listLanguages } from '../../../src/model/visibility.ts';
import { findIssues, labelOf, refuseErrors, type Content } from '../../../src/pipeline/content.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import type { Settings } from '../../../src/pipeline/settings.ts';
import { explainIssues } from '../../../src/reader/schema-error.ts';
import { parseFields } from '../../../src/reader/fields.ts';
import { nest, writeContentFile } from '../content-file.ts';
import { findAdded, tryFiles, type Trial } from '../trial.ts';
import type { FieldValues } from './fields.ts';

/** The content that new files are added to. */
export interface Workspace {
  settings: Settings;
  content: Content;
  /** The issues that the content has already. */
  issues: readonly Issue[];
}

/** A content file that is not written yet. */
export interface Draft {
  collection: CollectionName;
  edition: string;
  id: string;
  values: FieldValues;
}

/** An edition that is not written yet. */
export interface EditionDraft {
  /** The texts of its files, by path inside the content folder. */
  files: ReadonlyMap<string, string>;
  /** What is printed once they are written. */
  report: string;
}

export function createWorkspace(settings: Settings, content: Content): Workspace {
  return { settings, content, issues: findIssues(settings, content) };
}

/** The path of a draft inside the content folder. */
export function draftPath({ collection, edition, id }: Omit<Draft, 'values'>): string {
  const { ending } = collections[collection];
  return collection === 'programmes'
    ? `${edition}/programme.yaml`
    : `${edition}/${collection}/${id}.${ending}`;
}

/** The text of a draft, with the description of each field as a comment. */
export function draftText({ collection, values }: Draft): string {
  return writeContentFile(collection, { data: nest(values), withSentences: true });
}

/** Finds the issues that a draft would add: those of its fields or, if these are valid, those with other files. */
export function checkDraft(workspace: Workspace, draft: Draft): Issue[] {
  const { schema } = collections[draft.collection];
  const data = nest(draft.values);
  const { error } = schema.safeParse(data);
  if (!error) return findAdded(workspace.issues, addDraft(workspace, draft).issues);
  const file = draftPath(draft);
  const yaml = parseFields(stringify(data), file);
  return explainIssues(error.issues, { file, yaml, schema, isTranslation: false });
}

/** Adds a draft, whose fields must be valid, to the content in memory: the next draft is checked against it. */
export function addDraft({ settings, content }: Workspace, { values, ...draft }: Draft): Workspace {
  const { collection } = draft;
  const { library } = content;
  const lang = listLanguages(library)[0] ?? 'en';
  const data = stampLanguage(collections[collection].schema.parse(nest(values)), lang);
  const entry = { ...draft, lang, data, body: undefined, file: draftPath(draft), positions: {} } as Entry;
  const originals = { ...library.originals, [collection]: [...library.originals[collection], entry] };
  return createWorkspace(settings, { ...content, library: { ...library, originals } });
}

/**
 * Reads and checks the content with new files in it.
 * @param files texts by path inside the content folder
 * @returns that content, and the warnings that the files add
 * @throws PlainError with the errors that they add
 */
export function checkNewFiles({ settings, issues }: Workspace, files: ReadonlyMap<string, string>): Trial {
  const trial = tryFiles(settings, files);
  const added = findAdded(issues, trial.issues);
  refuseErrors(added, 'Nothing was written, since the content would have');
  return { ...trial, issues: added };
}

/**
 * Writes new files, all of them or none.
 * @param files texts by path inside the content folder
 * @throws PlainError if one of them exists
 */
export async function writeNewFiles(
  { settings }: Workspace,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const targets = [...files].map(([path, text]) => ({ path, file: join(settings.contentDir, path), text }));
  const existing = targets.find(({ file }) => existsSync(file));
  if (existing) {
    throw new PlainError(`${labelOf(settings)}/${existing.path} already exists. Nothing was written.`);
  }
  try {
    for (const { file, text } of targets) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  } catch (error) {
    await Promise.allSettled(targets.map(({ file }) => rm(file, { force: true })));
    throw error;
  }
}
