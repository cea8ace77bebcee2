import { parse } from 'yaml';
import { splitFields } from '../yaml-edit.ts';

/** The comment that tells whoever opens the file not to write the field by hand. */
const comment = '# written by npm run translations';

/**
 * Puts the field `translates` into a translation's text, in the place of the one that is there, and touches
 * nothing else: comments, order, quotation marks and line ends stay.
 * @param text the whole file: fields alone, or between two lines `---` above a body
 * @param words fingerprints by field
 * @returns the text, or undefined where its fields are written in a way that leaves no place for one more
 */
export function writeConfirmation(text: string, words: Readonly<Record<string, string>>): string | undefined {
  const { before, yaml: fields, after } = splitFields(text);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = Object.entries(words).map(([field, value]) => `${end}  ${field}: ${value}`);
  const block = `translates:${lines.length > 0 ? ` ${comment}${lines.join('')}` : ' {}'}${end}`;
  const changed = written.test(fields)
    ? fields.replace(written, () => block)
    : `${fields}${fields === '' || fields.endsWith('\n') ? '' : end}${block}`;
  const says = readFields(changed);
  return says !== undefined && says === readFields(fields, words) ? before + changed + after : undefined;
}

/** The field as it stands in a file: its line, and those below that are indented. */
const written = /^translates:.*(?:\r?\n|$)(?:(?:[ \t]*\r?\n)*[ \t]+\S.*(?:\r?\n|$))*/m;

/** What fields say, as one text to compare; with other `words`, if they are given. Undefined if they are broken. */
function readFields(text: string, words?: Readonly<Record<string, string>>): string | undefined {
  try {
    const { translates, ...others } = (parse(text) ?? {}) as Record<string, unknown>;
    return JSON.stringify([others, words ?? translates]);
  } catch {
    return undefined;
  }
}
