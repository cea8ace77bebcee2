import { parse } from 'yaml';
import { splitFields } from '../yaml-edit.ts';
import { valueAt, type Entry, type Library } from '../../../src/model/entry.ts';
import { isText } from '../../../src/model/text.ts';
import type { Kind } from './columns.ts';
import { readOrigin } from './origin.ts';
import type { Origin } from './reading.ts';

/** An entry that is there, as a row may mean it. */
export interface Existing {
  id: string;
  /** How messages name the file. */
  file: string;
  /** All of the file, as it is written. */
  text: string;
  /** Its fields as they are written. */
  data: unknown;
  /** Its name in all languages of the site. */
  names: string[];
  /** The fields of its translations. */
  translations: unknown[];
  /** See `Keys.only`. */
  only: string | undefined;
  /** First day, or day and time, of an event. */
  start: string | undefined;
  origin: Origin | undefined;
  hasBody: boolean;
}

/**
 * Lists what an edition has of a kind.
 * @param readText gives the text of a file, as it is, by how messages name it
 */
export function listExisting(
  library: Library,
  kind: Kind,
  edition: string,
  readText: (file: string) => string,
): Existing[] {
  const entries: Entry[] = library.originals[kind];
  return entries
    .filter((entry) => entry.edition === edition)
    .map((entry) => {
      const text = readText(entry.file);
      const data: unknown = parse(splitFields(text).yaml, { logLevel: 'silent' });
      const translations = library.translations
        .filter((each) => each.collection === kind && each.edition === edition && each.id === entry.id)
        .map((each) => each.data);
      const names = [entry.data, ...translations].flatMap((each) => listNames(each));
      const { start } = entry.data as { start?: string };
      return {
        ...{ id: entry.id, file: entry.file, text, data, names, translations, start },
        only: onlyKey(entry),
        origin: readOrigin(text),
        hasBody: (entry.body?.markdown.trim() ?? '') !== '',
      };
    });
}

function listNames(data: unknown): string[] {
  const { name, title } = data as { name?: unknown; title?: unknown };
  return [name, title].flatMap((each) => (isText(each) ? [each.text] : []));
}

function onlyKey({ collection, data }: Entry): string | undefined {
  if (collection === 'weeks') {
    const { phase, number } = data as Entry<'weeks'>['data'];
    return `${phase} week ${number}`;
  }
  const { kind, rank } = data as Entry<'prizes'>['data'];
  return collection === 'prizes' && kind === 'money' && rank !== undefined ? `place ${rank}` : undefined;
}

/** The words at a dotted path of fields that were read, whatever language they are in. */
export function wordsAt(data: unknown, field: string): unknown {
  const value = valueAt(data, field);
  return isText(value) ? value.text : value;
}
