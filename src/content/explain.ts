import type { z } from 'zod';
import { lastDayOfMonth } from '../domain/date.ts';
import { problemAt } from '../domain/entry.ts';
import { findNearest } from '../domain/nearest.ts';
import type { Problem } from '../domain/problem.ts';
import type { ParsedYaml } from './yaml.ts';

/** What a file is read against, and where problems point. */
export interface SchemaContext {
  file: string;
  yaml: ParsedYaml;
  schema: z.ZodType;
  /** A translation may say words only: an unknown key gets another explanation. */
  isTranslation: boolean;
}

type Issue = z.core.$ZodIssue;

/** Turns what a schema found wrong into problems that a person who does not program can mend. */
export function explainIssues(issues: readonly Issue[], context: SchemaContext): Problem[] {
  return issues.flatMap((issue) => explainIssue(issue, context));
}

function explainIssue(issue: Issue, context: SchemaContext): Problem[] {
  const path = issue.path.map(String);
  const field = path.join('.');
  const raw = path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null)?.[key],
    context.yaml.data,
  );
  const entry = { file: context.file, positions: context.yaml.positions };
  const name = path.at(-1) ?? 'file';
  const value = raw === undefined ? undefined : show(raw);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => explainKey(key, path, context));
  if (issue.code === 'invalid_union') return explainUnion(issue, context, raw);
  if (raw === undefined || raw === null) {
    const sentence = describe(context.schema, path);
    return [
      problemAt(entry, {
        code: 'key-missing',
        field,
        allowed: allowedOf(issue),
        message: raw === null ? `"${name}" has no value.` : `"${field}" is missing.`,
        fix: `Write "${name}: …".${sentence ? ` ${sentence}` : ''}`,
      }),
    ];
  }
  return [problemAt(entry, { field, value, ...explainValue(issue, name, raw) })];
}

function explainKey(key: string, path: string[], context: SchemaContext): Problem {
  const field = [...path, key].join('.');
  const keys = keysAt(context.schema, path);
  const nearest = findNearest(key, keys);
  const position = context.yaml.keys[field] ?? context.yaml.positions[path.join('.')];
  return {
    severity: 'error',
    file: context.file,
    line: position?.line ?? 1,
    column: position?.column ?? 1,
    field,
    ...(context.isTranslation
      ? {
          code: 'translation-fact',
          allowed: keys,
          message: `A translation holds words only, and "${key}" is not one of them.`,
          fix: `Delete the line: the value comes from the original. A translation may say ${keys.join(', ')}.`,
        }
      : {
          code: 'key-unknown',
          allowed: keys,
          message: `There is no key "${key}" here.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
          fix: nearest ? `Write "${nearest}:".` : `Use one of ${keys.join(', ')}, or delete the line.`,
        }),
  };
}

function explainUnion(issue: z.core.$ZodIssueInvalidUnion, context: SchemaContext, raw: unknown): Problem[] {
  // The form that fits best is the one with the fewest faults: its faults are what the author meant to write.
  const forms = issue.errors
    .filter((found) => found.length > 0)
    .sort((a, b) => weigh(a, raw) - weigh(b, raw));
  const best = forms[0] ?? [];
  return best.flatMap((inner) =>
    explainIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue, context),
  );
}

function weigh(issues: readonly Issue[], raw: unknown): number {
  const wrongShape = issues.some(
    (each) => each.code === 'invalid_type' && each.path.length === 0 && raw !== undefined,
  );
  return issues.length + (wrongShape ? 100 : 0);
}

type Explanation = Pick<Problem, 'code' | 'message' | 'fix'> & { allowed?: string[] | undefined };

function explainValue(issue: Issue, name: string, raw: unknown): Explanation {
  const shown = show(raw);
  const allowed = allowedOf(issue);
  if (allowed) {
    const nearest = findNearest(shown, allowed);
    return {
      code: 'value-unknown',
      allowed,
      message: `"${name}" cannot be "${shown}".${nearest ? ` Did you mean "${nearest}"?` : ''}`,
      fix: `Write ${allowed.map((each) => `"${each}"`).join(' or ')}.`,
    };
  }
  if (issue.code === 'custom' && issue.params?.['kind'] === 'date-or-time')
    return explainDate(name, shown, true);
  if (issue.code === 'invalid_format' && issue.format === 'date') return explainDate(name, shown, false);
  if (issue.code === 'invalid_format' && (issue.format === 'url' || issue.format === 'email'))
    return issue.format === 'email'
      ? {
          code: 'email-wrong',
          message: `"${shown}" is not an e-mail address.`,
          fix: 'Write it as name@example.org.',
        }
      : explainLink(shown);
  if (issue.code === 'invalid_format') return explainFormat(name, shown);
  if (issue.code === 'invalid_type')
    return {
      code: 'value-type',
      message: `"${name}" takes ${typeNames[issue.expected] ?? issue.expected}, and "${shown}" is none.`,
      fix:
        issue.expected === 'string'
          ? `Write ${name}: "${shown}", in quotation marks.`
          : `Write "${name}: ${examples[issue.expected] ?? '…'}".`,
    };
  if (issue.code === 'too_small' && issue.origin === 'string')
    return {
      code: 'value-empty',
      message: `"${name}" is empty.`,
      fix: 'Write the words, or delete the line.',
    };
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
    return {
      code: 'value-range',
      message: `"${name}" must ${issue.origin === 'array' ? `have ${limit} item` : `be ${limit}`}, and this is ${shown || 'empty'}.`,
      fix: `Write a value of ${limit}.`,
    };
  }
  return {
    code: 'value-wrong',
    message: `"${name}" cannot be "${shown}": ${issue.message}.`,
    fix: 'Correct the value.',
  };
}

/** What is wrong with a date, and the date most likely meant. */
function explainDate(name: string, shown: string, withTime: boolean): Explanation {
  const [, year = '', month = '', day = '', rest = ''] =
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(.*)$/.exec(shown) ?? [];
  const padded = year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const last = padded ? lastDayOfMonth(padded) : undefined;
  if (last && padded > last)
    return {
      code: 'date-impossible',
      message: `"${shown}" is no day of the calendar: that month ends on ${last}.`,
      fix: `Write the right day, such as "${name}: ${last}".`,
    };
  const form = withTime ? '2022-03-07, or with a time 2022-03-07T15:00' : '2022-03-07';
  return {
    code: 'date-form',
    message: `"${name}" takes a date as year-month-day, and "${shown}" is none.`,
    fix: last && (!rest || withTime) ? `Write "${name}: ${padded}${fixTime(rest)}".` : `Write it as ${form}.`,
  };
}

function fixTime(rest: string): string {
  const [, hour, minute] = /^[T ](\d{1,2}):(\d{2})/.exec(rest) ?? [];
  return hour ? `T${hour.padStart(2, '0')}:${minute}` : '';
}

/** What is wrong with a public address. */
export function explainLink(shown: string): Explanation {
  const fixed = shown.replace(/^(http:)?\/\//, 'https://');
  const plain = /^[\w-]+(\.[\w-]+)+/.test(shown) ? `https://${shown}` : 'https://…';
  return {
    code: 'link-https',
    message: `"${shown}" is not an address that begins with https://.`,
    fix: `Write ${fixed.startsWith('https://') ? fixed : plain}, after trying it in a browser.`,
  };
}

function explainFormat(name: string, shown: string): Explanation {
  if (name === 'country')
    return {
      code: 'value-form',
      message: `"country" takes two capital letters, and "${shown}" is not that.`,
      fix: 'Write the code of ISO 3166, such as KR for Korea or CH for Switzerland.',
    };
  if (name === 'calendarDomain')
    return {
      code: 'value-form',
      message: `"${shown}" is not a domain.`,
      fix: 'Write a domain of the organiser in small letters, such as example.org.',
    };
  if (name === 'date')
    return {
      code: 'date-form',
      message: `"date" takes a year, a month or a day, and "${shown}" is none.`,
      fix: 'Write 2022, 2022-05 or 2022-05-16.',
    };
  const slug = shown
    .toLowerCase()
    .replace(/\.(yaml|mdx)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    code: 'value-form',
    message: `"${shown}" cannot be the value of "${name}".`,
    fix: `Use small letters, digits and hyphens only${slug ? `: "${name}: ${slug}"` : ''}.`,
  };
}

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys of its own',
};
const examples: Record<string, string> = { number: '1', int: '1', boolean: 'true', array: '[…]' };

function allowedOf(issue: Issue): string[] | undefined {
  return issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
}

function show(raw: unknown): string {
  const text =
    typeof raw === 'object' && raw !== null
      ? Array.isArray(raw)
        ? 'a list'
        : 'keys with values'
      : String(raw);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

interface Unwrapped {
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  element?: z.ZodType;
  unwrap?: () => z.ZodType;
  in?: z.ZodType;
}

/** The schemas that a path of keys leads to. */
function schemasAt(schema: z.ZodType, path: string[]): z.ZodType[] {
  const parts = schema as Unwrapped;
  const [key, ...rest] = path;
  if (parts.options) return parts.options.flatMap((option) => schemasAt(option, path));
  if (parts.shape)
    return key === undefined ? [schema] : parts.shape[key] ? schemasAt(parts.shape[key], rest) : [];
  if (parts.element) return key === undefined ? [schema] : schemasAt(parts.element, rest);
  if (parts.unwrap) return [...(key === undefined ? [schema] : []), ...schemasAt(parts.unwrap(), path)];
  if (parts.in) return [...(key === undefined ? [schema] : []), ...schemasAt(parts.in, path)];
  return key === undefined ? [schema] : [];
}

const keysAt = (schema: z.ZodType, path: string[]) =>
  schemasAt(schema, path).flatMap((found) => Object.keys((found as Unwrapped).shape ?? {}));

/** The sentence for authors of the field at a path. */
const describe = (schema: z.ZodType, path: string[]) =>
  schemasAt(schema, path)
    .map((found) => found.meta()?.description)
    .find(Boolean);
