import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PlainError } from '../../../src/pipeline/error.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode.ts';
import { mostRows, type Sheet } from './sheet.ts';
import { readWorkbook } from './xlsx.ts';

/** What a file is: sheets, or a calendar as text. */
export type Source = { note?: string | undefined } & ({ sheets: Sheet[] } | { calendar: string });

const mostBytes = 10 * 1024 * 1024;

/**
 * Reads a file that is to be imported: what it is follows from what is in it, not from its name.
 * @param rate says how good a sheet is: see `readCsv`
 * @throws PlainError if there is no such file, or if it is none of a kind that can be read
 */
export async function readSource(path: string, rate: (sheet: Sheet) => number): Promise<Source> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile())
    throw new PlainError(
      info
        ? `${path} is a folder. Write the name of a file.`
        : `There is no file ${path}. Write its name with its folder.`,
    );
  if (info.size > mostBytes)
    throw new PlainError(
      `${basename(path)} is larger than 10 MB. Save the one sheet that is meant in a file of its own.`,
    );
  const bytes = new Uint8Array(await readFile(path));
  const source = await openSource(bytes, basename(path), rate);
  if ('sheets' in source && source.sheets.some(({ rows }) => rows.length > mostRows))
    throw new PlainError(
      `${basename(path)} has more than ${mostRows} rows. Delete what is not meant to be imported.`,
    );
  return source;
}

async function openSource(bytes: Uint8Array, name: string, rate: (sheet: Sheet) => number): Promise<Source> {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith('PK\u0003\u0004')) return { sheets: await readWorkbook(bytes) };
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0'))
    throw new PlainError(
      `${name} is of an old kind (.xls) or protected with a password. Open it in Excel, save it as “Excel Workbook (.xlsx)” without a password, and import that.`,
    );
  if (head.startsWith('%PDF'))
    throw new PlainError(
      `${name} is a PDF, of which nobody can tell the columns. Import the sheet that it was made from.`,
    );
  if (/\.xls[xm]$/i.test(name) && bytes.length > 0)
    throw new PlainError(
      `${name} is damaged, or no workbook. Open it in Excel, save it as “Excel Workbook (.xlsx)”, and import that.`,
    );
  const { text, note } = decodeText(bytes);
  if (text.trim() === '') throw new PlainError(`${name} is empty.`);
  if (text.slice(0, -1).includes('\0'))
    throw new PlainError(
      `${name} is no text and no workbook. Import a file that ends in .csv, .xlsx or .ics.`,
    );
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return { calendar: text, note };
  return { sheets: [readCsv(text, rate)], note };
}
