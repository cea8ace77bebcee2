import { z } from 'zod';
import { collections, type CollectionName } from '../../../src/model/registry.ts';
import { translationFileSchema } from '../../../src/model/translation.ts';

/** A JSON Schema of draft 7, which is the draft that YAML editors read. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What an author meets if a value has the wrong form, instead of a pattern; by `form` of the field. */
const formWords: Record<string, string> = {
  date: 'Write a day that exists, as year-month-day: 2022-03-07.',
  time: 'Write a day, or a day and a time: 2022-03-07 or 2022-03-07T15:00.',
  published: 'Write a year, a month or a day: 2022, 2022-05 or 2022-05-16.',
  url: 'Write a full address that begins with https://.',
  email: 'Write an e-mail address, such as name@example.org.',
  id: 'Write the name of a file without its ending: small letters, digits and hyphens.',
  country: 'Write two capital letters, such as KR.',
  domain: 'Write a domain in small letters, such as example.org.',
  language: 'Write the code of a language, such as en or ko.',
};

/** What zod checks with code and JSON Schema says with a pattern; by `form` of the field. */
const formPatterns: Record<string, string> = {
  time: z.regexes.date.source.replace(/\$$/, '(T([01]\\d|2[0-3]):[0-5]\\d)?$'),
  url: '^https://[^/\\s]+\\.[^/\\s]+',
};

/** A field as zod gives it, with what the house notes in `meta`. */
type Noted = JsonSchema & { form?: string };

/**
 * The JSON Schema of what is written in a file. It has the sentence of each field as `description`.
 * The field `form` is kept for the reference; `forEditors` takes it away.
 */
export function describeSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    ...{ io: 'input', target: 'draft-7', unrepresentable: 'any' },
    override: ({ jsonSchema }) => {
      const field: Noted = jsonSchema;
      delete field['words'];
      delete field['timezone'];
      delete field['currency'];
      // Editors would write an empty list for the author.
      if (Array.isArray(field.default)) delete field.default;
      if (field.form === undefined) return;
      const pattern = formPatterns[field.form];
      if (pattern !== undefined) field.pattern = pattern;
      if (formWords[field.form] !== undefined) field['patternErrorMessage'] = formWords[field.form];
    },
  });
}

/** The schema of a kind of file, or of its translations, as editors read it. */
export function editorSchema(name: CollectionName, isTranslation: boolean): JsonSchema {
  const { schema } = collections[name];
  const described = describeSchema(isTranslation ? translationFileSchema(schema) : schema);
  return JSON.parse(
    JSON.stringify(described, (key, value: unknown) => (key === 'form' ? undefined : value)),
  ) as JsonSchema;
}
