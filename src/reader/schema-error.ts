import type { z } from 'zod';
import { issueAt } from '../model/entry.ts';
import { findNearest } from '../model/nearest.ts';
import type { Issue } from '../model/issue.ts';
import { capitalise, nameField } from '../model/field-name.ts';
import { isOptionalAt, keysAt, metaAt } from './field.ts';
import { explainValue, show } from './value.ts';
import type { ParsedYaml } from './yaml.ts';

/** What a file is read against, and where issues point. */
export interface SchemaContext {
  file: string;
  yaml: ParsedYaml;
  schema: z.ZodType;
  /** A translation may say words only: an unknown key gets another explanation. */
  isTranslation: boolean;
}

type ZodIssue = z.core.$ZodIssue;

/**
 * Turns what a schema found wrong into issues that a person who does not program can mend.
 * @returns at least one issue for each of them
 */
export function explainIssues(zodIssues: readonly ZodIssue[], context: SchemaContext): Issue[] {
  const issues = zodIssues.flatMap((zodIssue) => explainIssue(zodIssue, context));
  // A misspelt key is missing under its right name as well: that is one mistake.
  const meant = new Set(issues.map((issue) => issue.meant));
  return issues
    .filter(({ code, field }) => code !== 'key-missing' || !meant.has(field))
    .map(({ meant: _, ...issue }) => issue);
}

/** An issue, and the field that a misspelt key means. */
type Explained = Issue & { meant?: string | undefined };

function explainIssue(zodIssue: ZodIssue, context: SchemaContext): Explained[] {
  const path = zodIssue.path.map(String);
  const raw = path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
    context.yaml.data,
  );
  if (zodIssue.code === 'unrecognized_keys')
    return zodIssue.keys.map((key) => explainKey(key, path, context));
  if (zodIssue.code === 'invalid_union') {
    const best = findBestForm(zodIssue, raw);
    if (best.length > 0) return best.flatMap((inner) => explainIssue(inner, context));
  }
  const field = path.join('.');
  const entry = { file: context.file, positions: context.yaml.positions };
  const meta = metaAt(context.schema, path);
  const allowed = zodIssue.code === 'invalid_value' ? zodIssue.values.map(String) : undefined;
  if (path.length === 0) return [issueAt(entry, { ...rootWords, value: show(raw) })];
  const canGo = isOptionalAt(context.schema, path);
  if (raw !== undefined && raw !== null) {
    const words = explainValue(zodIssue, { path, raw, allowed, form: meta.form, canGo });
    return [issueAt(entry, { field, value: show(raw), allowed, ...words })];
  }
  const line = `Write "${path.at(-1)}: …"`;
  return [
    issueAt(entry, {
      code: 'key-missing',
      field,
      allowed,
      message: raw === null ? `${capitalise(nameField(path))} has no value.` : explainMissing(path),
      fix: [`${line}${raw === null && canGo ? ', or delete the line' : ''}.`, meta.description ?? '']
        .join(' ')
        .trim(),
    }),
  ];
}

function explainMissing(path: string[]): string {
  const parent = path.slice(0, -1);
  return parent.length === 0
    ? `"${path[0]}" is missing.`
    : `"${path.at(-1)}" is missing below ${nameField(parent)}.`;
}

const rootWords = {
  code: 'value-type',
  message: 'This file does not hold fields, each with a key and a value.',
  fix: 'Write one "key: value" a line, with a space after the colon. A file of the same kind shows which.',
};

function explainKey(key: string, path: string[], context: SchemaContext): Explained {
  const { file, yaml, schema, isTranslation } = context;
  const field = [...path, key].join('.');
  const allowed = keysAt(schema, path);
  const nearest = findNearest(key, allowed);
  const place = yaml.keys[field];
  const issue = {
    ...issueAt({ file, positions: yaml.positions }, { code: '', field, allowed, message: '', fix: '' }),
    ...place,
  };
  if (isTranslation && !nearest)
    return {
      ...issue,
      code: 'translation-fact',
      message: `A translation holds words only, and "${key}" is none of them.`,
      fix: 'Delete it: the value comes from the original.',
    };
  const where = path.length === 0 ? 'here' : `below ${nameField(path)}`;
  return {
    ...issue,
    code: 'key-unknown',
    meant: nearest && [...path, nearest].join('.'),
    message: `There is no key "${key}" ${where}.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
    fix: nearest ? `Write "${nearest}:".` : 'Write one of the allowed keys, or delete the line.',
  };
}

/** Of the forms that a value may have, the issues of the one that fits best: the author meant that one. */
function findBestForm(zodIssue: z.core.$ZodIssueInvalidUnion, raw: unknown): ZodIssue[] {
  const forms = zodIssue.errors.filter((found) => found.length > 0);
  const [best = []] = forms.toSorted((a, b) => weigh(a, raw) - weigh(b, raw));
  return best.map((inner) => ({ ...inner, path: [...zodIssue.path, ...inner.path] }));
}

function weigh(zodIssues: readonly ZodIssue[], raw: unknown): number {
  const hasOtherShape = zodIssues.some((each) => each.code === 'invalid_type' && each.path.length === 0);
  return zodIssues.length + (hasOtherShape && raw !== undefined ? 100 : 0);
}
