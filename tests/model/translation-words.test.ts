import { expect, it } from 'vitest';
import { describeChange, describeMissing } from '../../src/model/translation-words.ts';

const changed = (field: string, ...passages: string[]) =>
  describeChange({ field, kind: 'changed', passages });

it('names a field from the inside out', () => {
  expect(changed('title', 'Streets')).toBe('"title" is now “Streets”');
  expect(changed('cost.text', 'Nothing')).toBe('"text" of "cost" is now “Nothing”');
  expect(changed('places.0', 'Seoul')).toBe('the 1st item of "places" is now “Seoul”');
  expect(changed('venues.2.name', 'Hall')).toBe('"name" of the 3rd item of "venues" is now “Hall”');
});

it('quotes the beginnings of a few paragraphs', () => {
  expect(changed('body', '## What it costs Nothing.')).toBe(
    'the text has changed at “What it costs Nothing.”',
  );
  expect(changed('body', 'One', 'two, and more')).toBe('the text has changed at “One” and “two, and more”');
  expect(changed('body', 'a', 'b', 'c', 'd', 'e')).toBe('the text has changed at “a”, “b”, “c” and 2 more');
  expect(changed('title', '가'.repeat(61))).toBe(`"title" is now “${'가'.repeat(59)}…”`);
  expect(changed('body')).toBe('the text has lost a passage, or its passages have moved');
});

it('says what is new, gone or missing', () => {
  expect(describeChange({ field: 'body', kind: 'new', passages: ['One', 'two'] })).toBe(
    'the text is new: “One”',
  );
  expect(describeChange({ field: 'statusNote', kind: 'gone', passages: [] })).toBe('"statusNote" is gone');
  expect(describeMissing({ field: 'body', passages: ['One', 'two'] })).toBe('the text: “One”');
});
