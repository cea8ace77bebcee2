import { describe, expect, it } from 'vitest';
import { measure } from './measure.ts';
import { limits } from '../../src/model/limits.ts';
import { parseBody } from '../../src/reader/body.ts';
import { renderBody } from '../../src/reader/markdown.ts';

// hostile.md, finding 1 (what is checked is what is rendered) and findings 7 and 8 (depth and size of bodies).

const codesOf = (markdown: string) => [
  ...new Set(parseBody(markdown, 'page.mdx', 1).issues.map(({ code }) => code)),
];

/** What the allow-list finds in a body, without the checks that come before it. */
const checkTree = (markdown: string, isMdx: boolean) => renderBody(markdown, isMdx).forbidden;

describe('repeated definitions', () => {
  it.each([
    ['the same name', '[a][src]\n\n[src]: javascript:alert(1)\n[src]: https://example.org/\n'],
    ['a picture', '![a][src]\n\n[src]: https://foreign.example/a.png\n[src]: /pictures/street.jpg\n'],
    ['capitals', '[a][src]\n\n[src]: https://example.com/\n[SRC]: https://example.org/\n'],
    ['case folding', '[a][ẞ]\n\n[ẞ]: javascript:alert(1)\n[SS]: https://example.org/\n'],
    ['white space', '[a][x y]\n\n[x y]: https://example.com/\n[x\t  y]: https://example.org/\n'],
    ['a quotation', '[a]\n\n> [a]: https://example.com/\n\n[a]: https://example.org/\n'],
  ])('are errors: %s', (_, markdown) => {
    expect(codesOf(markdown)).toEqual(['definition-repeated']);
  });

  it('are named with the place of the second and the line of the first', () => {
    const { issues } = parseBody('[a][src]\n\n[src]: /a/\n[SRC]: /b/\n', 'page.mdx', 10);
    expect(issues).toMatchObject([
      { line: 13, column: 1, message: expect.stringContaining('line 12') as string },
    ]);
  });
});

describe('the rendered tree', () => {
  it('has the address that was checked', () => {
    const { body } = parseBody('[a][src]\n\n[src]: javascript:alert(1)\n', 'page.mdx', 1);
    expect(body.links.map(({ url }) => url)).toEqual(['javascript:alert(1)']);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a frame', '<iframe src="https://example.org/"></iframe>'],
    ['an event', '<p onclick="alert(1)">x</p>'],
    ['a style', '<p style="position:fixed">x</p>'],
    ['a comment', '<!-- x -->'],
    ['an address of another kind', '[a](vbscript:x)'],
    ['an encoded address', '[a](&#106;avascript:alert(1))'],
    ['data', '![a](data:image/svg+xml,x)'],
    ['an address of another host', '[a](//example.org/)'],
    ['an unencrypted address', 'www.example.org'],
    ['a table that is aligned', '| a |\n|--:|\n| b |\n'],
  ])('is refused with %s, as Markdown', (_, markdown) => {
    expect(checkTree(markdown, false)).not.toEqual([]);
  });

  it.each([
    ['an element', '<b>x</b>'],
    ['an expression', 'a {b} c'],
    ['an attribute that is an expression', '<Note title={alert(1)}>x</Note>'],
    ['spread attributes', '<Note {...props}>x</Note>'],
    ['an event', '<Note onclick="alert(1)">x</Note>'],
    ['a picture from elsewhere', '<Figure src="https://example.org/a.png" alt="a" width="1" height="1" />'],
    ['an import', 'import x from "y"\n\nx'],
    ['another component', '<Script>x</Script>'],
  ])('is refused with %s, as MDX', (_, markdown) => {
    expect(checkTree(markdown, true)).not.toEqual([]);
  });

  it('names what it is, with line and column', () => {
    expect(checkTree('Words.\n\nA [link](javascript:alert(1)).\n', false)).toEqual([
      { what: 'the address "javascript:alert(1)"', address: 'javascript:alert(1)', line: 3, column: 3 },
    ]);
  });

  it('may hold everything that Markdown makes', () => {
    const markdown = `## A heading\n\n*a* **b** ~~c~~ \`d\` [e](https://example.org/ "t") f[^1] <a@example.org>\\\ng\n\n- [x] h\n\n3. i\n\n> j\n\n| k |\n|---|\n| l |\n\n![m](/m.png)\n\n---\n\n\`\`\`js\nn\n\`\`\`\n\n[^1]: o\n`;
    expect(checkTree(markdown.replace('<a@example.org>', 'a@example.org'), false)).toEqual([]);
    expect(
      checkTree(`${markdown.replace('<a@example.org>', '')}\n<Note title="x">\n\ny\n\n</Note>\n`, true),
    ).toEqual([]);
  });
});

describe('a body that is too deep', () => {
  it.each([
    ['10,000 quotations', `${'>'.repeat(10_000)} x`],
    ['3,000 lists', `${'- '.repeat(3_000)}x`],
    [
      'lists, each indented below the last',
      Array.from({ length: 150 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n'),
    ],
    ['2,000 components', `${'<Note>\n\n'.repeat(2_000)}x${'\n\n</Note>'.repeat(2_000)}`.slice(0, 29_000)],
    ['1,000 components', `${'<Note>\n\n'.repeat(1_000)}x${'\n\n</Note>'.repeat(1_000)}`],
    ['1,000 components in a line', `a ${'<Note>'.repeat(1_000)}x${'</Note>'.repeat(1_000)}`],
    ['emphasis', `${'*'.repeat(9_000)}x${'*'.repeat(9_000)}`],
  ])('is an error: %s', (_, markdown) => {
    expect(codesOf(markdown)).toHaveLength(1);
    expect(codesOf(markdown)[0]).toMatch(/^(limit-depth|mdx-broken)$/);
  });

  it('is named with its line', () => {
    const { issues } = parseBody(`Words.\n\n${'> '.repeat(limits.depth + 1)}x\n`, 'page.mdx', 5);
    expect(issues).toMatchObject([{ code: 'limit-depth', line: 7 }]);
  });

  it('may be as deep as the limit', () => {
    expect(codesOf(`${'> '.repeat(limits.depth)}x\n`)).toEqual([]);
  });
});

describe('a body that would take long', () => {
  const n = limits.bodyLength - 50;
  it.each([
    ['200,000 curly brackets', '{'.repeat(200_000)],
    ['200,000 angle brackets', '<'.repeat(200_000)],
    ['200,000 Hangul letters in a link', `[a](/${'가'.repeat(200_000)}/)`],
    ['curly brackets', '{'.repeat(n)],
    ['curly brackets in pairs', 'a {b} '.repeat(n / 6)],
    ['angle brackets', '<'.repeat(n)],
    ['angle brackets apart', 'a <'.repeat(n / 3)],
    ['square brackets', '['.repeat(n)],
    ['underscores', 'a_'.repeat(n / 2)],
    ['asterisks', '**a*'.repeat(n / 4)],
    ['backticks', '`a '.repeat(n / 3)],
    ['a long address', `[a](/${'가'.repeat(n - 10)}/)`],
    ['definitions', Array.from({ length: n / 20 }, (_, index) => `[name-${index}]: /x`).join('\n')],
    ['footnotes', `${'[^a]'.repeat(n / 4 - 10)}\n\n[^a]: x`],
    ['tables', `${'|'.repeat(n / 4)}\n${'|-'.repeat(n / 4)}\n`],
  ])('is read within five seconds: %s', (_, markdown) => {
    expect(measure(() => parseBody(markdown, 'page.mdx', 1))).toBeLessThan(5_000);
  });

  it('has an error with its length and the limit', () => {
    const { issues } = parseBody('a'.repeat(limits.bodyLength + 1), 'page.mdx', 4);
    expect(issues).toMatchObject([
      {
        code: 'limit-length',
        line: 4,
        message: 'The text has 30001 characters, and at most 30000 are read.',
      },
    ]);
  });
});
