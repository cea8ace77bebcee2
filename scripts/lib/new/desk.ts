import { stringify } from 'yaml';
import type { Settings } from '../../../src/pipeline/settings.ts';
import { explainIssues } from '../../../src/reader/schema-error.ts';
import type { Content } from '../../../src/pipeline/content.ts';
import { parseYaml } from '../../../src/reader/yaml.ts';
import { collections, type CollectionName } from '../../../src/model/registry.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { stampLanguage } from '../../../src/model/text.ts';
import { listLanguages } from '../../../src/model/visibility.ts';
import { nest } from '../content-file.ts';
import { findIssues } from '../../../src/pipeline/content.ts';
import { findAdded } from '../trial.ts';
import type { Answers } from './field.ts';

/** A file that is being made. */
export interface Draft {
  collection: CollectionName;
  edition: string;
  id: string;
  answers: Answers;
}

/** Where a file is made: the content that it will be part of. */
export interface Desk {
  settings: Settings;
  content: Content;
  /** What is wrong or odd with it already. */
  issues: readonly Issue[];
}

/** The desk of a content that was read. */
export function openDesk(settings: Settings, content: Content): Desk {
  return { settings, content, issues: findIssues(settings, content) };
}

/** The path of a file inside the content folder. */
export function pathOf({ collection, edition, id }: Pick<Draft, 'collection' | 'edition' | 'id'>): string {
  const { ending } = collections[collection];
  return collection === 'programmes'
    ? `${edition}/programme.yaml`
    : `${edition}/${collection}/${id}.${ending}`;
}

/**
 * Everything that would be wrong with a file, in the words of the check: with its fields, and, once these are
 * whole, with what it says beside the other files, where that can also be said of one of those.
 */
export function explainDraft(desk: Desk, draft: Draft): Issue[] {
  const { schema } = collections[draft.collection];
  const file = pathOf(draft);
  const data = nest(draft.answers);
  const { success, error } = schema.safeParse(data);
  if (!success) {
    const yaml = parseYaml(stringify(data), file);
    return explainIssues(error.issues, { file, yaml, schema, isTranslation: false });
  }
  return findAdded(desk.issues, layDown(desk, draft).issues);
}

/** The desk with a file more on it: what is made next can build on that. Its fields must fit the schema. */
export function layDown(desk: Desk, { answers, ...draft }: Draft): Desk {
  const { collection } = draft;
  const { library } = desk.content;
  const lang = listLanguages(library)[0] ?? 'en';
  const data = stampLanguage(collections[collection].schema.parse(nest(answers)), lang);
  const entry = { ...draft, lang, data, body: undefined, file: pathOf(draft), positions: {} } as Entry;
  const originals = { ...library.originals, [collection]: [...library.originals[collection], entry] };
  return openDesk(desk.settings, { ...desk.content, library: { ...library, originals } });
}
