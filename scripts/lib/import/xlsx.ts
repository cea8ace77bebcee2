import { readXlsx as readWorkbook, type CellValue, type MergeRange } from 'hucre/xlsx';
import { PlainError } from '../../../src/pipeline/error.ts';
import { mostColumns, mostRows, type Sheet } from './table.ts';

const mostUnpackedBytes = 100 * 1024 * 1024;

/**
 * Reads the visible sheets of a workbook (XLSX). A formula gives its value; cells merged downwards repeat the first.
 * @throws PlainError if it is no workbook, needs a password, or is too large when unpacked
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  if (measureUnpacked(bytes) > mostUnpackedBytes)
    throw new PlainError('The file would be larger than 100 MB when unpacked, so it was not opened.');
  try {
    const { sheets } = await readWorkbook(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      maxRows: mostRows + 1,
    });
    return sheets.map(({ name, rows, merges = [] }) => {
      const cells = rows.map((row) => row.slice(0, mostColumns).map(formatCell));
      return { name, rows: fillMerged(cells, merges) };
    });
  } catch (error) {
    const { name, message } = error as Error;
    throw new PlainError(
      name === 'EncryptedFileError'
        ? 'The file is protected with a password. Save a copy without one, and import that.'
        : `The file cannot be read as a workbook of Excel (${message}). Open it in Excel, save it as “Excel Workbook (.xlsx)”, and import that.`,
    );
  }
}

/**
 * The sizes that a ZIP archive declares for its files (PKWARE APPNOTE 4.3.12), added up. hucre unpacks no file
 * beyond its declared size.
 */
function measureUnpacked(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  // "PK\1\2" begins an entry of the central directory. Found elsewhere by chance it only adds up.
  for (let at = bytes.length - 46; at >= 0; at -= 1)
    if (view.getUint32(at) === 0x504b0102) size += view.getUint32(at + 24, true);
  return size;
}

/** A cell as text: a day as 2022-03-28, with a time as 2022-03-28T15:00, a time alone as 15:00. */
function formatCell(value: CellValue): string {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value).normalize('NFC').trim();
  // Sheets keep times as fractions of a day, which are seldom whole milliseconds.
  const minute = new Date(Math.round(value.getTime() / 60_000) * 60_000);
  if (Number.isNaN(minute.getTime())) return '';
  const [day = '', time = ''] = minute.toISOString().slice(0, 16).split('T');
  if (day <= '1900-01-01') return time;
  return time === '00:00' ? day : `${day}T${time}`;
}

function fillMerged(rows: string[][], merges: readonly MergeRange[]): string[][] {
  for (const { startRow, startCol, endRow } of merges)
    for (const row of rows.slice(startRow + 1, endRow + 1)) row[startCol] = rows[startRow]?.[startCol] ?? '';
  return rows;
}
