import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import IntlMessageFormat from 'intl-messageformat';
import type { Translate } from '../model/translate.ts';

// Found from the project's folder: in a build this module is part of a bundle that lies elsewhere.
const folder = resolve('src/i18n');

/** The words of a language, or undefined where there is no file of them. */
function readCatalogue(locale: string): Record<string, string> | undefined {
  const file = join(folder, `${locale}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : undefined;
}

const translators = new Map<string, Translate>();

/**
 * Makes the translator of a language from `src/i18n/<locale>.json`. Messages are in ICU MessageFormat, so
 * that plurals and numbers follow the language.
 * @param locale a language of site.yaml
 * @returns a function from a key to words; values take the places in braces
 * @throws if the language has no file, or the file lacks the key
 */
export function createTranslator(locale: string): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const catalogue = readCatalogue(locale);
  if (!catalogue)
    throw new Error(`There is no file src/i18n/${locale}.json with the words of the interface.`);
  const formatLocale = catalogue['locale'] ?? locale;
  const messages = new Map<string, IntlMessageFormat>();
  const translate: Translate = (key, values) => {
    const words = catalogue[key];
    if (words === undefined) throw new Error(`src/i18n/${locale}.json has no key "${key}".`);
    if (!words.includes('{')) return words;
    let message = messages.get(key);
    if (!message) {
      message = new IntlMessageFormat(words, formatLocale, undefined, { ignoreTag: true });
      messages.set(key, message);
    }
    return String(message.format(values));
  };
  translators.set(locale, translate);
  return translate;
}
