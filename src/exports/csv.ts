/** A line of a table: a cell is a text or a number. */
export type Row = readonly (string | number)[];

/**
 * Writes a table as RFC 4180 has it: quotes where they are needed, CRLF at the end of every line. It begins
 * with a byte order mark, without which Excel reads UTF-8 as the system's own character set, and Hangul as
 * noise.
 * @param rows the first has the names of the columns
 */
export function writeCsv(rows: readonly Row[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}

/** Spreadsheets run a text that begins like a formula. An apostrophe keeps it a text (OWASP, CSV injection). */
function writeCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
