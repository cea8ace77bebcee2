import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripHtml, toMarkdown } from '../../scripts/lib/plain-text.ts';
import { parseBody } from '../../src/reader/body.ts';
import { samples } from '../seed.ts';

describe('toMarkdown', () => {
  it('keeps paragraphs and lines, and links HTTPS addresses', () => {
    expect(
      toMarkdown(
        'First line\nsecond line\r\n\r\n\r\n  * no list\n1. nor this\n\nSee https://a.example/b_c, or http://b.example.',
      ),
    ).toMatchInlineSnapshot(`
      "First line\\
      second line

      \\* no list\\
      1\\. nor this

      See [https://a.example/b\\_c](https://a.example/b\\_c), or \`http://b.example\`."
    `);
  });

  it('drops lines drawn with signs', () => {
    const google = '-::~:~::~:~:~:~:~:~:~::~:~::-';
    expect(
      toMarkdown(`Talk\n${'_'.repeat(80)}\nJoin\n\n  ${'_'.repeat(80)}\n\n${google}\nend\n__init__`),
    ).toBe('Talk\\\nJoin\n\nend\\\n\\_\\_init\\_\\_');
  });

  it('drops control characters', () => {
    expect(toMarkdown('a\u0000b\u202Ec\u007Fd')).toBe('abcd');
  });

  it('keeps the text and passes the check, for any characters', () => {
    const signs = Array.from('\\`*_{}[]<>#|~&!-+=:.()1 \n\t$^"\'/a한');
    const words = ['import ', 'export ', 'https://a.example/b_c', 'http://x.example', 'www.x.org', 'a@b.org'];
    const marks = [
      '---',
      '===',
      '<!--',
      '&amp;',
      '1. ',
      '2) ',
      '```',
      '~~~',
      '    ',
      '[^1]',
      '[a]: b',
      '\u0000',
      '\u202E',
    ];
    const parts = fc.constantFrom(...signs, ...words, ...marks);
    // Bodies have typographic quotation marks, dashes and ellipses.
    const plain = (text: string) =>
      text
        .replaceAll(/[^\P{C}\n]|\u202E/gu, '')
        .replaceAll(/[\s.…]+/g, '')
        .replaceAll(/[-–—]+/g, '-')
        .replaceAll(/[“”]/g, '"')
        .replaceAll(/[‘’]/g, "'");
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (each) => {
        const text = each.join('');
        const body = toMarkdown(text);
        const parsed = parseBody(`\n${body}\n`, 'file', 1);
        expect(parsed.issues).toEqual([]);
        if (!/www\.|https?:/.test(text)) expect(plain(parsed.body.text)).toBe(plain(text));
      }),
      { numRuns: samples(2000) },
    );
  });

  it('stripHtml gives the text of HTML, and leaves other text as it is', () => {
    expect(
      stripHtml(
        '<p>Bring <b>your</b> plan.</p><ul><li>one</li><li>two &amp; three</li></ul>See<br>you&nbsp;there at Caf&eacute; &#8217;A&#8217;',
      ),
    ).toBe('Bring your plan.\n\none\ntwo & three\n\n\nSee\nyou\u00A0there at Café ’A’');
    expect(stripHtml('1 < 2 and a <b')).toBe('1 < 2 and a <b');
    expect(stripHtml('<script>alert(1)</script><br>A &lt;b&gt;')).toBe('\nA <b>');
    expect(stripHtml('<style>p{}</style><p>A<!-- no --><p>B')).toBe('AB');
    expect(stripHtml(`${'<div>'.repeat(20_000)}deep`)).toBe('deep');
  });
});
