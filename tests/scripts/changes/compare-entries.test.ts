import { describe, expect, it } from 'vitest';
import { collections, type CollectionName } from '../../../src/model/registry.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { fieldValuesSchema } from '../../../src/calendar/ledger.ts';
import { compareEntries, toReportField, shorten } from '../../../scripts/lib/changes/compare-entries.ts';
import { isText } from '../../../src/model/text.ts';
import { paths, readSample, replace, sample } from '../../sample.ts';

/** The sample with all optional fields. */
const { library } = readSample({
  [paths.site]: `${sample[paths.site]}contact: { email: a@example.org, url: https://example.org/ }\nrepository: https://example.org/r\nurl: https://example.org/s\n`,
  [paths.programme]: `${sample[paths.programme]}applications: { opens: 2030-01-01, closes: 2030-02-01, url: https://example.org/a }\nresults: [{ text: One. }, { text: Two. }]\n`,
  [paths.week]: replace(
    'activity:',
    'status: cancelled\nstatusNote: Why.\nresources: [{ label: Slides, url: https://example.org/x }]\nactivity:',
  ),
  [paths.topic]: replace('summary:', 'sdgs: [11]\nsummary:'),
  [paths.event]: replace(
    'people:',
    'join: https://example.org/j\nstatusNote: Why.\nsource: { publisher: P, title: T, date: 2030-01-01 }\npeople:',
  ),
  [paths.partner]: `${sample[paths.partner]}order: 1\ncountry: CH\ncity: Bern\nurl: https://example.org/u\nsource: { publisher: P, title: T }\n`,
  [paths.prize]: `${sample[paths.prize]}order: 1\ngivenBy: Ada\nbody: More.\n`,
  'history/2029.yaml': `${sample['history/2029.yaml']}places: [Bern]\n`,
});
const state = { library, calendars: [] };
const states = { before: state, now: state };
const entries = Object.values(library.originals).flat() as Entry[];

/** The paths of all values, as lists of keys. */
function listPaths(value: unknown, path: string[] = []): string[][] {
  if (isText(value) || typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => listPaths(item, [...path, key]));
}

/** A copy of an entry with another value at a path. */
function changeAt(entry: Entry, path: readonly string[]): Entry {
  const data = structuredClone(entry.data) as unknown as Record<string, unknown>;
  const [last = '', ...outer] = path.toReversed();
  const parent = outer.reduceRight((inner, key) => inner[key] as Record<string, unknown>, data);
  const value = parent[last];
  parent[last] = isText(value) ? { ...value, text: 'else' } : typeof value === 'number' ? value + 1 : 'else';
  return { ...entry, data } as Entry;
}

/** Fields that are compared as fields of the ledger. */
const calendarFields: Partial<Record<CollectionName, string[]>> = {
  weeks: ['number', 'topic', ...fieldValuesSchema.keyof().options],
  events: fieldValuesSchema.keyof().options,
};
/** Fields that visitors do not see. */
const unseen = ['draft', 'uid', 'verificationFiles'];

describe('compareEntries', () => {
  it('finds a change in every field that visitors see', () => {
    const compared = entries.flatMap((entry) => {
      const known = [...unseen, ...(calendarFields[entry.collection] ?? [])];
      return listPaths(entry.data)
        .filter(([field = '']) => !known.includes(field))
        .map((path) => ({
          place: `${entry.file} ${path.join('.')}`,
          found: compareEntries(entry, changeAt(entry, path), states),
        }));
    });
    expect(compared.length).toBeGreaterThan(80);
    expect(compared.filter(({ found }) => found.length === 0).map(({ place }) => place)).toEqual([]);
  });

  it('has a message for every field of every schema', () => {
    const names = Object.entries(collections).flatMap(([name, { schema }]) =>
      Object.keys(schema.shape)
        .filter((field) => ![...unseen, ...(calendarFields[name as CollectionName] ?? [])].includes(field))
        .map((field) => [name, field] as const),
    );
    const split = ['applications'];
    expect(
      names.filter(
        ([name, field]) => !split.includes(field) && toReportField(name as CollectionName, field) === 'text',
      ),
    ).toEqual([]);
  });

  it('finds nothing between equal entries', () => {
    for (const entry of entries) expect(compareEntries(entry, structuredClone(entry), states)).toEqual([]);
  });
});

describe('shorten', () => {
  it('does not split surrogate pairs', () => {
    expect(shorten('abc', 3)).toBe('abc');
    expect(shorten('a👩bc', 3)).toBe('a…');
    expect(shorten('ab cd', 4)).toBe('ab…');
  });
});
