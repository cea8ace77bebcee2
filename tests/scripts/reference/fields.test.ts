import { describe, expect, it } from 'vitest';
import {
  describeValues,
  listFields,
  listTopFields,
  renderFields,
} from '../../../scripts/lib/reference/fields.ts';
import type { CollectionReference } from '../../../scripts/lib/reference/collections.ts';
import type { FieldSchema } from '../../../scripts/lib/reference/schema.ts';

const schema: FieldSchema = {
  type: 'object',
  required: ['title', 'amount'],
  properties: {
    title: { type: 'string', description: 'The title | the name.' },
    amount: {
      type: 'object',
      required: ['value'],
      description: 'How much.',
      properties: { value: { type: 'number', description: 'Digits only.' } },
    },
    places: {
      type: 'array',
      description: 'Where.',
      items: { type: 'object', properties: { name: { type: 'string', description: 'Its name.' } } },
    },
  },
};

describe('listFields', () => {
  it('lists nested fields after the field that holds them', () => {
    expect(listFields(schema).map(({ path, isRequired }) => [path, isRequired])).toEqual([
      ['title', true],
      ['amount', true],
      ['amount.value', true],
      ['places', false],
      ['places[].name', false],
    ]);
  });

  it('takes the fields of the first alternative that has any', () => {
    const alternatives = { anyOf: [{ type: 'string' }, schema] };
    expect(listFields({ properties: { x: alternatives } }).map(({ path }) => path)).toContain(
      'x.amount.value',
    );
  });
});

describe('listTopFields', () => {
  it('leaves out nested fields', () => {
    expect(listTopFields(schema).map(({ path }) => path)).toEqual(['title', 'amount', 'places']);
  });
});

describe('describeValues', () => {
  it.each<[FieldSchema, string]>([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', enum: ['a', 'b'] }, '`a`, `b`'],
    [{ type: 'string', const: 'a' }, '`a`'],
    [{ type: 'string', form: 'date' }, 'a day: year-month-day'],
    [{ type: 'boolean' }, '`true`, `false`'],
    [{ type: 'number' }, 'a number'],
    [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'a whole number, 1 or more'],
    [{ type: 'integer', minimum: 1, maximum: 17 }, 'a whole number, 1 to 17'],
    [{ type: 'integer', minimum: Number.MIN_SAFE_INTEGER }, 'a whole number'],
    [{ type: 'object' }, 'the fields below'],
    [{ type: 'array', items: { type: 'object', properties: {} } }, 'a list'],
    [{ type: 'array', items: { type: 'string' } }, 'a list: text each'],
    [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, 'text, or a whole number'],
  ])('describes %o', (field, expected) => {
    expect(describeValues(field)).toBe(expected);
  });
});

describe('renderFields', () => {
  it('renders a table for each collection', () => {
    const prizes: CollectionReference = {
      name: 'prizes',
      title: 'A prize',
      description: 'Something to win.',
      path: 'prizes/<id>.yaml',
      schema,
      hasBody: false,
    };
    expect(renderFields([prizes], 'All of it.')).toMatchInlineSnapshot(`
      "# Every field

      All of it.

      ## A prize

      Something to win. Files: \`prizes/<id>.yaml\`.

      | field | what to write | needed | values |
      | --- | --- | --- | --- |
      | \`title\` | The title \\| the name. | yes | text |
      | \`amount\` | How much. | yes | the fields below |
      | \`amount.value\` | Digits only. | yes | a number |
      | \`places\` | Where. | no | a list |
      | \`places[].name\` | Its name. | no | text |
      "
    `);
  });
});
