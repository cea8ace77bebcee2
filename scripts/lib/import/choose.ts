import { basename } from 'node:path';
import { findNearest } from '../../../src/model/nearest.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { kinds, listHeads, type Kind } from './columns.ts';
import type { Options } from './options.ts';
import type { Field } from './reading.ts';
import type { Sheet } from './sheet.ts';
import { findHead, guessKinds, readTable, type Table } from './table.ts';

/** The sheet that is imported, and why it was taken for what it is. */
export interface Chosen {
  table: Table;
  opening: string[];
}

/** How good a sheet is to import: how many of its columns are known. */
export function rateSheet(sheet: Sheet, as: Kind | undefined): number {
  return Math.max(...(as ? [as] : kinds).map((kind) => findHead(sheet, kind)?.count ?? 0));
}

/**
 * Chooses the sheet, and what its rows are.
 * @throws PlainError if either cannot be told, naming what there is
 */
export function chooseTable(sheets: readonly Sheet[], options: Options): Chosen {
  const sheet = chooseSheet(sheets, options.sheet);
  const name = `${basename(options.file)}${sheet.name === undefined ? '' : `, sheet “${sheet.name}”`}`;
  const guesses = options.as ? [options.as] : guessKinds(sheet);
  const [kind, ...others] = guesses;
  if (kind === undefined || others.length > 0)
    throw new PlainError(
      `${name}: its columns do not say what is in it. Say it with --as ${kinds.join(', --as ')}.`,
    );
  const table = readTable(sheet, kind);
  const fields = new Set(table?.columns.map(({ field }) => field));
  if (!table || !essential[kind].some((field) => fields.has(field)))
    throw new PlainError(
      `${name}: no row has the names of columns of ${kind}. Above the first of them, write a row with names such as ${listHeads(kind).join(', ')}.`,
    );
  const heads = table.columns.flatMap(({ head, field }) => (field === undefined ? [] : [`“${head}”`]));
  const why = options.as ? '' : `, since it has the columns ${heads.slice(0, 4).join(', ')}`;
  const extra =
    sheet.name !== undefined && sheets.length > 1 && options.sheet === undefined
      ? ['Its other sheets are empty.']
      : [];
  return {
    table,
    opening: [`${name}: read as ${kind}${why}. Names of columns stand in row ${table.headRow}.`, ...extra],
  };
}

/** Without one of these columns no row can be placed. */
const essential: Record<Kind, Field[]> = {
  weeks: ['start', 'dates'],
  events: ['title'],
  partners: ['name'],
  prizes: ['title'],
};

function chooseSheet(sheets: readonly Sheet[], said: string | undefined): Sheet {
  const filled = sheets.filter(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  );
  const names = filled.map(({ name }) => name ?? '');
  if (said !== undefined) {
    const found = filled.find(({ name }) => name?.trim().toLowerCase() === said.trim().toLowerCase());
    if (found) return found;
    const nearest = findNearest(said, names);
    throw new PlainError(
      `There is no sheet "${said}" with anything in it.${nearest ? ` Did you mean "${nearest}"?` : ''} There is ${names.map((name) => `“${name}”`).join(', ') || 'none'}.`,
    );
  }
  const [only, ...others] = filled;
  if (!only) throw new PlainError('The file has no rows.');
  if (others.length > 0)
    throw new PlainError(
      `The file has several sheets: ${names.map((name) => `“${name}”`).join(', ')}. Say which with --sheet ${quote(names[0] ?? '')}.`,
    );
  return only;
}

const quote = (name: string) => (/^[\w-]+$/.test(name) ? name : `"${name}"`);
