import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isOptionalAt, keysAt, metaAt } from '../../src/reader/field.ts';

const schema = z.strictObject({
  name: z.string().transform(String).meta({ description: 'The name.' }),
  links: z
    .array(z.strictObject({ url: z.url().meta({ description: 'The address.', form: 'url' }) }))
    .optional(),
  source: z
    .union([z.strictObject({ a: z.string() }), z.array(z.strictObject({ b: z.string() }))])
    .default({ a: '' }),
});

describe('what a schema says of the field at a path', () => {
  it('is its sentence and its form, in lists, too', () => {
    expect(metaAt(schema, ['name'])).toEqual({ description: 'The name.', form: undefined });
    expect(metaAt(schema, ['links', '3', 'url'])).toEqual({ description: 'The address.', form: 'url' });
    expect(metaAt(schema, ['nothing'])).toEqual({ description: undefined, form: undefined });
  });

  it('is which keys may stand below it, in any of its forms', () => {
    expect(keysAt(schema, [])).toEqual(['name', 'links', 'source']);
    expect(keysAt(schema, ['links', '0'])).toEqual(['url']);
    expect(keysAt(schema, ['source'])).toEqual(['a']);
    expect(keysAt(schema, ['source', '0'])).toEqual(['b']);
    expect(keysAt(schema, ['constructor'])).toEqual([]);
  });

  it('is whether it may be left out', () => {
    expect(['name', 'links', 'source'].map((key) => isOptionalAt(schema, [key]))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
