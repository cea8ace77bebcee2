import { describe, expect, it } from 'vitest';
import { capitalise, nameField } from '../../src/model/field-name.ts';

describe('the name of a field', () => {
  it.each([
    [['start'], '"start"'],
    [['amount', 'currency'], '"currency"'],
    [['languages', '0'], 'the 1st item of "languages"'],
    [['languages', '1'], 'the 2nd item of "languages"'],
    [['languages', '2'], 'the 3rd item of "languages"'],
    [['languages', '10'], 'the 11th item of "languages"'],
    [['languages', '20'], 'the 21st item of "languages"'],
    [['venues', '0', 'country'], '"country"'],
  ])('%j is %s', (path, expected) => {
    expect(nameField(path)).toBe(expected);
  });

  it('has a capital letter at the beginning of a sentence, but not inside its quotation marks', () => {
    expect([capitalise('the 1st item'), capitalise('"start"')]).toEqual(['The 1st item', '"start"']);
  });
});
