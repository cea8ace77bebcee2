import { readXlsx, type CellValue, type MergeRange } from 'hucre/xlsx';
import { PlainError } from '../../../src/pipeline/error.ts';
import { mostColumns, mostRows, type Sheet } from './sheet.ts';

/** What a workbook may be when it is unpacked: no programme needs a tenth of it. */
const mostUnpacked = 100 * 1024 * 1024;

/**
 * Reads the sheets of a workbook that people can see. A cell gives what it shows: of a formula its value, of a
 * date year, month and day. Cells that are merged downwards all say what the first of them says.
 * @throws PlainError if it is no workbook, needs a password, or is too large
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  if (measureUnpacked(bytes) > mostUnpacked)
    throw new PlainError('The file would be larger than 100 MB when unpacked, so it was not opened.');
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      maxRows: mostRows + 1,
    });
    return sheets.map(({ name, rows, merges }) => ({
      name,
      rows: fillMerged(
        rows.map((row) => row.slice(0, mostColumns).map(showCell)),
        merges ?? [],
      ).map((cells, index) => ({ number: index + 1, cells })),
    }));
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
 * The size that a ZIP archive says its files have (PKWARE APPNOTE 4.3.12), added up. The reader unpacks no file
 * to more than that.
 */
export function measureUnpacked(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  // "PK\1\2" begins the entry of a file in the directory at the end. Found elsewhere by chance it only adds up.
  for (let at = bytes.length - 46; at >= 0; at -= 1)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && view.getUint16(at + 2, true) === 0x0201)
      size += view.getUint32(at + 24, true);
  return size;
}

/** What a cell says, as text: days as 2022-03-28, with a time as 2022-03-28T15:00, times alone as 15:00. */
function showCell(value: CellValue): string {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value).normalize('NFC').trim();
  // Sheets keep times as parts of a day, which are seldom whole milliseconds.
  const minutes = new Date(Math.round(value.getTime() / 60_000) * 60_000);
  if (Number.isNaN(minutes.getTime())) return '';
  const [day = '', time = ''] = minutes.toISOString().slice(0, 16).split('T');
  if (day <= '1900-01-01') return time;
  return time === '00:00' ? day : `${day}T${time}`;
}

function fillMerged(rows: string[][], merges: readonly MergeRange[]): string[][] {
  for (const { startRow, startCol, endRow } of merges) {
    const said = rows[startRow]?.[startCol] ?? '';
    for (const row of rows.slice(startRow + 1, endRow + 1)) row[startCol] = said;
  }
  return rows;
}
