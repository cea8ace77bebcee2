import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  writeComponent,
  writeDate,
  writeText,
  writeTexts,
  writeTime,
  writeToken,
  writeUri,
} from '../../src/calendar/ical.ts';

/** Texts as people write and paste them: everything that has broken a feed somewhere. */
const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    maxLength: 200,
    unit: fc.constantFrom(
      ...[
        ',',
        ';',
        ':',
        '\\',
        '\\n',
        '\n',
        '\r\n',
        '\r',
        '"',
        '^',
        "^'",
        ' ',
        '\t',
        'BEGIN:VEVENT',
        'é',
        'e\u0301',
      ],
      ...[
        '가',
        '서울',
        '\u1100\u1161',
        '👩‍👩‍👧',
        '🇰🇷',
        '\u0000',
        '\u0007',
        '\u007F',
        '\u0085',
        '\u2028',
        '\v',
        '\uFEFF',
        '\uD83D',
      ],
      ...['\u202E', '\u2066', '\u2069', '\u200F', 'שלום'],
    ),
  }),
  fc.integer({ min: 40, max: 160 }).map((length) => '가'.repeat(length / 3) + 'a'.repeat(length % 3)),
  fc.integer({ min: 55, max: 80 }).map((length) => 'a'.repeat(length) + '👍,'),
);

/** ical.js splits a list at a comma that follows an escaped backslash, where the text before ends in one. */
const listed = awkward.map((text) => cleanText(text).replace(/\\+$/, ''));

const calendar = (...content: string[]) => writeComponent('VCALENDAR', content);
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const octets = (line: string) => Buffer.byteLength(line, 'utf8');

describe('ical.js reads back', () => {
  it('texts, lists of texts and parameters', () => {
    fc.assert(
      fc.property(awkward, fc.array(listed, { minLength: 1, maxLength: 4 }), awkward, (text, list, given) => {
        // ical.js takes a backslash before an n for a line break here too, which RFC 6868 does not.
        const parameter = given.replaceAll('\\', '/');
        const back = read(
          calendar(writeText('SUMMARY', text, { 'X-NOTE': parameter }), writeTexts('CATEGORIES', list)),
        );
        const summary = back.getFirstProperty('summary');
        expect(summary?.getFirstValue()).toBe(cleanText(text));
        expect(summary?.getParameter('x-note')).toBe(cleanText(parameter));
        expect(back.getFirstProperty('categories')?.getValues()).toEqual(list.map(cleanText));
        expect(back.getAllProperties()).toHaveLength(2);
      }),
      { numRuns: 500 },
    );
  });

  it('URIs with characters that TEXT escapes', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const back = read(calendar(writeUri('URL', url)));
        expect(back.getFirstPropertyValue('url')).toBe(new URL(url).href);
      }),
    );
    const back = read(calendar(writeUri('URL', 'https://example.org/a,b;c?d=\\e&f=서울\r\nX-INJECTED:1')));
    expect(back.getFirstPropertyValue('url')).toBe(
      'https://example.org/a,b;c?d=\\e&f=%EC%84%9C%EC%9A%B8X-INJECTED:1',
    );
    expect(() => writeUri('URL', '/2022/')).toThrow(TypeError);
  });

  it('dates and times', () => {
    const back = read(
      calendar(
        writeDate('DTSTART', '2022-03-07'),
        writeTime('DTEND', '2022-02-23T16:45', { TZID: 'Asia/Seoul' }),
        writeTime('DTSTAMP', '2022-02-14T00:00:09Z'),
      ),
    );
    expect(back.getAllProperties().map((each) => each.toICALString())).toEqual([
      'DTSTART;VALUE=DATE:20220307',
      'DTEND;TZID=Asia/Seoul:20220223T164500',
      'DTSTAMP:20220214T000009Z',
    ]);
    expect(() => writeTime('DTSTAMP', '2022-02-14')).toThrow('Not a date-time');
  });
});

describe('lines', () => {
  it('are at most 75 octets long, whole code points, and end in CRLF', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const written = calendar(writeText('DESCRIPTION', text, { 'X-NOTE': text }));
        expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true);
        const lines = written.slice(0, -2).split('\r\n');
        expect(lines.filter((line) => octets(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
        expect(lines.filter((line) => !line.isWellFormed())).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('are folded only if they are longer', () => {
    const atLimit = 'a'.repeat(75 - 'SUMMARY:'.length);
    expect(writeText('SUMMARY', atLimit)).toBe(`SUMMARY:${atLimit}\r\n`);
    expect(writeText('SUMMARY', `${atLimit}b`)).toBe(`SUMMARY:${atLimit}\r\n b\r\n`);
    expect(writeText('SUMMARY', `${atLimit.slice(2)}가`)).toBe(`SUMMARY:${atLimit.slice(2)}\r\n 가\r\n`);
    expect(
      writeText('SUMMARY', `${atLimit}${'b'.repeat(74)}c`)
        .split('\r\n')
        .map(octets),
    ).toEqual([75, 75, 2, 0]);
  });
});

describe('cleanText', () => {
  it('normalises line breaks', () => {
    expect(cleanText('a\rb\r\nc\vd\fe\u0085f\u2028g\u2029h')).toBe('a\nb\nc\nd\ne\nf\ng\nh');
  });

  it('removes control characters, lone surrogates and bidi controls', () => {
    expect(cleanText('a\u0000\u001B\u007F\u009Fb\u202Ec\u2067d\u2069\uFEFFe\uFFFF')).toBe('abcde');
    expect(cleanText('\uD83D')).toBe('\uFFFD');
  });

  it('keeps joiners and bidi marks', () => {
    for (const text of ['a\tb', 'שלום\u200F!', '👩‍👩‍👧', 'می‌خواهم', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']) expect(cleanText(text)).toBe(text);
  });

  it('normalises to NFC, also across removed characters', () => {
    expect(cleanText('\u1112\u1161\u11AB\u1100\u1173\u11AF')).toBe('한글');
    expect(cleanText('e\u0000\u0301')).toBe('é');
  });
});

it('escapes only the delimiters of TEXT', () => {
  expect(writeText('SUMMARY', 'a\\b;c,d\ne:f"g')).toBe('SUMMARY:a\\\\b\\;c\\,d\\ne:f"g\r\n');
  expect(writeTexts('CATEGORIES', ['a,b', 'c;d'])).toBe('CATEGORIES:a\\,b,c\\;d\r\n');
});

it('quotes parameters with delimiters, and encodes quotation marks (RFC 6868)', () => {
  expect(writeToken('X-A', 1, { 'X-B': 'a:b', 'X-C': 'say "hi"\n^' })).toBe(
    `X-A;X-B="a:b";X-C=say ^'hi^'^n^^:1\r\n`,
  );
});
