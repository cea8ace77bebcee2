import type { CollectionData, CollectionName } from './registry.ts';
import type { Position, Issue } from './issue.ts';

/** A link in a body, with its place in the file. */
export interface BodyLink extends Position {
  url: string;
}

/** A picture in a body, with its place in the file. */
export interface BodyImage extends Position {
  src: string;
  alt: string;
}

/** The Markdown below the front matter, and what the parser found in it. */
export interface Body {
  markdown: string;
  /** Its HTML, with links as they are written; undefined if it holds components: then Astro renders it as MDX. */
  html: string | undefined;
  /** Everything that visitors read in it as plain text, a line for each list item and table row. */
  text: string;
  /** The names of the components in it. */
  components: string[];
  links: BodyLink[];
  images: BodyImage[];
  /** The fragments that its headings can be reached by. */
  fragments: string[];
}

/** A content file that was read and found to fit its schema. */
export interface Entry<Name extends CollectionName = CollectionName> {
  collection: Name;
  edition: string | undefined;
  id: string;
  /** The language that the file is written in. */
  lang: string;
  data: CollectionData<Name>;
  body: Body | undefined;
  /** Path from the project's root. */
  file: string;
  /** Where each field stands, by dotted path; '' is the beginning of the data. */
  positions: Record<string, Position>;
}

/** All entries of a site: the originals by collection, and the translations beside them. */
export interface Library {
  originals: { [Name in CollectionName]: Entry<Name>[] };
  /** The data of a translation holds words only. */
  translations: TranslationEntry[];
  /** Ids of files that are there but could not be read, by collection: no reference to them is reported. */
  unreadable: { collection: CollectionName; edition: string | undefined; id: string }[];
}

export interface TranslationEntry {
  collection: CollectionName;
  edition: string | undefined;
  id: string;
  lang: string;
  data: unknown;
  body: Body | undefined;
  file: string;
  positions: Record<string, Position>;
  /** What its original said when the two were last compared; undefined before the first time. */
  confirmed?: Confirmation | undefined;
}

/** The field `translates` of a translation: fingerprints by field, and where it stands. */
export interface Confirmation extends Position {
  words: Record<string, string>;
}

/** The id of an entry's body in Astro's store: its path inside the content folder without ending. */
export function bodyId(
  entry: Pick<Entry, 'collection' | 'edition' | 'id' | 'lang'>,
  isTranslation: boolean,
): string {
  const name = isTranslation ? `${entry.id}.${entry.lang}` : entry.id;
  return [entry.edition, entry.collection, name].filter((part) => part !== undefined).join('/');
}

/** What names an entry among all: an original and its translations share it. */
export function identify(entry: Pick<Entry, 'collection' | 'edition' | 'id'>): string {
  return `${entry.collection}/${entry.edition ?? ''}/${entry.id}`;
}

type Detail = Omit<Issue, 'file' | 'line' | 'column' | 'severity'> & { severity?: Issue['severity'] };

/**
 * Makes an issue at a field of an entry: at the field itself, else at the nearest field around it.
 */
export function issueAt(entry: { file: string; positions: Record<string, Position> }, detail: Detail): Issue {
  const position = findPosition(entry.positions, detail.field ?? '');
  return { severity: 'error', ...detail, file: entry.file, ...position };
}

/** The place of a dotted field path, or of the nearest field around it. */
export function findPosition(positions: Record<string, Position>, field: string): Position {
  const parts = field === '' ? [] : field.split('.');
  for (let length = parts.length; length >= 0; length -= 1) {
    const found = positions[parts.slice(0, length).join('.')];
    if (found) return found;
  }
  return { line: 1, column: 1 };
}

/** The value at a dotted path of data; undefined where there is none. */
export function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
}
