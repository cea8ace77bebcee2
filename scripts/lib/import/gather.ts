import { basename } from 'node:path';
import type { Entry } from '../../../src/model/entry.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { readCalendar, type Destination } from './calendar.ts';
import { chooseTable } from './choose.ts';
import { splitClock } from './clock.ts';
import type { Column, Kind } from './columns.ts';
import type { Order } from './day.ts';
import type { Options } from './options.ts';
import { decideOrder } from './order.ts';
import type { Field, Row, Trouble } from './reading.ts';
import type { Source } from './source.ts';

/** What a file says, row by row, and how it was understood. */
export interface Gathered {
  kind: Kind;
  rows: Row[];
  /** Whether the rows are events of a calendar. */
  isCalendar: boolean;
  opening: string[];
  columns: Column[];
  notes: string[];
  troubles: Trouble[];
  order: Order | undefined;
  headOf: (field: Field) => string | undefined;
}

/**
 * Reads the rows of a file, and decides what its columns and its dates mean.
 * @param listOwn gives what our own feeds hold of the edition, by UID: only a calendar needs it
 * @throws PlainError if that cannot be decided
 */
export function gatherRows(
  source: Source,
  options: Options,
  programme: Entry<'programmes'>,
  listOwn: () => Destination['own'],
): Gathered {
  const { start, end, timezone } = programme.data;
  const note = source.note === undefined ? [] : [source.note];
  if ('calendar' in source) {
    const kind = options.as ?? 'events';
    if (kind !== 'events' && kind !== 'weeks')
      throw new PlainError(`A calendar has no ${kind}. Leave --as out, or write --as weeks.`);
    const read = readCalendar(source.calendar, { kind, term: { start, end }, timezone, own: listOwn() });
    const opening = [`${basename(options.file)}: a calendar, read as ${kind}.`];
    return {
      ...{ ...read, notes: [...note, ...read.notes], kind, opening, columns: [] },
      ...{ isCalendar: true, order: undefined, headOf: () => undefined },
    };
  }
  const { table, opening } = chooseTable(source.sheets, options);
  const dates = table.rows.flatMap(({ place, values: { start: from, end: to, dates: both } }) =>
    [from, to, both].flatMap((text) => (text === undefined ? [] : [{ text: splitClock(text).days, place }])),
  );
  const { order, words } = decideOrder(
    dates,
    { start, end },
    { chosen: options.dates, isWorkbook: source.sheets.some(({ name }) => name !== undefined) },
  );
  return {
    ...{
      kind: table.kind,
      rows: table.rows,
      isCalendar: false,
      opening,
      columns: table.columns,
      troubles: [],
      order,
    },
    notes: [...note, ...table.notes, ...words],
    headOf: (field) => table.columns.find((column) => column.field === field)?.head,
  };
}
