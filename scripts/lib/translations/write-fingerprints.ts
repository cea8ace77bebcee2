import { parse } from 'yaml';
import { splitFields } from '../yaml-edit.ts';

/** Tells authors not to edit the field. */
const comment = '# written by npm run translations';

/** The field `translates` in a file: its line, and the indented lines below. */
const block = /^translates:.*(?:\r?\n|$)(?:(?:[ \t]*\r?\n)*[ \t]+\S.*(?:\r?\n|$))*/m;

/**
 * Writes the field `translates` of a translation file, and keeps every other byte: comments, order, quotation marks
 * and line ends.
 * @param text the file: fields alone, or front matter and a body
 * @param fingerprints by field
 * @returns the new text, or undefined if its fields are not in block style
 */
export function writeFingerprints(
  text: string,
  fingerprints: Readonly<Record<string, string>>,
): string | undefined {
  const { before, yaml, after } = splitFields(text);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = Object.entries(fingerprints).map(([field, value]) => `${lineEnd}  ${field}: ${value}`);
  const written = `translates:${lines.length > 0 ? ` ${comment}${lines.join('')}` : ' {}'}${lineEnd}`;
  const changed = block.test(yaml)
    ? yaml.replace(block, () => written)
    : `${yaml}${yaml === '' || yaml.endsWith('\n') ? '' : lineEnd}${written}`;
  const data = readData(changed);
  // Parsed again to prove that nothing but the field has changed.
  return data !== undefined && data === readData(yaml, fingerprints) ? before + changed + after : undefined;
}

/** The data of fields as JSON, with other fingerprints if they are given; undefined if they cannot be parsed. */
function readData(yaml: string, fingerprints?: Readonly<Record<string, string>>): string | undefined {
  try {
    const { translates, ...others } = (parse(yaml) ?? {}) as Record<string, unknown>;
    return JSON.stringify([others, fingerprints ?? translates]);
  } catch {
    return undefined;
  }
}
