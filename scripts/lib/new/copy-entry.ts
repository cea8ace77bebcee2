import { parse } from 'yaml';
import { collections, type CollectionName } from '../../../src/model/registry.ts';
import type { BodyLink } from '../../../src/model/entry.ts';
import type { ProgrammeData } from '../../../src/model/schemas/programme.ts';
import { shiftDate } from './shift.ts';
import { editFields, splitFields } from '../yaml-edit.ts';
import { metaAt } from '../../../src/reader/field.ts';

/** What has to be decided anew when an edition is held again, by kind of file. */
const cleared: Partial<Record<CollectionName, readonly string[]>> = {
  programmes: ['results', 'applications.url'],
  weeks: ['status', 'statusNote', 'resources', 'uid'],
  // The source vouches for a day that is not this one.
  events: ['status', 'statusNote', 'join', 'source', 'uid'],
};

/** What an edition says of itself before anybody has looked at it. */
const begun: Pick<ProgrammeData, 'state' | 'draft'> = { state: 'upcoming', draft: true };

export interface CopySettings {
  collection: CollectionName;
  isTranslation: boolean;
  /** The links of the body, with their places in the text. */
  links: readonly BodyLink[];
  /** The folders of the two editions. */
  from: string;
  to: string;
  /** How many weeks later the new edition is held. */
  weeks: number;
}

export interface CopiedText {
  text: string;
  /** Fields that were taken away, by dotted path, with what they said. */
  cleared: Record<string, unknown>;
  /** Days and times that were moved, by dotted path, as they are now. */
  moved: Record<string, string>;
  /** Whether it says anything: a translation of what was taken away does not. */
  says: boolean;
}

/**
 * The text of a content file for another edition: its days and times moved by whole weeks, its links led to
 * the new edition's pages, and what has to be decided anew taken away. Words, comments and order stay, and so
 * do the dates of sources: they say when something was published.
 * @throws if the fields cannot be read, which the check rules out
 */
export function copyText(text: string, settings: CopySettings): CopiedText {
  const { collection, isTranslation, weeks } = settings;
  const { yaml, after } = splitFields(text);
  const data = (parse(yaml) ?? {}) as Record<string, unknown>;
  const hasBody = after.replace(/^---/, '').trim() !== '';
  const gone = findCleared(data, cleared[collection] ?? []);
  const moved = Object.fromEntries(
    listTexts(data)
      .filter(({ path }) => isDate(collection, path) && !path.some((key) => key in gone))
      .map(({ path, value }) => [path.join('.'), shiftDate(value, weeks)]),
  );
  const changed = editFields(leadLinks(text, settings), {
    ...moved,
    ...Object.fromEntries(Object.keys(gone).map((field) => [field, undefined])),
    ...(collection === 'programmes' && !isTranslation ? begun : {}),
  });
  if (changed === undefined) throw new Error('The fields cannot be read, which the check rules out.');
  return {
    text: changed,
    cleared: gone,
    moved,
    says: hasBody || Object.keys(data).some((field) => !(field in gone) && field !== 'translates'),
  };
}

function findCleared(data: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const [key = '', inner] = field.split('.');
      const value = data[key];
      if (value === undefined || inner === undefined) return value === undefined ? [] : [[key, value]];
      const { [inner]: own, ...others } = value as Record<string, unknown>;
      if (own === undefined) return [];
      // A group that would be left without keys goes as a whole.
      return [[Object.keys(others).length === 0 ? key : field, own]];
    }),
  );
}

const isDate = (collection: CollectionName, path: readonly string[]) =>
  ['date', 'time'].includes(metaAt(collections[collection].schema, path).form ?? '');

/** Every text in the data, with the keys that lead to it. */
function listTexts(value: unknown, path: string[] = []): { path: string[]; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listTexts(inner, [...path, key]));
}

/** Leads links to pages of the old edition to those of the new one. */
function leadLinks(text: string, { links, from, to }: CopySettings): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, column }: BodyLink) => lines.slice(0, line - 1).join('\n').length + column;
  const places = links
    .filter(({ url }) => url.replace(/[?#].*$/s, '').split('/')[1] === from && url.startsWith('/'))
    .map((link) => text.indexOf(link.url, offsetOf(link)))
    .filter((place) => place >= 0);
  return [...new Set(places)]
    .sort((a, b) => b - a)
    .reduce((led, place) => `${led.slice(0, place)}/${to}${led.slice(place + from.length + 1)}`, text);
}
