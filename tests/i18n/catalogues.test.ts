import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { arabicCatalogue } from '../site/arabic.ts';
import { readCatalogue } from '../site/interface.ts';

const english = readCatalogue('en');
const locales = readdirSync('src/i18n')
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
/** Whoever gives a phase's number gives it in both forms. */
const always = ['number', 'roman'];

/** The names of the values that a message takes. */
const placesOf = (message: string) =>
  [...message.matchAll(/\{(\w+)(?=[,}])/g)].flatMap(([, name]) => name ?? []);

describe.each(locales)('the words of the interface in %s', (locale) => {
  const catalogue = readCatalogue(locale);

  it('have the keys of the others, in the order of the alphabet', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english).sort());
  });

  it('can be formatted, and take no value but those that English takes', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      expect(
        () => new IntlMessageFormat(message, catalogue['locale'], undefined, { ignoreTag: true }),
        key,
      ).not.toThrow();
      const known = [...placesOf(english[key] ?? ''), ...always];
      expect({ key, unknown: placesOf(message).filter((name) => !known.includes(name)) }).toEqual({
        key,
        unknown: [],
      });
    }
  });

  it('are normalised, and none is empty', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      expect(message.normalize('NFC'), key).toBe(message);
      expect(message.trim(), key).not.toBe('');
    }
  });
});

it('has English and Korean', () => {
  expect(locales).toEqual(['en', 'ko']);
});

it('can be made for a language that is added', () => {
  const arabic = arabicCatalogue(english);
  expect(Object.keys(arabic)).toEqual(Object.keys(english));
  expect(() => arabicCatalogue({ 'new.count': '{count, plural, one {# new} other {# new}}' })).toThrow(
    'new.count',
  );
});
