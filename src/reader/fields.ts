import { findForbidden, placeOf, type ForbiddenCharacter } from '../model/characters.ts';
import { findPosition } from '../model/entry.ts';
import { nameField } from '../model/field-name.ts';
import type { Issue, Position } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import { parseYaml, type ParsedYaml } from './yaml.ts';

/**
 * Parses the fields of a content file, within the limits of what is read and without characters that nobody sees.
 * @param text the YAML
 * @param file how issues name the file
 * @param firstLine the line of the file on which the YAML begins, from 1
 */
export function parseFields(text: string, file: string, firstLine = 1): ParsedYaml {
  if (text.length > limits.fieldsLength) {
    const issue = {
      ...explainLength('These fields', text.length, limits.fieldsLength),
      severity: 'error' as const,
      file,
      line: firstLine,
      column: 1,
    };
    return { data: undefined, positions: {}, keys: {}, issues: [issue], isBroken: true };
  }
  const yaml = parseYaml(text, file, firstLine);
  const limited = checkValue(yaml.data, [], { file, yaml, written: new Set(listCodes(text)) });
  if (limited.length === 0) return yaml;
  const isTooMuch = limited.some(({ code }) => code.startsWith('limit-'));
  return { ...yaml, issues: [...yaml.issues, ...limited], isBroken: yaml.isBroken || isTooMuch };
}

/** Reports each character of a file's text that nobody sees, at its place. */
export function checkCharacters(text: string, file: string): Issue[] {
  return findForbidden(text).map((found) => ({
    severity: 'error',
    file,
    ...placeOf(text, found.index),
    ...explainCharacter(found),
    fix: 'Delete it: put the cursor behind it and press Backspace, or write the word anew.',
  }));
}

/** Reports characters that nobody sees and that are written as an escape, such as "\u202E" or `&#8238;`. */
export function checkEscapes(value: string, at: Position & { file: string }): Issue[] {
  return findForbidden(value).map((found) => ({
    severity: 'error',
    ...at,
    ...explainCharacter(found),
    fix: 'Delete what stands for it, or write the words anew.',
  }));
}

/** The code points of a text that no content may hold. */
export const listCodes = (text: string): string[] => findForbidden(text).map(({ code }) => code);

const explainCharacter = ({ code, kind }: ForbiddenCharacter) => ({
  code: 'character-forbidden',
  value: code,
  message: `There is ${kind} here, ${code}.`,
});

interface Checked {
  file: string;
  yaml: ParsedYaml;
  /** Characters that stand in the text as they are, and are reported there. */
  written: ReadonlySet<string>;
}

function checkValue(value: unknown, path: readonly string[], checked: Checked): Issue[] {
  const { file, yaml, written } = checked;
  const field = path.join('.');
  const at = { file, ...findPosition(yaml.positions, field) };
  const report = (detail: Pick<Issue, 'code' | 'message' | 'fix'>): Issue[] => [
    { severity: 'error', ...at, field, ...detail },
  ];
  if (typeof value === 'string') {
    if (value.length > limits.fieldLength)
      return report(explainLength(nameField(path), value.length, limits.fieldLength));
    return checkEscapes(value, at).filter((issue) => !written.has(issue.value ?? ''));
  }
  if (typeof value !== 'object' || value === null) return [];
  const items = Object.entries(value);
  if (items.length > limits.items)
    return report({
      code: 'limit-items',
      message: `There are ${items.length} items here, and at most ${limits.items} are read.`,
      fix: 'Delete those that nobody needs.',
    });
  if (path.length >= limits.depth)
    return report({
      code: 'limit-depth',
      message: `Lists and groups lie more than ${limits.depth} deep inside one another here.`,
      fix: 'Compare with a file of the same kind: no field is that deep.',
    });
  return items.flatMap(([key, item]) => checkValue(item, [...path, key], checked));
}

const explainLength = (what: string, length: number, limit: number) => ({
  code: 'limit-length',
  message: `${what} has ${length} characters, and at most ${limit} are read.`,
  fix: 'Shorten it.',
});
