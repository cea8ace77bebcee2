import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { limits } from '../../../src/model/limits.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import type { Kind } from './columns.ts';
import { readCsv } from './csv.ts';
import { decodeText } from '../decode.ts';
import { mostRows, type Sheet } from './table.ts';
import { readXlsx } from './xlsx.ts';

/** The content of a file by its format. `note` tells of a guessed encoding. */
export type Source = ({ format: 'csv' | 'xlsx'; sheets: Sheet[] } | { format: 'ics'; text: string }) & {
  note?: string | undefined;
};

const mostBytes = 10 * 1024 * 1024;

/**
 * Reads a file to import. The content decides the format, not the file's name.
 * @param kind the collection, if the command line says it
 * @throws PlainError if the file is missing, too large or of no format that can be read
 */
export async function readSource(path: string, kind?: Kind): Promise<Source> {
  const name = basename(path);
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new PlainError(`There is no file ${path}. Write its name with its folder.`);
  if (!info.isFile()) throw new PlainError(`${path} is a folder. Write the name of a file.`);
  if (info.size > mostBytes)
    throw new PlainError(
      `${name} is larger than 10 MB. Save the one sheet that is meant in a file of its own.`,
    );
  const bytes = new Uint8Array(await readFile(path));
  const source = await parseSource(bytes, name, kind);
  if ('sheets' in source && source.sheets.some(({ rows }) => rows.length > mostRows))
    throw new PlainError(`${name} has more than ${mostRows} rows. Delete what is not meant to be imported.`);
  if ('sheets' in source) refuseLongCells(source.sheets, name);
  return source;
}

function refuseLongCells(sheets: readonly Sheet[], name: string): void {
  for (const { rows } of sheets)
    for (const [index, cells] of rows.entries())
      if (cells.some((cell) => cell.length > limits.cellLength))
        throw new PlainError(
          `${name} has a cell of more than ${limits.cellLength} characters in row ${index + 1}. Shorten it, or delete it.`,
        );
}

async function parseSource(bytes: Uint8Array, name: string, kind: Kind | undefined): Promise<Source> {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith('PK\u0003\u0004')) return { format: 'xlsx', sheets: await readXlsx(bytes) };
  const save = 'Open it in Excel, save it as “Excel Workbook (.xlsx)”';
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0'))
    throw new PlainError(
      `${name} is of an old kind (.xls) or protected with a password. ${save} without a password, and import that.`,
    );
  if (head.startsWith('%PDF'))
    throw new PlainError(`${name} is a PDF, which has no columns. Import the sheet that it was made from.`);
  if (/\.xls[xm]$/i.test(name) && bytes.length > 0)
    throw new PlainError(`${name} is damaged, or no workbook. ${save}, and import that.`);
  const { text, note } = decodeText(bytes);
  if (text.trim() === '') throw new PlainError(`${name} is empty.`);
  if (text.slice(0, -1).includes('\0'))
    throw new PlainError(
      `${name} is no text and no workbook. Import a file that ends in .csv, .xlsx or .ics.`,
    );
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return { format: 'ics', text, note };
  return { format: 'csv', sheets: [readCsv(text, kind)], note };
}
