/** A row of a sheet: its number as the sheet shows it, and what its cells say, from the first column on. */
export interface SheetRow {
  number: number;
  cells: string[];
}

/** A sheet of a workbook, or all of a text file with columns. */
export interface Sheet {
  /** Undefined where a file has one sheet only and gives it no name. */
  name: string | undefined;
  rows: SheetRow[];
}

/** More than any programme has; a sheet of this size is another one than was meant. */
export const mostRows = 5000;
export const mostColumns = 200;

/** The name of a column in a sheet: A, B, … Z, AA. */
export function nameColumn(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : nameColumn(Math.floor(index / 26) - 1) + letter;
}
