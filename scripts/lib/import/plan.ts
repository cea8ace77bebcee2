import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assembleModel } from '../../../src/pipeline/load.ts';
import type { Settings } from '../../../src/pipeline/settings.ts';
import { hashText } from '../../../src/reader/ledger-file.ts';
import { collections } from '../../../src/model/registry.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { reviewTranslations } from '../../../src/model/translation.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { labelOf, type Content } from '../../../src/pipeline/content.ts';
import type { FileChange } from '../file.ts';
import { readCalendar, type Target } from './calendar.ts';
import type { Field, Kind } from './columns.ts';
import { decideDateOrder } from './dates.ts';
import { withDeadline } from './deadline.ts';
import { findProgramme, listExisting, readEdition, type Existing } from './edition.ts';
import { assignIds, matchRows } from './match.ts';
import type { Options } from './options.ts';
import { proposeNew, proposeUpdate, type Proposal } from './proposal.ts';
import { parsePhase, parseRow } from './records.ts';
import type { Context, ParsedRow } from './row.ts';
import type { Source } from './source.ts';
import { cleanTable, readTable, type RowError, type Table } from './table.ts';
import { parseClock } from './times.ts';
import { validateProposals } from './validate.ts';

/** An import that only has to be confirmed. */
export interface Plan {
  table: Table;
  notes: string[];
  proposals: Proposal[];
  errors: RowError[];
  /** Existing files without a row. */
  missing: string[];
  /** What is written if it is confirmed. */
  files: FileChange[];
  /** Translations that are older than their originals afterwards. */
  stale: string[];
}

/**
 * Plans the import of a file. Writes nothing.
 * @throws PlainError if the file cannot be understood as a whole
 */
export function planImport(settings: Settings, content: Content, source: Source, options: Options): Plan {
  const label = labelOf(settings);
  const pathOf = (name: string) => join(settings.contentDir, name.slice(label.length + 1));
  const { currency, ...edition } = readEdition(content, findProgramme(content, options.edition));
  const read = withDeadline(() =>
    source.format === 'ics'
      ? readCalendarTable(source.text, options, {
          ...edition,
          own: listOwn(settings, content, edition.edition),
        })
      : readTable(source.sheets, basename(options.file), options),
  );
  const table = cleanTable(read);
  const { kind, columns } = table;
  const dates = table.rows.flatMap(({ place, values: { start, end, dates: both } }) =>
    [start, end, both].flatMap((text) =>
      text === undefined ? [] : [{ text: parseClock(text).days, place }],
    ),
  );
  const isWorkbook = source.format === 'xlsx';
  const { order, notes } = decideDateOrder(dates, edition.term, { chosen: options.dates, isWorkbook });
  const onlyPhase = edition.phases.length === 1 ? edition.phases[0]?.id : undefined;
  const phase = options.phase === undefined ? onlyPhase : parsePhase(options.phase, edition);
  const context: Context = {
    ...edition,
    kind,
    dateOrder: order,
    defaults: { list: options.list, attendance: options.attendance, currency, phase },
    columnOf: (field) => columns.find((column) => column.field === field)?.name,
  };
  const folder = `${label}/${edition.edition}/${kind}`;
  checkReadable(content, context, folder);
  const existing = listExisting(content, kind, edition.edition, (name) => readFileSync(pathOf(name), 'utf8'));
  const { proposals, rows, missing } = proposeRows(table, context, existing, folder);
  const changed = proposals.filter(({ state }) => state !== 'same');
  const { valid, invalid, content: after } = validateProposals(settings, content, kind, changed);
  const rejected = [...invalid].flatMap(([proposal, issues]) =>
    issues.map((issue) => explainIssue(proposal, issue, context)),
  );
  const errors = [...table.errors, ...rows.flatMap((row) => row.errors), ...rejected];
  const rowNumber = ({ place }: RowError) => Number(/\d+/.exec(place)?.[0] ?? 0);
  const stale = listStale(content);
  const assumptions = summarise(rows.flatMap((row) => row.assumptions));
  return {
    table,
    notes: [...(source.note === undefined ? [] : [source.note]), ...table.notes, ...notes, ...assumptions],
    proposals: proposals.filter((proposal) => !invalid.has(proposal)),
    errors: errors.toSorted((a, b) => rowNumber(a) - rowNumber(b)),
    missing,
    files: valid.map(({ file, text, before }) => ({ path: pathOf(file), text, before })),
    stale: listStale(after).filter((name) => !stale.includes(name)),
  };
}

function readCalendarTable(
  text: string,
  { file, as: kind = 'events' }: Options,
  target: Omit<Target, 'kind'>,
): Table {
  if (kind !== 'events' && kind !== 'weeks')
    throw new PlainError(`A calendar has no ${kind}. Leave --as out, or write --as weeks.`);
  const opening = [`${basename(file)}: a calendar, read as ${kind}.`];
  return { kind, opening, columns: [], ...readCalendar(text, { ...target, kind }) };
}

/** The entries of an edition's own feeds by UID, also under names that their files had before. */
function listOwn(settings: Settings, content: Content, edition: string): Target['own'] {
  const { calendars } = assembleModel(settings, content);
  const calendar = calendars.find((each) => each.edition === edition);
  return new Map(calendar?.update.ledger.events.map((entry) => [entry.uid, entry]));
}

/** @throws PlainError if a file of the collection cannot be read: a row for it would be taken for a new one */
function checkReadable({ library }: Content, { kind, edition }: Context, folder: string): void {
  const broken = library.unreadable.filter((each) => each.collection === kind && each.edition === edition);
  const files = broken.map(({ id }) => `${folder}/${id}.${collections[kind].ending}`).join(', ');
  if (broken.length > 0)
    throw new PlainError(
      `${files} cannot be read, so nobody can tell which rows stand for it. npm run check says how to mend it.`,
    );
}

/** Reads and matches the rows, and proposes a new file or a change for each without an error. */
function proposeRows(
  table: Table,
  context: Context,
  existing: readonly Existing[],
  folder: string,
): { proposals: Proposal[]; rows: ParsedRow[]; missing: string[] } {
  const { kind } = context;
  const rows = table.rows.map((row) => parseRow(row, context));
  const matches = matchRows(rows, existing);
  for (const row of rows) if (!matches.has(row)) row.errors.push(...row.missing);
  const readable = rows.filter(({ errors }) => errors.length === 0);
  const added = readable.filter((row) => !matches.has(row));
  const ids = assignIds(added, rows, kind, existing);
  const proposals = readable.map((row) => {
    const entry = matches.get(row);
    return entry ? proposeUpdate(row, entry, context) : proposeNew(row, ids.get(row) ?? '', context, folder);
  });
  const matched = new Set(matches.values());
  const missing = existing.filter((entry) => !matched.has(entry) && isExpected(entry, rows, kind));
  return {
    // An update may turn out to be unclear: see `updatePlaces`.
    proposals: proposals.filter(({ row }) => row.errors.length === 0),
    rows,
    missing: missing.map(({ file }) => file),
  };
}

/** Whether the file should have a row for an entry: a sheet of one phase says nothing of another. */
function isExpected({ data, source }: Existing, rows: readonly ParsedRow[], kind: Kind): boolean {
  if (rows.some((row) => row.source)) return source !== undefined;
  const field = { weeks: 'phase', partners: 'list', prizes: 'kind', events: undefined }[kind];
  const value = field && (data as Record<string, unknown>)[field];
  return field === undefined || rows.some(({ fields }) => fields[field] === value);
}

/** Of several assumptions on one topic the first, with how many more there are. */
function summarise(assumptions: ParsedRow['assumptions']): string[] {
  return [...Map.groupBy(assumptions, ({ topic }) => topic).values()].map(([first, ...others]) =>
    [first?.text, ...(others.length > 0 ? [`The same holds for ${others.length} more.`] : [])].join(' '),
  );
}

/** A issue of the content as an error of the row that it comes from. */
function explainIssue({ row, file }: Proposal, issue: Issue, { columnOf }: Context): RowError {
  const [name] = issue.field?.split('.') ?? [];
  const field = (name === 'venues' ? 'place' : name) as Field | undefined;
  const isDay = field === 'start' || field === 'end';
  const column = field && (columnOf(field) ?? (isDay ? columnOf('dates') : undefined));
  const isOwn = issue.file === file;
  return {
    place: row.place,
    column,
    value: isOwn ? issue.value : undefined,
    why: isOwn ? issue.message : `${issue.file} would be wrong then: ${issue.message}`,
    // A cell has the value alone: `Write 2` for `Write "number: 2"`.
    fix: column === undefined ? issue.fix : issue.fix.replace(/^Write "\w+: ([^"\n]+)"/, 'Write $1'),
  };
}

/** Translations that do not say what their originals say now. */
const listStale = ({ library }: Content): string[] =>
  reviewTranslations(library, hashText)
    .filter(({ translation, changes }) => translation && (changes?.length ?? 0) > 0)
    .map(({ file }) => file);
