import { readCurrency } from './amount.ts';
import { isTimeAlone } from './clock.ts';
import { matchColumns, type Column, type Kind } from './columns.ts';
import type { Field, Row } from './reading.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { plainName, tidy } from './text.ts';
import { isUnknown, readListName } from './values.ts';

/** A sheet of which it is known what its columns say. */
export interface Table {
  kind: Kind;
  /** The number of the row with the names of the columns. */
  headRow: number;
  columns: Column[];
  rows: Row[];
  notes: string[];
}

/** How far down the names of the columns are looked for: titles and a legend may stand above. */
const deepestHead = 30;

/** Finds the row with the names of the columns: the one that names most of what is imported. */
export function findHead(
  sheet: Sheet,
  kind: Kind,
): { row: SheetRow; columns: Column[]; count: number } | undefined {
  const found = sheet.rows.slice(0, deepestHead).map((row) => {
    const columns = matchColumns(row.cells.map(tidy), kind);
    return { row, columns, count: columns.filter(({ field }) => field !== undefined).length };
  });
  const most = Math.max(0, ...found.map(({ count }) => count));
  return most === 0 ? undefined : found.find(({ count }) => count === most);
}

/** Says which kinds a sheet can be of, by the columns that it has. */
export function guessKinds(sheet: Sheet): Kind[] {
  const has = (kind: Kind) => {
    const columns = findHead(sheet, kind)?.columns ?? [];
    const fields = new Set(columns.map(({ field }) => field));
    return { columns, some: (...names: Field[]) => names.some((name) => fields.has(name)) };
  };
  const [weeks, events, partners, prizes] = [has('weeks'), has('events'), has('partners'), has('prizes')];
  const isDated = weeks.some('start', 'dates') || events.some('start', 'dates');
  const isWeekly =
    weeks.some('phase') ||
    weeks.columns.some(({ field, head }) => field === 'number' && /week|wk|주/i.test(head));
  if (isDated) return isWeekly ? ['weeks'] : events.some('title') ? ['events'] : [];
  if (prizes.some('amount') && prizes.some('title', 'rank')) return ['prizes'];
  return [
    ...(partners.some('name') && partners.some('country', 'city', 'list', 'url')
      ? (['partners'] as const)
      : []),
    ...(prizes.some('title') && prizes.some('rank', 'givenBy') ? (['prizes'] as const) : []),
  ];
}

/** Reads the rows below the names of the columns. Empty ones, and the names once more, are left out. */
export function readTable(sheet: Sheet, kind: Kind): Table | undefined {
  const head = findHead(sheet, kind);
  if (!head) return undefined;
  const { row: headRow } = head;
  const below = sheet.rows.filter(({ number }) => number > headRow.number);
  const columns = kind === 'events' ? findTimes(head.columns, below) : head.columns;
  const group = groups[kind];
  const state: { above: string | undefined; isFilled: boolean } = { above: undefined, isFilled: false };
  const rows = below.flatMap(({ number, cells }): Row[] => {
    const said = cells.filter((cell) => cell.trim() !== '');
    if (said.length === 0 || isRepeated(cells, headRow.cells)) return [];
    const alone = said.length === 1 ? tidy(said[0] ?? '') : '';
    if (group?.isHeading(alone)) {
      state.above = alone;
      return [];
    }
    const values = readValues(cells, columns);
    if (group) {
      state.isFilled ||= values[group.field] === undefined && state.above !== undefined;
      state.above = values[group.field] ?? state.above;
      values[group.field] = state.above;
    }
    return [{ place: `row ${number}`, values }];
  });
  const notes = state.isFilled
    ? [`Where a row does not say its ${group?.field}, it is the one that stands above.`]
    : [];
  return { kind, headRow: headRow.number, columns, rows, notes };
}

/** Start and end are times of day where their cells are, and another column says the day. */
function findTimes(columns: readonly Column[], rows: readonly SheetRow[]): Column[] {
  const has = (name: Field) => columns.some(({ field }) => field === name);
  const isTimed = ({ index }: Column) => {
    const cells = rows.map(({ cells }) => tidy(cells[index] ?? '')).filter((cell) => !/^[-–—]?$/.test(cell));
    const times = cells.filter((cell) => isTimeAlone(cell));
    return times.length > 0 && cells.every((cell) => times.includes(cell) || isUnknown.test(cell));
  };
  if (!has('dates')) return [...columns];
  return columns.map((column): Column => {
    const time = column.field === 'start' ? 'startTime' : column.field === 'end' ? 'endTime' : undefined;
    return time !== undefined && !has(time) && isTimed(column) ? { ...column, field: time } : column;
  });
}

/** What one row can say for those below it: in merged cells, in a cell alone, or as a heading of its own. */
const groups: Partial<Record<Kind, { field: Field; isHeading: (text: string) => boolean }>> = {
  weeks: {
    field: 'phase',
    isHeading: (text) =>
      /^(?:phase|stage|part)\s*(?:\d+|[ivxⅠ-Ⅹ]+)(?![a-z])|^제?\s*(?:\d+|[ivxⅠ-Ⅹ]+)\s*단계/i.test(text),
  },
  partners: {
    field: 'list',
    isHeading: (text) => 'value' in readListName(text),
  },
};

function readValues(cells: readonly string[], columns: readonly Column[]): Partial<Record<Field, string>> {
  const values: Partial<Record<Field, string>> = {};
  for (const { index, field, unit } of columns) {
    const cell = cells[index] ?? '';
    const text = field === 'body' ? cell.replaceAll(/\r\n?/g, '\n').trim() : tidy(cell);
    if (field === undefined || /^[-–—]?$/.test(text)) continue;
    values[field] = text;
    if (unit === undefined) continue;
    // What stands in brackets in the head of a column holds for all of it: a currency, or a zone of times.
    if (field === 'amount' && 'value' in readCurrency(unit)) values.currency ??= unit;
    if (/time|date|start|end/i.test(field) && /^(?:[A-Z]{3,4}|(?:UTC|GMT)\s*[+-]\s*\d+)$/.test(unit))
      values[field] = /:|[ap]m|시/i.test(text) ? `${text} ${unit}` : text;
  }
  return values;
}

function isRepeated(cells: readonly string[], heads: readonly string[]): boolean {
  const names = (row: readonly string[]) => row.map(plainName).join('|').replace(/\|+$/, '');
  return names(cells) === names(heads);
}
