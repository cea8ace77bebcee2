import { parseDocument } from 'yaml';

/**
 * Changes fields in the text of a content file. Comments, order and whatever else stands there stay; new
 * fields come last.
 * @param text the whole file: fields alone, or between two lines `---` above a body
 * @param fields by dotted path, such as `amount.value`: what each says from now on; undefined takes it away
 * @returns the text, the very same if it says all that already, or undefined if its fields cannot be read
 */
export function editFields(text: string, fields: Readonly<Record<string, unknown>>): string | undefined {
  const { before, yaml, after } = splitFields(text);
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return undefined;
  const said = JSON.stringify(document);
  for (const [field, value] of Object.entries(fields)) {
    const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    if (JSON.stringify(document.getIn(path)) === JSON.stringify(value)) continue;
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, isScalarValue(value) ? value : document.createNode(value));
  }
  if (JSON.stringify(document) === said) return text;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const written = document.toString({ lineWidth: 0 }).replaceAll(/\r?\n/g, end);
  return before + written + after;
}

const isScalarValue = (value: unknown) => typeof value !== 'object' || value === null;

/** A content file's text in three: what stands before its fields, the fields, and what comes after. */
export function splitFields(text: string): { before: string; yaml: string; after: string } {
  const [, before = '', yaml = '', after = ''] =
    /^(\uFEFF?---[ \t]*\r?\n)((?:[^\n]*\n)*?)(---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(text) ??
    /^(\uFEFF?)([\s\S]*)()$/.exec(text) ??
    [];
  return { before, yaml, after };
}
