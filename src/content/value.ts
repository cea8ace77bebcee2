import type { z } from 'zod';
import { findNearest } from '../domain/nearest.ts';
import type { Problem } from '../domain/problem.ts';
import { explainDate } from './day.ts';
import { capitalise, nameField } from '../domain/field-name.ts';

/** What is wrong with a value, and what to write instead. */
export type ValueWords = Pick<Problem, 'code' | 'message' | 'fix'>;

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
export function explainValue(issue: z.core.$ZodIssue, refused: Refused): ValueWords {
  const { path, raw, allowed, form, canGo } = refused;
  const shown = show(raw);
  const name = nameField(path);
  const line = (value: string) =>
    path.at(-2) && /^\d+$/.test(path.at(-1) ?? '') ? value : `${path.at(-1)}: ${value}`;
  const isPlain = typeof raw === 'string' || typeof raw === 'number';
  if (isPlain && (form === 'date' || form === 'time')) return explainDate(name, line, shown, form === 'time');
  if (allowed) return explainChoice(name, shown, allowed, line);
  if (issue.code === 'invalid_type') return explainType(issue.expected, raw, name, line);
  if (issue.code === 'invalid_format' && issue.format === 'url') return explainUrl(shown, line);
  if (issue.code === 'invalid_format' && form && forms[form]) return forms[form](shown, name, line);
  if (issue.code === 'too_small' && issue.origin === 'string')
    return {
      code: 'value-empty',
      message: `${capitalise(name)} is empty.`,
      fix: `Write something between the quotation marks${canGo ? ', or delete the line' : ''}.`,
    };
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = issue.code === 'too_small' ? lowerLimit(issue) : `at most ${issue.maximum}`;
    const isList = issue.origin === 'array';
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

type Line = (value: string) => string;

function explainChoice(name: string, shown: string, allowed: string[], line: Line): ValueWords {
  const nearest = findNearest(shown, allowed);
  return {
    code: 'value-unknown',
    message: `${capitalise(name)} cannot be "${shown}".${nearest ? ` Did you mean "${nearest}"?` : ''}`,
    fix: nearest
      ? `Write "${line(nearest)}".`
      : `Write ${allowed.length === 1 ? `"${line(allowed[0] ?? '')}", or delete the line` : 'one of the allowed values'}.`,
  };
}

function explainType(expected: string, raw: unknown, name: string, line: Line): ValueWords {
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

function explainUrl(shown: string, line: Line): ValueWords {
  const code = 'link-https';
  if (/^http:\/\//i.test(shown))
    return {
      code,
      message: `The link "${shown}" is not encrypted: it begins with http:// instead of https://.`,
      fix: `Write "${line(shown.replace(/^http:/i, 'https:'))}", after trying it in a browser.`,
    };
  const isBare = /^(\/\/)?[\w-]+(\.[\w-]+)+(\/|$)/.test(shown);
  return {
    code,
    message: `"${shown}" is not a full address that begins with https://.`,
    fix: isBare
      ? `Write "${line(`https://${shown.replace(/^\/\//, '')}`)}", after trying it in a browser.`
      : 'Open the page in a browser and copy its address, from https:// on.',
  };
}

/** Words for fields whose form a pattern describes, by the `form` that their schema has in its `meta`. */
const forms: Record<string, (shown: string, name: string, line: Line) => ValueWords> = {
  email: (shown) => ({
    code: 'email-wrong',
    message: `"${shown}" is not an e-mail address.`,
    fix: 'Write it as name@example.org.',
  }),
  country: (shown) => ({
    code: 'value-form',
    message: `A country is written as two capital letters, and "${shown}" is not.`,
    fix: 'Write its code of ISO 3166, such as KR for Korea or CH for Switzerland.',
  }),
  domain: (shown) => ({
    code: 'value-form',
    message: `"${shown}" is not a domain.`,
    fix: 'Write a domain of the organiser in small letters, such as example.org.',
  }),
  language: (shown, name) => ({
    code: 'value-form',
    message: `${capitalise(name)} is "${shown}", which is not the code of a language.`,
    fix: 'Write the code in small letters, such as en for English or ko for Korean.',
  }),
  published: (shown, name) => ({
    code: 'date-form',
    message: `${capitalise(name)} must be a year, a month or a day, but this is "${shown}".`,
    fix: 'Write it as 2022, 2022-05 or 2022-05-16.',
  }),
  id: (shown, name, line) => {
    const id = toId(shown);
    return {
      code: 'value-form',
      message: `${capitalise(name)} takes the name of a file without its ending, and "${shown}" cannot be one.`,
      fix: `Use small letters, digits and hyphens only${id ? `: "${line(id)}"` : ''}.`,
    };
  },
};

/** The id that a text most likely means: its letters and digits, small, with hyphens between them. */
export function toId(text: string): string {
  return text
    .toLowerCase()
    .replace(/\.(yaml|yml|mdx|md)$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** A value in a message: in one line, and not too long. */
export function show(raw: unknown): string {
  if (raw === undefined) return 'nothing';
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'object' && raw !== null) return 'a group of keys';
  const text = (typeof raw === 'string' ? raw : JSON.stringify(raw)).replaceAll(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
