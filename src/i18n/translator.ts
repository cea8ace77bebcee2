import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import IntlMessageFormat from 'intl-messageformat';
import type { Translate } from '../model/translate.ts';

// Relative to the project's root: a build bundles this module into another folder.
const folder = resolve('src/i18n');

/** Reads the messages of a locale, or undefined if it has no file. */
function readCatalogue(locale: string): Record<string, string> | undefined {
  const file = join(folder, `${locale}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : undefined;
}

const translators = new Map<string, Translate>();

/**
 * Creates the translator of a locale from `src/i18n/<locale>.json`, in ICU MessageFormat.
 * @throws if the locale has no file; the translator throws if the file lacks a key
 */
export function createTranslator(locale: string): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const catalogue = readCatalogue(locale);
  if (!catalogue) throw new Error(`There is no file src/i18n/${locale}.json with the UI translations.`);
  const formatLocale = catalogue['locale'] ?? locale;
  const messages = new Map<string, IntlMessageFormat>();
  const translate: Translate = (key, values) => {
    const source = catalogue[key];
    if (source === undefined) throw new Error(`src/i18n/${locale}.json has no key "${key}".`);
    if (!source.includes('{')) return source;
    let message = messages.get(key);
    if (!message) {
      message = new IntlMessageFormat(source, formatLocale, undefined, { ignoreTag: true });
      messages.set(key, message);
    }
    return String(message.format(values));
  };
  translators.set(locale, translate);
  return translate;
}
