import { CsvError, parse } from 'csv-parse/sync';
import { PlainError } from '../../../src/pipeline/error.ts';
import { mostColumns, type Sheet } from './sheet.ts';

/**
 * Reads a text with columns. What stands between the columns is what makes the best sheet of it.
 * @param rate says how good a sheet is: the more of its columns are known, the better
 * @throws PlainError if a quotation mark is never closed, with its line
 */
export function readCsv(text: string, rate: (sheet: Sheet) => number): Sheet {
  // Excel says in a first line of its own what it puts between columns.
  const said = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return { name: undefined, rows: parseRows(text.replace(/^.*\r?\n/, '\n'), said) };
  const sheets = [',', ';', '\t'].flatMap((delimiter) => {
    try {
      return { name: undefined, rows: parseRows(text, delimiter) };
    } catch (error) {
      // With the wrong sign between columns, quotation marks stand in odd places.
      if (error instanceof PlainError) return [];
      throw error;
    }
  });
  const [best] = sheets
    .map((sheet) => ({ sheet, rating: rate(sheet) + countColumns(sheet) / (mostColumns + 1) }))
    .sort((a, b) => b.rating - a.rating);
  return best ? best.sheet : { name: undefined, rows: parseRows(text, ',') };
}

function parseRows(text: string, delimiter: string): Sheet['rows'] {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return records.map((cells, index) => ({ number: index + 1, cells }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    throw new PlainError(
      `The quotation marks in line ${lines ?? 1} do not fit: one is never closed, or stands inside a value. Inside a value in quotation marks, write it twice: "".`,
    );
  }
}

const countColumns = ({ rows }: Sheet) =>
  Math.min(mostColumns, Math.max(0, ...rows.map(({ cells }) => cells.length)));
