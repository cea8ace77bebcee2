import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits, reportSchema } from '../../../scripts/lib/changes/report-schema.ts';
import { reportRenderers } from '../../../scripts/lib/changes/render.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { paths, replace } from '../../sample.ts';
import { compareSamples, rereadReport } from './report-sample.ts';
import { samples } from '../../seed.ts';

const report = compareSamples(
  {},
  {
    [paths.week]: replace('start: 2030-03-04', 'start: 2030-03-05'),
    [paths.phase]: replace('title: Building', 'title: Making'),
    [paths.prize]: replace('value: 200', 'value: 250'),
    [paths.page]: undefined,
    [paths.translation]: undefined,
    '2030/events/talk.mdx': '---\ntitle: Talk\nstart: 2030-03-20\nend: 2030-03-20\nattendance: online\n---\n',
  },
);

/** The paths of all values, as lists of keys. */
function listPaths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => listPaths(item, [...path, key]))];
}

/** A copy of the report with another value at a path. */
function put(path: readonly string[], value: unknown): unknown {
  const copy: unknown = structuredClone(report);
  const [last = '', ...outer] = path.toReversed();
  const parent = outer.reduceRight((inner, key) => (inner as Record<string, unknown>)[key], copy);
  if (path.length === 0) return value;
  (parent as Record<string, unknown>)[last] = value;
  return copy;
}
const accepts = (value: unknown) => reportSchema.safeParse(value).success;

describe('reportSchema', { timeout: 60_000 }, () => {
  it('accepts a report after a round trip through JSON', () => {
    expect(rereadReport(report)).toEqual(report);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['another version', put(['version'], 2)],
    ['an unknown key', { ...report, html: '<b>' }],
    ['an unknown key further in', put(['editions', '0', 'subscribers', 'command'], 'rm')],
    ['a text that is too long', put(['editions', '0', 'title'], 'x'.repeat(limits.text + 1))],
    ['a path that is too long', put(['editions', '0', 'edition'], 'x'.repeat(limits.path + 1))],
    ['too many editions', put(['editions'], Array(limits.editions + 1).fill(report.editions[0]))],
    [
      'too many changes',
      put(
        ['editions', '0', 'visitors', 'items'],
        Array(limits.list + 1).fill(report.editions[0]?.visitors.items[0]),
      ),
    ],
    [
      'a day that does not exist',
      put(['editions', '0', 'subscribers', 'items', '0', 'entry', 'facts', 'start'], '2030-02-30'),
    ],
    [
      'a change to what is not a day',
      put(['editions', '0', 'visitors', 'items', '0', 'records', '0', 'to'], 'soon'),
    ],
    ['an invalid commit', put(['before', 'commit'], '$(id)')],
    [
      'a phase number without a Roman numeral',
      put(['editions', '0', 'visitors', 'items', '2', 'number'], 1e15),
    ],
  ])('refuses %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });

  it('accepts only what can be rendered', () => {
    const values = fc.oneof(
      fc.constantFrom<unknown>(
        '',
        '2030-03-01',
        '2030-03-01T10:00',
        '9999-12-31',
        'xx',
        'xx-1-2',
        'CHF 1',
        'ZZZ 99999999999',
      ),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.dictionary(fc.constantFrom('en', 'ko', 'en-a', '__proto__'), fc.string()),
      fc.constant([]),
    );
    const change = fc.tuple(fc.constantFrom(...listPaths(report)), values);
    let accepted = 0;
    fc.assert(
      fc.property(change, fc.constantFrom('en', 'ko'), ([path, value], lang) => {
        const result = reportSchema.safeParse(put(path, value));
        if (!result.success) return;
        accepted += 1;
        for (const render of Object.values(reportRenderers))
          expect(typeof render(result.data, createTranslator(lang))).toBe('string');
      }),
      { numRuns: samples(500) },
    );
    expect(accepted).toBeGreaterThan(samples(20));
  });
});
