import { parse } from 'yaml';
import { valueAt, type BodyLink } from '../../../src/model/entry.ts';
import { collections, type Address, type CollectionName } from '../../../src/model/registry.ts';
import { metaAt } from '../../../src/reader/field.ts';
import { editFields, splitFields } from '../yaml-edit.ts';
import { shiftDate } from './dates.ts';

/** Fields that hold for one edition only. */
const removedFields: Partial<Record<CollectionName, readonly string[]>> = {
  // A source confirms the old dates.
  programmes: ['results', 'applications.url', 'source'],
  weeks: ['status', 'statusNote', 'resources', 'source', 'uid'],
  pages: ['source', 'updated'],
  events: ['status', 'statusNote', 'join', 'source', 'uid'],
};

export interface CopyOrder {
  /** The folders of the two editions. */
  from: string;
  to: string;
  /** How many weeks later the new edition is held. */
  weeks: number;
}

export interface CopiedFile {
  text: string;
  /** The values of removed fields, by path. */
  removed: Record<string, unknown>;
  /** The moved days and times, by path. */
  moved: Record<string, string>;
  /** Whether neither fields nor body are left. */
  isEmpty: boolean;
}

/**
 * Copies the text of a content file to another edition: moves dates, points links at the new edition, and
 * removes what holds for the old one only. Comments and order stay, and so do the dates of sources.
 * @param links the links of the body, with their positions in the file
 * @throws if the fields cannot be parsed
 */
export function copyFile(
  text: string,
  { collection, translation }: Pick<Address, 'collection' | 'translation'>,
  links: readonly BodyLink[],
  order: CopyOrder,
): CopiedFile {
  const { yaml, after } = splitFields(text);
  const data = (parse(yaml) ?? {}) as Record<string, unknown>;
  const removed = findRemoved(data, removedFields[collection] ?? []);
  const moved: Record<string, string> = {};
  for (const { path, value } of listStrings(data)) {
    const isRemoved = path.some((key) => key in removed);
    if (!isRemoved && isDate(collection, path)) moved[path.join('.')] = shiftDate(value, order.weeks);
  }
  const changes: Record<string, unknown> = { ...moved };
  for (const field of Object.keys(removed)) changes[field] = undefined;
  if (collection === 'programmes' && translation === undefined) {
    changes['state'] = 'upcoming';
    changes['draft'] = true;
  }
  const changed = editFields(replaceLinks(text, links, order), changes);
  if (changed === undefined) throw new Error('The fields cannot be parsed.');
  const hasBody = after.replace(/^---/, '').trim() !== '';
  const hasFields = Object.keys(data).some((field) => !(field in removed) && field !== 'translates');
  return { text: changed, removed, moved, isEmpty: !hasBody && !hasFields };
}

function findRemoved(data: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  const removed: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueAt(data, field);
    if (value === undefined) continue;
    const [parent = ''] = field.split('.');
    // A mapping that would be left empty is removed itself.
    const isOnlyKey = parent !== field && Object.keys(data[parent] as object).length === 1;
    removed[isOnlyKey ? parent : field] = value;
  }
  return removed;
}

const isDate = (collection: CollectionName, path: readonly string[]) =>
  ['date', 'time'].includes(metaAt(collections[collection].schema, path).form ?? '');

/** Lists every string in the data, with the keys that lead to it. */
function listStrings(value: unknown, path: string[] = []): { path: string[]; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listStrings(inner, [...path, key]));
}

/** Points links to pages of the old edition at those of the new one. */
function replaceLinks(text: string, links: readonly BodyLink[], { from, to }: CopyOrder): string {
  const lines = text.split('\n');
  const isOwn = new RegExp(`^/${from}(?=[/?#]|$)`);
  const offsets = links
    .filter(({ url }) => isOwn.test(url))
    .map(({ url, line, column }) => text.indexOf(url, lines.slice(0, line - 1).join('\n').length + column))
    .filter((offset) => offset >= 0);
  // From the last to the first, so that the offsets before stay right.
  return [...new Set(offsets)]
    .sort((a, b) => b - a)
    .reduce(
      (before, offset) => `${before.slice(0, offset)}/${to}${before.slice(offset + from.length + 1)}`,
      text,
    );
}
