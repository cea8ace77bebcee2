import type { z } from 'zod';
import { findNearest } from '../model/nearest.ts';
import { explainDate } from './date-error.ts';
import { forms } from './form.ts';
import { capitalise, nameField } from '../model/field-name.ts';
import type { Line, ValueError } from './value-error.ts';

/** A value that its schema refused. */
interface Refused {
  path: readonly string[];
  raw: unknown;
  /** The values that the field takes, where they can be listed. */
  allowed: string[] | undefined;
  /** The form of the field, as its schema names it. */
  form: string | undefined;
  /** Whether the field may be left out. */
  canGo: boolean;
}

/** Says in plain words what is wrong with a value that is there. */
export function explainValue(zodIssue: z.core.$ZodIssue, refused: Refused): ValueError {
  const { path, raw, allowed, form, canGo } = refused;
  const shown = show(raw);
  const name = nameField(path);
  const line = (value: string) =>
    path.at(-2) && /^\d+$/.test(path.at(-1) ?? '') ? value : `${path.at(-1)}: ${value}`;
  const isPlain = typeof raw === 'string' || typeof raw === 'number';
  if (isPlain && (form === 'date' || form === 'time')) return explainDate(name, line, shown, form === 'time');
  if (allowed) return explainChoice(name, shown, allowed, line);
  if (zodIssue.code === 'invalid_type') return explainType(zodIssue.expected, raw, name, line);
  if ((zodIssue.code === 'invalid_format' || zodIssue.code === 'custom') && form !== undefined) {
    const explain = forms[form];
    if (explain) return explain(shown, name, line);
  }
  if (zodIssue.code === 'too_small' && zodIssue.origin === 'string')
    return {
      code: 'value-empty',
      message: `${capitalise(name)} is empty.`,
      fix: `Write something between the quotation marks${canGo ? ', or delete the line' : ''}.`,
    };
  if (zodIssue.code === 'too_big' && zodIssue.origin === 'string')
    return {
      code: 'limit-length',
      message: `${capitalise(name)} may have at most ${zodIssue.maximum} characters.`,
      fix: 'Shorten it.',
    };
  if (zodIssue.code === 'too_small' || zodIssue.code === 'too_big') {
    const limit = zodIssue.code === 'too_small' ? lowerLimit(zodIssue) : `at most ${zodIssue.maximum}`;
    const isList = zodIssue.origin === 'array';
    return {
      code: 'value-range',
      message: `${capitalise(name)} ${isList ? 'has no items' : `is ${shown}`}, but it must ${isList ? 'have' : 'be'} ${limit}.`,
      fix: isList
        ? `Write an item${canGo ? ', or delete the line' : ''}.`
        : `Write a number that is ${limit}.`,
    };
  }
  return {
    code: 'value-wrong',
    message: `${capitalise(name)} cannot be "${shown}".`,
    fix: 'Correct the value. A file of the same kind shows how it is written.',
  };
}

const lowerLimit = ({ inclusive, minimum }: z.core.$ZodIssueTooSmall) =>
  `${inclusive === false ? 'more than' : 'at least'} ${minimum}`;

function explainChoice(name: string, shown: string, allowed: string[], line: Line): ValueError {
  const nearest = findNearest(shown, allowed);
  return {
    code: 'value-unknown',
    message: `${capitalise(name)} cannot be "${shown}".${nearest ? ` Did you mean "${nearest}"?` : ''}`,
    fix: nearest
      ? `Write "${line(nearest)}".`
      : `Write ${allowed.length === 1 ? `"${line(allowed[0] ?? '')}", or delete the line` : 'one of the allowed values'}.`,
  };
}

function explainType(expected: string, raw: unknown, name: string, line: Line): ValueError {
  const shown = show(raw);
  const isNumber = expected === 'int' || expected === 'number';
  const inQuotes = typeof raw === 'string' && isNumber && /^\s*\d+(\.\d+)?\s*$/.test(raw);
  const found = typeof raw === 'number' ? `the number ${shown}` : `"${shown}"`;
  const message = `${capitalise(name)} must be ${typeNames[expected] ?? expected}, but this is ${typeof raw === 'object' ? shown : found}.`;
  if (inQuotes)
    return { code: 'value-type', message, fix: `Write "${line(raw.trim())}", without quotation marks.` };
  if (expected === 'string' && typeof raw !== 'object')
    return { code: 'value-type', message, fix: `Put it into quotation marks: ${line(`"${shown}"`)}` };
  return {
    code: 'value-type',
    message,
    fix: fixes[expected] ?? `Write "${line('…')}", with the text on the same line.`,
  };
}

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

const fixes: Record<string, string> = {
  number: 'Write digits only, without spaces, commas or a unit.',
  int: 'Write digits only, without a point or a comma.',
  boolean: 'Write true or false.',
  array: 'Write each item on a line of its own below the key, with a hyphen and a space before it.',
  object: 'Write each key on a line of its own below, with two spaces before it.',
};

/** A value in a message: in one line, and not too long. */
export function show(raw: unknown): string {
  if (raw === undefined) return 'nothing';
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'object' && raw !== null) return 'a group of keys';
  const text = (typeof raw === 'string' ? raw : JSON.stringify(raw)).replaceAll(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
