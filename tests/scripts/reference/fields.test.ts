import { describe, expect, it } from 'vitest';
import {
  describeValues,
  listFields,
  renderFields,
  type FieldSchema,
} from '../../../scripts/lib/reference/fields.ts';

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

describe('the fields of a schema', () => {
  it('are listed with those inside them', () => {
    expect(listFields(schema).map(({ path, needed }) => [path, needed])).toEqual([
      ['title', true],
      ['amount', true],
      ['amount.value', true],
      ['places', false],
      ['places[].name', false],
    ]);
  });

  it('are found in the first form that has any, where a field has several forms', () => {
    const forms = { anyOf: [{ type: 'string' }, schema] };
    expect(listFields({ properties: { x: forms } }).map(({ path }) => path)).toContain('x.amount.value');
  });
});

describe('the values of a field', () => {
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
  ])('are in words: %o', (field, expected) => {
    expect(describeValues(field)).toBe(expected);
  });
});

describe('the pages', () => {
  it('have a table for each kind of file', () => {
    const kind = { title: 'A prize', about: 'Something to win.', path: 'prizes/<id>.yaml' };
    const page = renderFields(
      [{ ...kind, example: 'prizes/first.yaml', schema, hasBody: false }],
      'All of it.',
    );
    expect(page).toMatchInlineSnapshot(`
      "# Every field

      All of it.

      ## A prize

      Something to win. Files: \`prizes/<id>.yaml\`, such as \`prizes/first.yaml\`.

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
