import { parseDocument } from 'yaml';

/**
 * Sets fields in the text of a content file and keeps everything else: comments, order, line ends, body.
 * @param text the whole file: YAML, or front matter and a body
 * @param fields the new values by dotted path, such as `amount.value`; undefined removes a field, new ones come last
 * @returns the text, unchanged if no value changes, or undefined if its YAML is invalid
 */
export function editFields(text: string, fields: Readonly<Record<string, unknown>>): string | undefined {
  const parts = splitFields(text);
  const document = parseDocument(parts.yaml);
  if (document.errors.length > 0) return undefined;
  const before = JSON.stringify(document);
  for (const [field, value] of Object.entries(fields)) {
    const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    if (JSON.stringify(document.getIn(path)) === JSON.stringify(value)) continue;
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, isScalarValue(value) ? value : document.createNode(value));
  }
  if (JSON.stringify(document) === before) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = document.toString({ lineWidth: 0 }).replaceAll(/\r?\n/g, lineEnd);
  return parts.before + written + parts.after;
}

const isScalarValue = (value: unknown) => typeof value !== 'object' || value === null;

/** Splits the text of a content file at its YAML: `before` ends with the first line `---`, `after` begins with the second. */
export function splitFields(text: string): { before: string; yaml: string; after: string } {
  const [, before = '', yaml = '', after = ''] =
    /^(\uFEFF?---[ \t]*\r?\n)((?:[^\n]*\n)*?)(---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(text) ??
    /^(\uFEFF?)([\s\S]*)()$/.exec(text) ??
    [];
  return { before, yaml, after };
}
