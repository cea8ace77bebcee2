import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { Position, Issue } from '../model/issue.ts';
import {
  explainComment,
  explainRepeatedKey,
  explainSign,
  explainYaml,
  type YamlSource,
} from './yaml-error.ts';

/** Data of a YAML text, where each field stands, and what is wrong with the writing. */
export interface ParsedYaml {
  /** The parsed value; undefined where the text is broken. */
  data: unknown;
  /** By dotted path: the place of the value. */
  positions: Record<string, Position>;
  /** By dotted path: the place of the key. */
  keys: Record<string, Position>;
  issues: Issue[];
  /** Whether the text could not be read to its end, so that `data` says nothing. */
  isBroken: boolean;
}

/**
 * Parses YAML 1.2 (core schema: dates stay the text that was written).
 * @param text the YAML
 * @param file how issues name the file
 * @param firstLine the line of the file on which the text begins, from 1
 */
export function parseYaml(text: string, file: string, firstLine = 1): ParsedYaml {
  const lineCounter = new LineCounter();
  const options = { prettyErrors: false, uniqueKeys: true, schema: 'core', merge: false } as const;
  const document = parseDocument(text, { ...options, lineCounter, logLevel: 'silent' });
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const source: YamlSource = { text, file, at };
  const places = { positions: createPlaces(), keys: createPlaces() };
  const issues: Issue[] = [];
  collect(document.contents, '', { ...places, source, issues });
  for (const { pos } of document.warnings) issues.push(explainSign(pos[0], text.slice(...pos), source));
  // One slip makes several errors in a row, of which the first is the one to mend.
  const [broken] = document.errors.filter((error) => error.code !== 'DUPLICATE_KEY');
  const isBroken = broken !== undefined || issues.length > 0;
  if (broken && issues.length === 0) issues.push(explainYaml(broken, document, source));
  for (const { code, pos } of document.errors)
    if (code === 'DUPLICATE_KEY' && !isBroken) issues.push(explainRepeatedKey(pos[0], source));
  return { data: isBroken ? undefined : document.toJS(), ...places, issues, isBroken };
}

/** Keys come from the author: without a prototype, "constructor" is a key like any other. */
const createPlaces = () => Object.create(null) as Record<string, Position>;

interface Collected extends Pick<ParsedYaml, 'positions' | 'keys' | 'issues'> {
  source: YamlSource;
}

function collect(node: Node | null, path: string, result: Collected): void {
  const { source, positions, keys, issues } = result;
  const start = node?.range?.[0];
  if (start !== undefined) positions[path] = source.at(start);
  // Numbers are digits: to whoever writes 0x10 or 1e308 it is a text.
  if (isScalar(node) && typeof node.value === 'number' && !/^-?\d+(\.\d+)?$/.test(node.source ?? ''))
    node.value = node.source;
  const lost = isScalar(node) && node.type === 'PLAIN' && findLost(source.text.slice(node.range?.[1]));
  if (lost && node.range) issues.push(explainComment(node.range[1], lost, source));
  if (isAlias(node)) issues.push(explainSign(start ?? 0, `*${node.source}`, source));
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) {
    const written = `&${node.anchor}`;
    issues.push(explainSign(Math.max(0, source.text.lastIndexOf(written, start)), written, source));
  }
  const inner = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (isSeq(node)) node.items.forEach((item, index) => collect(item as Node, inner(index), result));
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isScalar(pair.key)) continue;
    const name = inner(String(pair.key.value));
    const keyStart = pair.key.range?.[0];
    if (keyStart !== undefined) keys[name] ??= source.at(keyStart);
    const value = pair.value as Node | null;
    if (value?.range) collect(value, name, result);
    else if (keyStart !== undefined) positions[name] = source.at(keyStart);
  }
}

/** What is written right behind a value as `#1`, with no space before the words of a comment. */
const findLost = (rest: string) => /^[ \t]*(#[\p{L}\p{N}][^\n]*)/u.exec(rest)?.[1];
