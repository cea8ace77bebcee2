import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, type Entry, type Library } from '../../../src/model/entry.ts';
import type { CollectionName } from '../../../src/model/registry.ts';
import type { EditionCalendar } from '../../../src/pipeline/calendars.ts';
import { labelOf, listLocales, loadContent } from '../../../src/pipeline/content.ts';
import { assembleModel } from '../../../src/pipeline/load.ts';
import { exportFolder, type Revision } from '../../../src/pipeline/git.ts';
import type { Settings } from '../../../src/pipeline/settings.ts';
import type { LedgerFile } from '../../../src/reader/ledger-file.ts';
import { limits, type Report } from './report-schema.ts';

/** The content at one time. */
export interface State {
  library: Library;
  calendars: readonly EditionCalendar[];
}

/** The earlier and the current state. */
export interface States {
  before: State;
  now: State;
}

export const findCalendar = ({ calendars }: State, edition: string | undefined) =>
  calendars.find((each) => each.edition === edition);

/** @param ledgers those of the last publication, for both states */
export function createState(library: Library, ledgers: LedgerFile[]): State {
  const { calendars } = assembleModel({ publish: false }, { library, ledgers });
  return { library, calendars };
}

/**
 * Reads the content of a commit, without what is not valid.
 * @param ledgers those of the last publication
 * @param site replaces a site.yaml that is missing or not valid
 */
export function readStateAt(
  settings: Settings,
  { name, commit }: Revision,
  ledgers: LedgerFile[],
  site: Entry<'site'>,
): { state: State; before: Report['before'] } {
  const copy = mkdtempSync(join(tmpdir(), 'content-before-'));
  try {
    const count = exportFolder(settings.contentDir, commit, copy);
    const { library, issues } = loadContent({ ...settings, contentDir: copy }, labelOf(settings));
    const errors = issues.filter(({ severity }) => severity === 'error');
    const unread = [...new Set(errors.map(({ file }) => file))];
    const content = count === 0 ? 'absent' : unread.length > 0 ? 'partial' : 'whole';
    return {
      state: createState(dropInvalid(library, unread, site), ledgers),
      before: { name, commit, content, unread: unread.slice(0, limits.list) },
    };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/**
 * Leaves out files with errors, and weeks and events that refer to them, so that the site can be assembled.
 * What is left out counts as unreadable.
 * @param invalid files with errors
 * @param site replaces a site.yaml that is missing or not valid
 */
export function dropInvalid(
  { originals, translations, unreadable }: Library,
  invalid: readonly string[],
  site: Entry<'site'>,
): Library {
  const entries = Object.values(originals).flat() as Entry[];
  const readable = entries.filter(({ file }) => !invalid.includes(file));
  const names = new Set(readable.map(identify));
  const valid = new Set(readable.filter((entry) => listReferences(entry).every((name) => names.has(name))));
  const kept = Object.fromEntries(
    Object.entries(originals).map(([name, own]) => [
      name,
      (own as Entry[]).filter((entry) => valid.has(entry)),
    ]),
  ) as unknown as Library['originals'];
  const [own = site] = kept.site;
  const locales = listLocales();
  const languages = own.data.languages.filter((language) => locales.includes(language));
  return {
    originals: {
      ...kept,
      site: [languages.length > 0 ? { ...own, data: { ...own.data, languages } } : site],
    },
    translations: translations.filter(({ file }) => !invalid.includes(file)),
    unreadable: [...unreadable, ...entries.filter((entry) => !valid.has(entry))],
  };
}

/** Entries without which an entry cannot be assembled, as `identify` names them. */
function listReferences({ collection, edition, data }: Entry): string[] {
  const refer = (other: CollectionName, id: string) => identify({ collection: other, edition, id });
  if (collection === 'weeks' && 'phase' in data) {
    // A week without a title has that of its topic.
    const topic = data.topic ?? (data.title === undefined ? '' : undefined);
    return [refer('phases', data.phase), ...(topic === undefined ? [] : [refer('topics', topic)])];
  }
  if (collection === 'events' && 'people' in data)
    return data.people.map(({ person }) => refer('people', person));
  return [];
}
