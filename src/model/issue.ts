/** A place in a content file, counted from 1 as editors count. */
export interface Position {
  line: number;
  column: number;
}

/**
 * Something wrong or odd in the content, as data. `message` says what happened, `fix` what to write
 * instead; renderers in format/issues.ts turn the list into text, annotations or JSON.
 */
export interface Issue extends Position {
  /** Stable name of the rule, such as `date-impossible`. */
  code: string;
  severity: 'error' | 'warning';
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Dotted path of the field, such as `amount.currency`. */
  field?: string | undefined;
  /** What the file has. */
  value?: string | undefined;
  /** What the field takes, where that can be listed. */
  allowed?: string[] | undefined;
  message: string;
  fix: string;
}

/** Orders issues by file, then place, errors before warnings at one place. */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.severity, b.severity) ||
    compareText(a.code, b.code)
  );
}

/** Compares by code unit, so that the order is the same under every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
