import { findForbidden, removeForbidden } from '../../../src/model/characters.ts';
import { findNearest } from '../../../src/model/nearest.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { kinds, matchColumns, recommendNames, type Column, type Field, type Kind } from './columns.ts';
import type { Options } from './options.ts';
import { isTimeOnly } from './times.ts';
import { isUnknown, isValid, normaliseName, parseCurrency, parseList, tidy } from './values.ts';

/** A sheet of a workbook, or all of a CSV file. A row's number is its index plus one. */
export interface Sheet {
  name?: string;
  rows: string[][];
}

/** A row of a sheet, or an event of a calendar. */
export interface Row {
  /** Where it stands, as messages say it: "row 7". */
  place: string;
  /** Text by field; a field without text is missing. */
  values: Readonly<Partial<Record<Field, string>>>;
  source?: SourceEvent | undefined;
}

/** The event of another calendar that a row comes from (RFC 5545, 3.8.4.7). */
export interface SourceEvent {
  uid: string;
  /** The original day of one occurrence of a repeated event. */
  day?: string | undefined;
}

/** Why a row cannot be imported. */
export interface RowError {
  place: string;
  /** The column by its name in the file. */
  column?: string | undefined;
  value?: string | undefined;
  why: string;
  fix: string;
}

/** What every reader makes of a file. */
export interface Table {
  kind: Kind;
  /** What the file was taken for, and why. */
  opening: string[];
  /** Empty for a calendar. */
  columns: Column[];
  rows: Row[];
  notes: string[];
  errors: RowError[];
}

/** More than any programme needs: a larger sheet is not the one that was meant. */
export const mostRows = 5000;
export const mostColumns = 200;

/** Titles and a legend may stand above the names of the columns. */
const deepestHeader = 30;

interface Header {
  index: number;
  columns: Column[];
  /** How many columns are used. */
  count: number;
}

/** Finds the row that names most columns of a collection. */
export function findHeader(rows: readonly string[][], kind: Kind): Header | undefined {
  const headers = rows.slice(0, deepestHeader).map((cells, index) => {
    const columns = matchColumns(cells.map(tidy), kind);
    return { index, columns, count: columns.filter(({ field }) => field !== undefined).length };
  });
  const [best] = headers.toSorted((a, b) => b.count - a.count);
  return best && best.count > 0 ? best : undefined;
}

/** Groups of columns that a sheet of a collection has: one of each. A row without the first cannot be read. */
const requiredColumns: Record<Kind, Field[][]> = {
  weeks: [
    ['start', 'dates'],
    ['phase', 'number'],
  ],
  events: [['title'], ['start', 'dates']],
  partners: [['name'], ['country', 'city', 'list', 'url']],
  prizes: [['title'], ['amount', 'rank', 'givenBy']],
};

const hasOneOf = (header: Header | undefined, fields: readonly Field[] = []) =>
  header?.columns.some(({ field }) => field !== undefined && fields.includes(field)) === true;

/**
 * Chooses the sheet and the collection, and reads the rows below the names of the columns.
 * @param file the file's name
 * @throws PlainError if the sheet or the collection is not clear, with the choices
 */
export function readTable(sheets: readonly Sheet[], file: string, options: Options): Table {
  const sheet = chooseSheet(sheets, options.sheet);
  const name = sheet.name === undefined ? file : `${file}, sheet “${sheet.name}”`;
  const kind = options.as ?? guessKind(sheet);
  if (kind === undefined)
    throw new PlainError(
      `${name}: its columns do not say what is in it. Say it with --as ${kinds.join(', --as ')}.`,
    );
  const header = findHeader(sheet.rows, kind);
  if (!header || !hasOneOf(header, requiredColumns[kind][0]))
    throw new PlainError(
      `${name}: no row has the names of columns of ${kind}. Above the first of them, write a row with names such as ${recommendNames(kind).join(', ')}.`,
    );
  const used = header.columns.filter(({ field }) => field !== undefined).map((column) => `“${column.name}”`);
  const why = options.as ? '' : `, since it has the columns ${used.slice(0, 4).join(', ')}`;
  const opening = [`${name}: read as ${kind}${why}. Names of columns stand in row ${header.index + 1}.`];
  if (sheets.length > 1 && options.sheet === undefined) opening.push('Its other sheets are empty.');
  if (kind === 'events') detectTimes(header, sheet.rows);
  return {
    kind,
    opening,
    columns: header.columns,
    ...readRows(sheet.rows, header, groups[kind]),
    errors: [],
  };
}

function chooseSheet(sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const filled = sheets.filter(({ rows }) => rows.some((cells) => cells.some((cell) => cell.trim() !== '')));
  const names = filled.map(({ name }) => name ?? '');
  const list = names.map((name) => `“${name}”`).join(', ');
  if (wanted !== undefined) {
    const found = filled.find(({ name }) => name?.trim().toLowerCase() === wanted.trim().toLowerCase());
    if (found) return found;
    const nearest = findNearest(wanted, names);
    const hint = nearest ? ` Did you mean "${nearest}"?` : '';
    throw new PlainError(
      `There is no sheet "${wanted}" with anything in it.${hint} There is ${list || 'none'}.`,
    );
  }
  const [only, ...others] = filled;
  if (!only) throw new PlainError('The file has no rows.');
  if (others.length === 0) return only;
  const [first = ''] = names;
  const argument = /^[\w-]+$/.test(first) ? first : `"${first}"`;
  throw new PlainError(`The file has several sheets: ${list}. Say which with --sheet ${argument}.`);
}

/** The collection that most columns of a sheet belong to. Undefined if several have as many. */
function guessKind({ rows }: Sheet): Kind | undefined {
  const candidates = kinds.flatMap((kind) => {
    const header = findHeader(rows, kind);
    const isComplete = requiredColumns[kind].every((fields) => hasOneOf(header, fields));
    // "No" numbers the rows of any sheet, and only weeks have a phase.
    const isWeekly = header?.columns.some(
      ({ field, name }) => field === 'phase' || (field === 'number' && /week|wk|주/i.test(name)),
    );
    return header && isComplete && (kind !== 'weeks' || isWeekly) ? [{ kind, count: header.count }] : [];
  });
  const [best, second] = candidates.toSorted((a, b) => b.count - a.count);
  return best?.count === second?.count ? undefined : best?.kind;
}

/** Makes times of day of the columns start and end if their cells are times, and another column gives the day. */
function detectTimes({ index: header, columns }: Header, rows: readonly string[][]): void {
  const has = (name: Field) => columns.some(({ field }) => field === name);
  for (const [field, time] of [
    ['start', 'startTime'],
    ['end', 'endTime'],
  ] as const) {
    const column = columns.find((each) => each.field === field);
    if (!column || !has('dates') || has(time)) continue;
    const cells = rows.slice(header + 1).flatMap((row) => readCell(row, column.index) ?? []);
    if (cells.some(isTimeOnly) && cells.every((cell) => isTimeOnly(cell) || isUnknown(cell)))
      column.field = time;
  }
}

/** Leaves out the characters that no content may hold, and says in which rows there were any. */
export function cleanTable(table: Table): Table {
  const notes: string[] = [];
  const rows = table.rows.map((row): Row => {
    const codes = Object.values(row.values).flatMap((text) => findForbidden(text).map(({ code }) => code));
    if (codes.length === 0) return row;
    const place = removeForbidden(row.place);
    notes.push(`${place}: characters that nobody sees are left out (${[...new Set(codes)].join(', ')}).`);
    const values = Object.entries(row.values).map(([field, text]) => [field, removeForbidden(text)]);
    return { ...row, place, values: Object.fromEntries(values) as Row['values'] };
  });
  return { ...table, rows, notes: [...table.notes, ...notes] };
}

/** The text of a cell. A cell with a dash alone is empty. */
function readCell(cells: readonly string[], index: number): string | undefined {
  const text = tidy(cells[index] ?? '');
  return /^[-–—]?$/.test(text) ? undefined : text;
}

/** A field that holds for the rows below too: from merged cells, or from a heading in a row of its own. */
interface Group {
  field: Field;
  isHeading: (text: string) => boolean;
}

const phaseHeading = /^(?:phase|stage|part)\s*(?:\d+|[ivxⅠ-Ⅹ]+)(?![a-z])|^제?\s*(?:\d+|[ivxⅠ-Ⅹ]+)\s*단계/i;

const groups: Partial<Record<Kind, Group>> = {
  weeks: { field: 'phase', isHeading: (text) => phaseHeading.test(text) },
  partners: { field: 'list', isHeading: (text) => isValid(parseList, text) },
};

/** Reads the rows below the header. Empty ones, headings and repeated headers are left out. */
function readRows(
  rows: readonly string[][],
  header: Header,
  group: Group | undefined,
): Pick<Table, 'rows' | 'notes'> {
  const nameRow = (cells: readonly string[]) => cells.map(normaliseName).join('|').replace(/\|+$/, '');
  const headerName = nameRow(rows[header.index] ?? []);
  const read: Row[] = [];
  let above: string | undefined;
  let isFilled = false;
  for (const [index, cells] of rows.entries()) {
    const [first, ...others] = cells.filter((cell) => cell.trim() !== '');
    if (index <= header.index || first === undefined || nameRow(cells) === headerName) continue;
    if (group && others.length === 0 && group.isHeading(tidy(first))) {
      above = tidy(first);
      continue;
    }
    const values = readValues(cells, header.columns);
    if (group) {
      isFilled ||= values[group.field] === undefined && above !== undefined;
      above = values[group.field] ?? above;
      if (above !== undefined) values[group.field] = above;
    }
    read.push({ place: `row ${index + 1}`, values });
  }
  const note = `Where a row does not say its ${group?.field}, it is the one that stands above.`;
  return { rows: read, notes: isFilled ? [note] : [] };
}

function readValues(cells: readonly string[], columns: readonly Column[]): Partial<Record<Field, string>> {
  const values: Partial<Record<Field, string>> = {};
  for (const { index, field, unit = '' } of columns) {
    const text = readCell(cells, index);
    if (field === undefined || text === undefined) continue;
    values[field] = field === 'body' ? (cells[index] ?? '').replaceAll(/\r\n?/g, '\n').trim() : text;
    // What stands in brackets in the name of a column holds for all of it: a currency, or a zone of times.
    if (field === 'amount' && isValid(parseCurrency, unit)) values.currency ??= unit;
    const isZone = /^(?:[A-Z]{3,4}|(?:UTC|GMT)\s*[+-]\s*\d+)$/.test(unit);
    const isTimed = /time|date|start|end/i.test(field) && /:|[ap]m|시/i.test(text);
    if (isZone && isTimed) values[field] = `${text} ${unit}`;
  }
  return values;
}
