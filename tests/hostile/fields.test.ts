import { describe, expect, it } from 'vitest';
import { ledgerEntrySchema } from '../../src/calendar/ledger.ts';
import { writeCsv } from '../../src/exports/schedule-csv.ts';
import { limits } from '../../src/model/limits.ts';
import { parseFields } from '../../src/reader/fields.ts';
import { append, findIssues, paths, replace, sample, type Change } from '../sample.ts';
import { measure } from './measure.ts';

// hostile.md, finding 8 (size of fields) and the minor ones about content fields.

const listCodes = (changes: Record<string, Change>) => [
  ...new Set(findIssues(changes).map(({ code }) => code)),
];

describe('the fields of a file', () => {
  it.each([
    [
      '50,000 keys',
      Array.from({ length: 50_000 }, (_, index) => `key-${index}: 1`).join('\n'),
      'limit-length',
    ],
    ['5,000 keys', Array.from({ length: 5_000 }, (_, index) => `k${index}: 1`).join('\n'), 'limit-items'],
    [
      '5,000 keys in a line',
      `a: {${Array.from({ length: 5_000 }, (_, i) => `k${i}`).join(', ')}}`,
      'limit-items',
    ],
    ['10,000 items', `a:\n${'- 1\n'.repeat(10_000)}`, 'limit-items'],
    ['a long text', `a: ${'x'.repeat(40_000)}`, 'limit-length'],
    ['deep lists', `a: ${'['.repeat(500)}${']'.repeat(500)}`, 'limit-depth'],
    ['deeper lists', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'yaml-broken'],
    ['open lists', `a: ${'['.repeat(49_000)}`, 'yaml-broken'],
    ['open groups', `a: ${'{a: '.repeat(12_000)}`, 'yaml-broken'],
    ['hyphens', `a:\n  ${'- '.repeat(20_000)}x`, 'yaml-broken'],
    ['keys without values', '? '.repeat(20_000), 'yaml-broken'],
  ])('are read within five seconds, and have an error: %s', (_, yaml, code) => {
    let codes: string[] = [];
    const time = measure(() => {
      codes = parseFields(yaml, 'site.yaml').issues.map((issue) => issue.code);
    });
    expect(time).toBeLessThan(5_000);
    expect(codes).toEqual([code]);
  });

  it('have an error with line, the number and the limit', () => {
    const { issues } = parseFields(`name: x\nlist: [${'1, '.repeat(limits.items)}1]`, 'site.yaml');
    expect(issues).toMatchObject([
      { line: 2, message: 'There are 501 items here, and at most 500 are read.' },
    ]);
  });

  it('may be as many as the limit', () => {
    expect(parseFields(`list: [${'1, '.repeat(limits.items - 1)}1]`, 'site.yaml').issues).toEqual([]);
  });

  it('do not keep the check from what else is wrong', () => {
    const long = { [paths.prize]: append(`body: ${'x'.repeat(limits.fieldLength + 1)}\n`) };
    expect(listCodes({ ...long, [paths.page]: append('<b>x</b>\n') })).toEqual(['body-html', 'limit-length']);
  });
});

describe('the whole check', () => {
  it.each([
    ['a long link', { [paths.page]: append(`\n[a](/${'가'.repeat(29_000)}/)\n`) }],
    ['many links', { [paths.page]: append(`\n${'[a](/2030/x/)\n'.repeat(2_000)}`) }],
    ['a long reference', { [paths.pause]: replace('title: A pause', `topic: ${'a'.repeat(4_900)}`) }],
    ['a long key', { [paths.prize]: append(`${'k'.repeat(1_000)}: 1\n`) }],
    ['many keys', { [paths.prize]: append(Array.from({ length: 490 }, (_, i) => `kk${i}: 1\n`).join('')) }],
  ])('takes less than five seconds, and has an error: %s', (_, changes: Record<string, Change>) => {
    let codes: string[] = [];
    expect(measure(() => (codes = listCodes(changes)))).toBeLessThan(5_000);
    expect(codes).not.toEqual([]);
  });
});

describe('a number', () => {
  it.each(['1e308', '0x10', '0o17', '.inf', '.nan', '1e3', '+5', '99999999999999999999', '1000000000001'])(
    'is no amount when it is %s',
    (value) => {
      expect(listCodes({ [paths.prize]: replace('value: 200', `value: ${value}`) })).not.toEqual([]);
    },
  );

  it('is text in a field for text, as it is written', () => {
    expect(findIssues({ [paths.prize]: replace('Second prize', '0x10') })).toEqual([]);
  });
});

describe('a country', () => {
  it.each(['ZZ', 'AA', 'XX', 'QQ', 'EU', 'UN', 'UK', 'SU', 'kr', 'KOR', '"12"'])('is not %s', (code) => {
    expect(findIssues({ [paths.partner]: append(`country: ${code}\n`) })).toMatchObject([
      { code: 'value-form' },
    ]);
  });

  it.each(['KR', 'CH', 'GB', 'TW', 'XK', 'PS', 'HK'])('may be %s', (code) => {
    expect(findIssues({ [paths.partner]: append(`country: ${code}\n`) })).toEqual([]);
  });
});

describe('a uid', () => {
  it.each([
    ['line breaks', String.raw`"a@b\nDTSTART:20300101"`, 'value-form'],
    ['256 characters', 'x'.repeat(256), 'limit-length'],
    ['200 kB', 'x'.repeat(200_000), 'limit-length'],
  ])('is refused with %s', (_, uid, code) => {
    expect(listCodes({ [paths.event]: replace('---\n', `---\nuid: ${uid}\n`) })).toEqual([code]);
  });
});

describe('an edition', () => {
  it.each(['404', 'index', 'og', 'pagefind', 'con', 'prn', 'aux', 'nul', 'com1', 'lpt9', 'search'])(
    'is not called %s',
    (name) => {
      const issues = findIssues({ [`${name}/programme.yaml`]: sample[paths.programme] });
      expect(issues).toMatchObject([
        { code: 'file-stray', file: `content/${name}/programme.yaml`, value: 'programme.yaml' },
      ]);
    },
  );
});

describe('a ledger', () => {
  it('has a sequence that calendars can read', () => {
    const { sequence } = ledgerEntrySchema.shape;
    expect(sequence.safeParse(limits.sequence).success).toBe(true);
    expect(sequence.safeParse(99_999_999_999).success).toBe(false);
  });
});

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠a'])(
    'is no formula in a spreadsheet: %j',
    (text) => {
      expect(writeCsv([[text]])).toMatch(/^\uFEFF"?'/);
    },
  );
});
