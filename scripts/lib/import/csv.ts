import { CsvError, parse } from 'csv-parse/sync';
import { PlainError } from '../../../src/pipeline/error.ts';
import { kinds, type Kind } from './columns.ts';
import { findHeader, mostColumns, type Sheet } from './table.ts';

/**
 * Reads a text with columns (CSV). The delimiter is the one that gives most known columns.
 * @param kind the collection, if it is known
 * @throws PlainError if quotation marks do not match, with the line
 */
export function readCsv(text: string, kind?: Kind): Sheet {
  // Excel writes its delimiter into a first line of its own. The line stays as an empty row.
  const [line, declared] = /^\uFEFF?sep=(.)\r?\n/i.exec(text) ?? [];
  if (line !== undefined) return { rows: parseRows(`\n${text.slice(line.length)}`, declared) };
  const candidates = [',', ';', '\t'].flatMap((delimiter) => {
    try {
      return [{ rows: parseRows(text, delimiter) }];
    } catch {
      // With a wrong delimiter quotation marks stand inside values.
      return [];
    }
  });
  const [best] = candidates.toSorted((a, b) => rate(b, kind) - rate(a, kind));
  return best ?? { rows: parseRows(text, ',') };
}

function parseRows(text: string, delimiter: string | undefined): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1 } = error as CsvError & { lines?: number };
    throw new PlainError(
      `The quotation marks in line ${lines} do not match: one is never closed, or stands inside a value. Inside a value in quotation marks, write it twice: "".`,
    );
  }
}

/** How many columns are known; among equals, more columns are better. */
function rate({ rows }: Sheet, kind: Kind | undefined): number {
  const known = (kind ? [kind] : kinds).map((each) => findHeader(rows, each)?.count ?? 0);
  const width = Math.min(mostColumns, Math.max(0, ...rows.map((cells) => cells.length)));
  return Math.max(...known) + width / (mostColumns + 1);
}
