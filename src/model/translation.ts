import { z } from 'zod';
import { identify, type Entry, type Library, type TranslationEntry } from './entry.ts';
import { compareText } from './issue.ts';
import { isText, translationSchema } from './text.ts';
import { listLanguages } from './visibility.ts';

/** Makes a fingerprint of a text, in hexadecimal digits: at least six. */
export type Hash = (text: string) => string;

/** What a file says in one place: a field has one passage, the body below the fields one a paragraph. */
export interface Said {
  /** Dotted path, or `body`. */
  field: string;
  passages: string[];
}

/** What an original says otherwise than when its translation was confirmed. */
export interface Change {
  field: string;
  kind: 'changed' | 'new' | 'gone';
  /** What it says now and did not say then; empty where passages only moved or went. */
  passages: string[];
}

/** How an original stands in another language of the site. */
export interface Review {
  lang: string;
  original: Entry;
  /** The file of the translation, which may not be there yet. */
  file: string;
  translation: TranslationEntry | undefined;
  /** What is new in the original; undefined where the translation was never confirmed. */
  changes: Change[] | undefined;
  /** What the original says and the translation does not: visitors read the original there. */
  missing: Said[];
}

/** What a translation's file may hold: words, and what they were last compared with. */
export function translationFileSchema(original: z.ZodType) {
  const words = translationSchema(original);
  return z.strictObject({
    ...(words instanceof z.ZodObject ? words.shape : {}),
    translates: z.record(z.string(), z.string()).optional().meta({
      description:
        'Leave this to npm run translations -- --confirm: it notes what the original said when these words were last compared with it.',
    }),
  });
}

/** Lists all translatable text of a file. Dates and numbers are the same in all languages. */
export function listSaid({ data, body }: Pick<TranslationEntry, 'data' | 'body'>): Said[] {
  // A heading goes with what follows it; where lines break within a paragraph says nothing.
  const passages = (body?.markdown ?? '').split(/(?<!^#{1,6} .*)\n\s*\n/m).map(normalise);
  const said = passages.filter((passage) => passage !== '');
  return [...collect(data, ''), ...(said.length > 0 ? [{ field: 'body', passages: said }] : [])];
}

function collect(value: unknown, field: string): Said[] {
  if (isText(value)) return [{ field, passages: [normalise(value.text)] }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => collect(inner, field ? `${field}.${key}` : key));
}

const normalise = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** The fingerprints of all that an original says, by field: what its translation keeps as `translates`. */
export function fingerprint(original: Pick<Entry, 'data' | 'body'>, hash: Hash): Record<string, string> {
  return Object.fromEntries(
    listSaid(original).map(({ field, passages }) => [
      field,
      passages.map((passage) => shorten(hash(passage))).join(' '),
    ]),
  );
}

/** Six letters from a to p and no digits: YAML would read 123456 and 12e456 as numbers. */
const shorten = (digits: string) =>
  digits.slice(0, 6).replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));

/**
 * Finds what an original says otherwise than it did.
 * @param confirmed its fingerprints of then
 */
export function findChanges(
  confirmed: Readonly<Record<string, string>>,
  original: Pick<Entry, 'data' | 'body'>,
  hash: Hash,
): Change[] {
  const now = fingerprint(original, hash);
  const changed = listSaid(original).flatMap(({ field, passages }): Change[] => {
    const before = confirmed[field];
    if (before === undefined) return [{ field, kind: 'new', passages }];
    if (before === now[field]) return [];
    const known = before.split(' ');
    const isNew = (passage: string) => !known.includes(shorten(hash(passage)));
    return [{ field, kind: 'changed', passages: passages.filter(isNew) }];
  });
  const gone = Object.keys(confirmed).filter((field) => now[field] === undefined);
  return [...changed, ...gone.map((field): Change => ({ field, kind: 'gone', passages: [] }))];
}

/**
 * The fingerprints that a translation keeps when its original is copied, some fields left out and some passages
 * written otherwise, each in its place: what was up to date stays so, and what was old stays old.
 * @param confirmed the translation's fingerprints before
 */
export function carryFingerprints(
  confirmed: Readonly<Record<string, string>>,
  before: Pick<Entry, 'data' | 'body'>,
  after: Pick<Entry, 'data' | 'body'>,
  hash: Hash,
): Record<string, string> {
  const [old, now] = [fingerprint(before, hash), fingerprint(after, hash)];
  return Object.fromEntries(
    Object.entries(confirmed).flatMap(([field, words]) => {
      const [from, to] = [old[field]?.split(' '), now[field]?.split(' ')];
      if (!from) return [[field, words]];
      const carry = (word: string) => to?.[from.indexOf(word)] ?? word;
      return to ? [[field, words.split(' ').map(carry).join(' ')]] : [];
    }),
  );
}

/** Compares every original that says anything with its translations, language by language, file by file. */
export function reviewTranslations(library: Library, hash: Hash): Review[] {
  const keyOf = (entry: Pick<Entry, 'collection' | 'edition' | 'id'>, lang: string) =>
    `${identify(entry)}.${lang}`;
  const translations = new Map(library.translations.map((each) => [keyOf(each, each.lang), each]));
  const originals = (Object.values(library.originals).flat() as Entry[]).sort((a, b) =>
    compareText(a.file, b.file),
  );
  return listLanguages(library)
    .slice(1)
    .flatMap((lang) =>
      originals.flatMap((original): Review[] => {
        const translation = translations.get(keyOf(original, lang));
        const said = listSaid(original);
        if (!translation && said.length === 0) return [];
        const translated = new Set(translation && listSaid(translation).map(({ field }) => field));
        return [
          {
            lang,
            original,
            file: translation?.file ?? original.file.replace(/\.\w+$/, `.${lang}$&`),
            translation,
            changes: translation?.confirmed && findChanges(translation.confirmed.words, original, hash),
            missing: said.filter(({ field }) => !translated.has(field)),
          },
        ];
      }),
    );
}
