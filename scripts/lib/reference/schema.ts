import { z } from 'zod';
import { collections, type CollectionName } from '../../../src/model/registry.ts';
import { translationFileSchema } from '../../../src/model/translation.ts';

/** A JSON Schema of draft 7, which YAML editors support, as far as the reference reads it. */
export interface FieldSchema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  anyOf?: FieldSchema[];
  enum?: (string | number)[];
  const?: string | number;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  /** The name of a form in `valueForms`. */
  form?: string;
  /** What VS Code shows instead of the pattern. */
  patternErrorMessage?: string;
}

/** A form of text that a field takes, by the `form` that its zod schema has in its `meta`. */
interface ValueForm {
  /** How the field reference describes it. */
  values: string;
  /** What VS Code shows for a value of another form. */
  hint: string;
  /** A pattern for what zod checks with code. */
  pattern?: string;
}

export const valueForms: Partial<Record<string, ValueForm>> = {
  date: {
    values: 'a day: year-month-day',
    hint: 'Write a day that exists, as year-month-day: 2022-03-07.',
  },
  time: {
    values: 'a day, or a day and a time',
    hint: 'Write a day, or a day and a time: 2022-03-07 or 2022-03-07T15:00.',
    pattern: z.regexes.date.source.replace(/\$$/, '(T([01]\\d|2[0-3]):[0-5]\\d)?$'),
  },
  published: {
    values: 'a year, a month or a day',
    hint: 'Write a year, a month or a day: 2022, 2022-05 or 2022-05-16.',
  },
  url: {
    values: 'an address that begins with https://',
    hint: 'Write a full address that begins with https://.',
    pattern: '^https://[^/\\s]+\\.[^/\\s]+',
  },
  email: {
    values: 'an e-mail address',
    hint: 'Write an e-mail address, such as name@example.org.',
  },
  id: {
    values: 'the name of a file without its ending',
    hint: 'Write the name of a file without its ending: small letters, digits and hyphens.',
  },
  country: {
    values: 'two capital letters',
    hint: 'Write two capital letters, such as KR.',
  },
  domain: {
    values: 'a domain',
    hint: 'Write a domain in small letters, such as example.org.',
  },
  language: {
    values: 'the code of a language',
    hint: 'Write the code of a language, such as en or ko.',
  },
};

/** The JSON Schema of a zod schema's input, with the descriptions of its fields and their `form`. */
export function describeSchema(schema: z.ZodType): FieldSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema['words'];
      delete jsonSchema['timezone'];
      delete jsonSchema['currency'];
      // Editors would insert an empty list.
      if (Array.isArray(jsonSchema.default)) delete jsonSchema.default;
      const form = valueForms[String(jsonSchema['form'])];
      if (!form) return;
      if (form.pattern !== undefined) jsonSchema.pattern = form.pattern;
      jsonSchema['patternErrorMessage'] = form.hint;
    },
  }) as FieldSchema;
}

/** The JSON Schema of a collection's files, or of their translations, for editors. */
export function editorSchema(name: CollectionName, isTranslation: boolean): FieldSchema {
  const { schema } = collections[name];
  const described = describeSchema(isTranslation ? translationFileSchema(schema) : schema);
  const withoutForms = JSON.stringify(described, (key, value: unknown) =>
    key === 'form' ? undefined : value,
  );
  return JSON.parse(withoutForms) as FieldSchema;
}
