import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Node, type YAMLError } from 'yaml';
import type { Position, Problem } from '../domain/problem.ts';

/** Data of a YAML text, where each field stands, and what is wrong with the writing. */
export interface ParsedYaml {
  data: unknown;
  /** By dotted path: the place of the value. */
  positions: Record<string, Position>;
  /** By dotted path: the place of the key. */
  keys: Record<string, Position>;
  problems: Problem[];
}

/**
 * Parses YAML 1.2 (core schema: dates stay the text that was written).
 * @param text the YAML
 * @param file how problems name the file
 * @param firstLine the line of the file on which the text begins, from 1
 */
export function parseYaml(text: string, file: string, firstLine = 1): ParsedYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    schema: 'core',
    merge: false,
  });
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const problems = document.errors.map((error) => explain(error, file, at(error.pos[0]), text));
  const result: ParsedYaml = { data: undefined, positions: {}, keys: {}, problems };
  collect(document.contents, '', at, result);
  if (problems.length === 0) result.data = document.toJS({ maxAliasCount: 0 });
  return result;
}

function collect(
  node: Node | null,
  path: string,
  at: (offset: number) => Position,
  result: ParsedYaml,
): void {
  if (node?.range) result.positions[path] = at(node.range[0]);
  const inner = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (isSeq(node)) node.items.forEach((item, index) => collect(item as Node, inner(index), at, result));
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isScalar(pair.key)) continue;
    const name = inner(String(pair.key.value));
    if (pair.key.range) result.keys[name] ??= at(pair.key.range[0]);
    const value = pair.value as Node | null;
    if (value?.range) collect(value, name, at, result);
    else if (pair.key.range) result.positions[name] = at(pair.key.range[0]);
  }
}

function explain(error: YAMLError, file: string, position: Position, text: string): Problem {
  const base = { severity: 'error' as const, file, ...position };
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
    return {
      ...base,
      code: 'key-repeated',
      field: key,
      message: `The key "${key}" stands here a second time.`,
      fix: 'Keep one of the two lines and delete the other.',
    };
  }
  return {
    ...base,
    code: 'yaml-broken',
    message: `This is not valid YAML: ${error.message.split('\n')[0]?.replace(/[.:]$/, '')}.`,
    fix: hints[error.code] ?? generalHint,
  };
}

const generalHint =
  'Write one "key: value" a line, with a space after the colon, and put a value that holds ": " or begins with a special character into "quotation marks".';

const hints: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'Use spaces instead of the tab at the beginning of the line.',
  MISSING_CHAR: 'Close the quotation mark or bracket that is open, or add the missing ":" after the key.',
  BAD_INDENT: 'Begin this line at the same column as the lines that it belongs with.',
  BLOCK_AS_IMPLICIT_KEY: 'Put the whole value into "quotation marks": it holds a colon followed by a space.',
  MULTILINE_IMPLICIT_KEY: 'Add the missing ":" after the key, or indent this line to continue the one above.',
};
