import { describe, expect, it, vi } from 'vitest';
import { findForbidden, removeForbidden, showForbidden } from '../../src/model/characters.ts';
import { guardConsole, toPrintable } from '../../src/pipeline/print.ts';
import { append, findIssues, paths, readSample, replace } from '../sample.ts';

// hostile.md, finding 10: control, bidi and look-alike characters.

const codesOf = (text: string) => findForbidden(text).map(({ code }) => code);

describe('findForbidden', () => {
  it.each([
    ['NUL', '\0', 'U+0000'],
    ['ESC', '\u001B', 'U+001B'],
    ['BEL', '\u0007', 'U+0007'],
    ['DEL', '\u007F', 'U+007F'],
    ['NEL', '\u0085', 'U+0085'],
    ['a carriage return', '\r', 'U+000D'],
    ['a right-to-left override', '\u202E', 'U+202E'],
    ['an isolate', '\u2066', 'U+2066'],
    ['an Arabic letter mark', '\u061C', 'U+061C'],
    ['a zero-width space', '\u200B', 'U+200B'],
    ['a word joiner', '\u2060', 'U+2060'],
    ['a byte order mark within a text', '\uFEFF', 'U+FEFF'],
    ['a Hangul filler', '\u3164', 'U+3164'],
    ['a line separator', '\u2028', 'U+2028'],
    ['a paragraph separator', '\u2029', 'U+2029'],
    ['a tag letter', '\u{E0041}', 'U+E0041'],
    ['a variation selector', '\uFE00', 'U+FE00'],
    ['half a pair', '\uD800', 'U+D800'],
    ['a noncharacter', '\uFFFE', 'U+FFFE'],
    ['an annotation', '\uFFF9', 'U+FFF9'],
    ['a joiner after a space', 'a \u200D', 'U+200D'],
    ['a joiner before a space', 'a\u200C b', 'U+200C'],
  ])('finds %s', (_, text, code) => {
    expect(codesOf(`a${text}`.replace('aa', 'a'))).toEqual([code]);
  });

  it.each([
    ['tabs and line feeds', 'a\tb\nc'],
    ['soft hyphens', 'Donau\u00ADdampf'],
    ['joiners between letters', 'می\u200Cخواهم ක්\u200Dෂ'],
    ['emoji of several parts', '👨‍👩‍👧 👩🏽‍💻 🏳️‍🌈'],
    ['emoji flags of regions', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['direction marks', 'a\u200Eb\u200Fc'],
    ['variation selectors of emoji', '❤️ ☎︎'],
    ['letters of all kinds', 'Ünïcödé 한국어 العربية देवनागरी 日本語'],
  ])('leaves %s', (_, text) => {
    expect(codesOf(text)).toEqual([]);
    expect(removeForbidden(text)).toBe(text);
    expect(showForbidden(text)).toBe(text);
  });
});

describe('a content file', () => {
  it('may begin with a byte order mark', () => {
    expect(findIssues({ [paths.page]: (text) => `\uFEFF${text}` })).toEqual([]);
  });

  it('has no such character in its fields, with line, column and code point', () => {
    const issues = findIssues({ [paths.page]: replace('About', 'Ab\u202Eout') });
    expect(issues).toMatchObject([{ code: 'character-forbidden', line: 2, column: 10, value: 'U+202E' }]);
  });

  it('has none in its body', () => {
    const issues = findIssues({ [paths.page]: append('\nA zero\u200Bwidth.\n') });
    expect(issues).toMatchObject([{ code: 'character-forbidden', line: 8, column: 7, value: 'U+200B' }]);
  });

  it('has none as an escape in a field', () => {
    const issues = findIssues({ [paths.prize]: replace('Second prize', String.raw`"a\u202Eb\e"`) });
    expect(issues).toMatchObject([
      { code: 'character-forbidden', line: 2, value: 'U+202E' },
      { code: 'character-forbidden', line: 2, value: 'U+001B' },
    ]);
  });

  it.each([
    ['text', 'A &#x202E; b'],
    ['an alternative text', '![A &#8238; street](/pictures/street.jpg)'],
    ['an attribute', '<Note title="A &#x202E; b">\n\nx\n\n</Note>'],
    ['a title of a link', '[a](https://example.org/ "b &#x202E;")'],
  ])('has none as an entity in %s', (_, markdown) => {
    const issues = findIssues({ [paths.page]: append(`\n${markdown}\n`) });
    expect(issues).toMatchObject([{ code: 'character-forbidden', line: 8, value: 'U+202E' }]);
  });

  it.each([
    [paths.event, 'title: Kick-off', 'title: |\n  Kick-off\n  ::error::no'],
    [paths.event, 'name: Town hall', String.raw`name: "Town\nhall"`],
    [paths.prize, 'title: Second prize', String.raw`title: "Second\u2029prize"`],
    [paths.site, 'name: Small Cities', 'name: |\n  Small\n  Cities'],
  ])('has titles and names in one line: %s', (path, from, to) => {
    expect(findIssues({ [path]: replace(from, to) })).not.toEqual([]);
  });
});

describe('a ledger', () => {
  it('is read without the characters that an earlier version let through', () => {
    const { ledgers } = readSample({
      '2030/calendar.lock.yaml': `version: 1
edition: "2030"
events:
  - uid: a@b.example
    kind: event
    id: kick-off
    sequence: 0
    modified: 2030-01-01T00:00:00Z
    hash: 0123456789abcdef
    facts:
      title: { en: "Kick\\u200B-\\e[31moff" }
      start: 2030-03-04
      end: 2030-03-04
      status: scheduled
`,
    });
    expect(ledgers[0]?.issues).toEqual([]);
    expect(codesOf(JSON.stringify(ledgers[0]?.ledger))).toEqual([]);
  });
});

describe('addresses', () => {
  const listCodes = (url: string) => [
    findIssues({ [paths.partner]: append(`url: ${url}\n`) }).map(
      ({ code, severity }) => `${severity} ${code}`,
    ),
    findIssues({ [paths.page]: append(`\n[a](<${url}>)\n`) }).map(
      ({ code, severity }) => `${severity} ${code}`,
    ),
  ];

  it.each([
    'https://user:password@example.org/',
    'https://user@example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://example.org:99999/',
    'https://localhost/',
  ])('are errors with a user, a number for a name or no possible port: %s', (url) => {
    for (const codes of listCodes(url)) {
      expect(codes).toHaveLength(1);
      expect(codes[0]).toMatch(/^error link-(host|https)$/);
    }
  });

  it.each(['https://ex\u0430mple.org/', 'https://www.\u0440aypal.example/', 'https://\u03BFrganiser.kr/'])(
    'have a warning if a part of their name mixes scripts: %s',
    (url) => {
      expect(listCodes(url)).toEqual([['warning link-script'], ['warning link-script']]);
    },
  );

  it.each([
    'https://www.서울.kr/',
    'https://경기univ.kr/',
    'https://пример.example/',
    'https://example.org:8443/',
  ])('may be in any one script: %s', (url) => {
    expect(listCodes(url)).toEqual([[], []]);
  });
});

/** Stands for the methods of a console. */
const print = (...values: unknown[]) => {
  throw new Error(`${values.length} values were printed as they are.`);
};

describe('toPrintable', () => {
  it('shows control characters and others that nobody sees', () => {
    expect(toPrintable('a\u001B[31mb\u001B[0m\u0007\u202Ec\r\n')).toBe('ab<U+0007><U+202E>c<U+000D>\n');
  });

  it.each([
    '::error ::x',
    '  ::error ::x',
    'a\n::add-mask::x',
    'a\n\t::warning::b',
    '##[error]x',
    'a ##[group]x',
  ])('leaves nothing that a runner of workflows takes for a command: %s', (text) => {
    expect(toPrintable(text)).not.toMatch(/^\s*::|##\[/m);
  });

  it('keeps JSON as JSON', () => {
    const value = { text: '\u202E##[error]\u001B[31m\n::error::"' };
    expect(JSON.parse(toPrintable(JSON.stringify(value, undefined, 2)))).toEqual({
      text: '<U+202E>## [error]\u001B[31m\n::error::"',
    });
  });

  it('is what the console of every command prints', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const target = { log: print, info: print, warn: print, error: print };
    guardConsole(target);
    target.log('%s\n::error::x', 'a\u001B[2Jb');
    const printed = write.mock.calls.map(([text]) => String(text)).join('');
    write.mockRestore();
    expect(printed).toBe('ab\n: :error::x\n');
  });
});
