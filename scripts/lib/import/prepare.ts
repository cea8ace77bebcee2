import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleModel } from '../../../src/pipeline/load.ts';
import type { Settings } from '../../../src/pipeline/settings.ts';
import { hashText, readLedgers } from '../../../src/reader/ledger-file.ts';
import type { Content } from '../../../src/pipeline/content.ts';
import { collections } from '../../../src/model/registry.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { reviewTranslations } from '../../../src/model/translation.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import { findProgramme, makeContext } from './context.ts';
import type { Context } from './draft.ts';
import { listExisting } from './existing.ts';
import { gatherRows } from './gather.ts';
import type { Options } from './options.ts';
import type { Item } from './plan.ts';
import { proposeItems, type Shelf } from './propose.ts';
import type { Field, Trouble } from './reading.ts';
import type { Plan } from './render.ts';
import type { Replacement } from './replace.ts';
import type { Source } from './source.ts';
import { findPhase } from './week.ts';
import { weighItems } from './weigh.ts';

/** An import that only has to be agreed to. */
export interface Prepared {
  plan: Plan;
  /** What is written if it is agreed to. */
  files: Replacement[];
  /** Translations that are older than their originals from then on. */
  stale: string[];
}

/**
 * Works out what would become of a file that is imported. Writes nothing.
 * @throws PlainError if the file cannot be understood as a whole
 */
export function prepareImport(
  settings: Settings,
  content: Content,
  source: Source,
  options: Options,
): Prepared {
  const programme = findProgramme(content, options.edition);
  const { kind, rows, order, headOf, ...gathered } = gatherRows(source, options, programme, () =>
    listOwn(settings, content, programme.edition),
  );
  const { currency, ...base } = makeContext(content, programme, kind);
  const defaults = { list: options.list, attendance: options.attendance, currency };
  const context: Context = { ...base, order, headOf, defaults };
  context.defaults.phase = choosePhase(options.phase, context);
  const label = labelOf(settings);
  const pathOf = (file: string) => join(settings.contentDir, file.slice(label.length + 1));
  const shelf = openShelf(content, context, label, (file) => readFileSync(pathOf(file), 'utf8'));
  const { items, troubles, missing, supposed } = proposeItems(rows, context, shelf);
  const changed = items.filter(({ state }) => state !== 'same');
  const { sound, faulty, content: after } = weighItems(settings, content, changed);
  const refused = [...faulty].flatMap(([item, issues]) =>
    issues.map((each) => explainFault(item, each, context)),
  );
  return {
    plan: {
      opening: gathered.opening,
      columns: gathered.columns,
      notes: [...gathered.notes, ...supposed],
      items: items.filter((item) => !faulty.has(item)),
      troubles: [...gathered.troubles, ...troubles, ...refused].sort((a, b) => rowOf(a) - rowOf(b)),
      missing,
    },
    files: sound.map(({ file, text, before }) => ({ path: pathOf(file), text, before })),
    stale: listStale(after).filter((file) => !listStale(content).includes(file)),
  };
}

/** What our own feeds hold of an edition, by UID, also under names that files had before. */
function listOwn(settings: Settings, { library }: Content, edition: string | undefined) {
  const ledgers = readLedgers(settings.contentDir, labelOf(settings));
  const calendar = assembleModel(settings, { library, ledgers }).calendars.find(
    (each) => each.edition === edition,
  );
  return new Map(calendar?.update.ledger.events.map((entry) => [entry.uid, entry]));
}

/** The row or the line of a trouble: "row 7". */
const rowOf = ({ place }: Trouble) => Number(/\d+/.exec(place)?.[0] ?? 0);

/** The phase of rows that say none: the one of the command line, or the only one there is. */
function choosePhase(said: string | undefined, context: Context): string | undefined {
  const [only, ...others] = context.phases;
  if (said === undefined) return others.length === 0 ? only?.id : undefined;
  const phase = findPhase(said, context);
  if ('why' in phase) throw new PlainError(`--phase ${said}: ${phase.why} ${phase.fix}`);
  return phase.value;
}

/** @throws PlainError if a file of the kind cannot be read: a row for it would be taken for a new one */
function openShelf(
  { library }: Content,
  { kind, edition }: Context,
  label: string,
  readText: (file: string) => string,
): Shelf {
  const existing = listExisting(library, kind, edition, readText);
  const folder = `${label}/${edition}/${kind}`;
  const broken = library.unreadable.filter((each) => each.collection === kind && each.edition === edition);
  if (broken.length > 0)
    throw new PlainError(
      `${broken.map(({ id }) => `${folder}/${id}.${collections[kind].ending}`).join(', ')} cannot be read, so nobody can tell which rows stand for it. npm run check says how to mend it.`,
    );
  return { folder, existing };
}

/** What the check says of a file, as said of the row that it would come from. */
function explainFault({ draft, file }: Item, issue: Issue, { headOf }: Context): Trouble {
  const field = (issue.field?.startsWith('venues.') ? 'place' : issue.field?.split('.')[0]) as
    Field | undefined;
  const column =
    field && (headOf(field) ?? (field === 'start' || field === 'end' ? headOf('dates') : undefined));
  return {
    place: draft.row.place,
    column,
    value: issue.file === file ? issue.value : undefined,
    why: issue.file === file ? issue.message : `${issue.file} would be wrong then: ${issue.message}`,
    fix: column === undefined ? issue.fix : forCell(issue.fix),
  };
}

/** What to write, as said for a cell, which has the value alone: `Write 2` for `Write "number: 2"`. */
const forCell = (fix: string) => fix.replace(/^Write "\w+: ([^"\n]+)"/, 'Write $1');

/** Translations that do not say what their originals say now. */
function listStale({ library }: Content): string[] {
  const reviews = reviewTranslations(library, hashText);
  return reviews
    .filter(({ translation, changes }) => translation && (changes?.length ?? 0) > 0)
    .map(({ file }) => file);
}
