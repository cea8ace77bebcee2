import { z } from 'zod';

/** Words for visitors, with the language that they are written in (BCP 47). */
export interface Text {
  text: string;
  lang: string;
}

/**
 * A schema field that holds words. It takes a string and gives a `Text` whose `lang` is still empty:
 * the reader fills it in with `stampLanguage`, since only the file's name says which language it is.
 */
export function words(description: string) {
  return z
    .string()
    .trim()
    .min(1)
    .transform((text): Text => ({ text: text.normalize('NFC'), lang: '' }))
    .meta({ words: true, description });
}

/** The same for a title or a name, which stands in one line: some calendars skip events whose title has two. */
export function title(description: string) {
  return z
    .string()
    .trim()
    .min(1)
    .regex(singleLine)
    .transform((text): Text => ({ text: text.normalize('NFC'), lang: '' }))
    .meta({ words: true, description, form: 'line' });
}

/** Text without a line break. */
export const singleLine = /^[^\n\v\f\r\u0085\u2028\u2029]*$/;

/** Says whether a parsed value is a `Text`. */
export function isText(value: unknown): value is Text {
  return isRecord(value) && typeof value['text'] === 'string' && typeof value['lang'] === 'string';
}

/**
 * The HTML attributes of words on a page in another language: the language of the words, and their direction
 * where it differs. None on a page in their own.
 * @param lang the language of the words
 * @param locale the language of the page
 */
export function markForeign(lang: string, locale: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (lang === locale) return {};
  return directionOf(lang) === directionOf(locale) ? { lang } : { lang, dir: directionOf(lang) };
}

/** The direction in which a language is written. */
export const directionOf = (lang: string) =>
  new Intl.Locale(lang).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';

/** Returns a copy of parsed data in which every `Text` bears `lang`. */
export function stampLanguage<T>(data: T, lang: string): T {
  return mapValue(data, (text) => ({ ...text, lang })) as T;
}

function mapValue(value: unknown, change: (text: Text) => Text): unknown {
  if (isText(value)) return change(value);
  if (Array.isArray(value)) return value.map((item) => mapValue(item, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapValue(item, change)]));
}

/**
 * Lays a translation's words over the original. Lists are matched by place. What the translation
 * does not say stays in the original's language, and its `Text` says so.
 */
export function translateData<T>(original: T, translation: unknown): T {
  if (isText(original)) return (isText(translation) ? translation : original) as T;
  if (Array.isArray(original)) {
    const list: unknown[] = Array.isArray(translation) ? translation : [];
    return original.map((item: unknown, index) => translateData(item, list[index])) as T;
  }
  if (!isRecord(original) || !isRecord(translation)) return original;
  return Object.fromEntries(
    Object.entries(original).map(([key, item]) => [key, translateData(item, translation[key])]),
  ) as T;
}

/**
 * Derives what a translation may say from the schema of the original: its words and nothing else,
 * each optional. Returns undefined where a schema holds no words at all.
 */
export function translationSchema(schema: z.ZodType): z.ZodType | undefined {
  if (schema.meta()?.['words']) return schema;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return translationSchema(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodArray) {
    const element = translationSchema(schema.element as z.ZodType);
    return element && z.array(element);
  }
  if (!(schema instanceof z.ZodObject)) return undefined;
  const shape = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, field]) => {
    const translated = translationSchema(field);
    return translated ? [[key, translated.optional()] as const] : [];
  });
  return shape.length > 0 ? z.strictObject(Object.fromEntries(shape)) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
