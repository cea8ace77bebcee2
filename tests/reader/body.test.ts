import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/reader/body.ts';
import { append, checkSample, paths } from '../sample.ts';

describe('a body that is no plain writing', () => {
  it('holds an import', () => {
    expect(checkSample({ [paths.page]: append('import Note from "./Note.astro"\n') })).toMatchInlineSnapshot(
      `""`,
    );
  });

  it('holds an export', () => {
    expect(checkSample({ [paths.page]: append('export const weeks = 3\n') })).toMatchInlineSnapshot(`""`);
  });

  it('begins a sentence with a word of code', () => {
    expect(checkSample({ [paths.page]: append('import duties rose that year.\n') })).toMatchInlineSnapshot(
      `""`,
    );
  });

  it('holds an expression', () => {
    expect(checkSample({ [paths.page]: append('There are {weeks} weeks.\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:11 error body-expression
        Curly brackets begin program code here, and a body holds none.
        If you mean the brackets as text, write \\{ and \\}."
    `);
  });

  it('holds a comment in curly brackets', () => {
    expect(checkSample({ [paths.page]: append('{/* Ask Ada. */}\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-expression
        Curly brackets begin program code here, and a body holds none.
        If you mean the brackets as text, write \\{ and \\}."
    `);
  });

  it('holds HTML', () => {
    expect(checkSample({ [paths.page]: append('A <b>bold</b> word.\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:3 error body-html
        A body must not hold HTML, and <b> is HTML.
        Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph. If you mean the sign "<" as text, write \\<."
    `);
  });

  it('holds HTML without a name', () => {
    expect(checkSample({ [paths.page]: append('<>Words</>\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-html
        A body must not hold HTML.
        Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph. If you mean the sign "<" as text, write \\<."
    `);
  });

  it('holds a heading of the first level', () => {
    expect(checkSample({ [paths.page]: append('# About\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-heading
        A body must not hold a heading of the first level: the page has its title already.
        Write "## About"."
    `);
  });

  it('holds a table that aligns its columns', () => {
    expect(checkSample({ [paths.page]: append('| a | b |\n|---|--:|\n| 1 | 2 |\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-table
        This table aligns its columns with colons in its second line, which pages cannot do.
        Write that line with hyphens and bars only: |---|---|."
    `);
  });

  it('holds an indented paragraph, which Markdown takes for code', () => {
    expect(checkSample({ [paths.page]: append('One.\n\n    Two.\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:9:1 error body-indent
        This line begins with four spaces or a tab, so the page would show it as program code.
        Take away the spaces at its beginning."
    `);
  });
});

describe('parseBody', () => {
  const parse = (markdown: string) => parseBody(markdown, 'page.mdx', 10);

  it('counts lines from the beginning of the file', () => {
    expect(parse('One\n\n<b>Two</b>').issues).toMatchObject([{ line: 12, column: 1 }]);
    expect(parse('One\n\n<Note>').issues).toMatchObject([{ line: 12, column: 1 }]);
  });

  it('points to the address of a link, not to its words', () => {
    expect(parse('한글 [words](/2030/) and [more][m]\n\n[m]: /2031/').body.links).toEqual([
      { url: '/2030/', line: 10, column: 12 },
      { url: '/2031/', line: 12, column: 6 },
    ]);
  });

  it('finds pictures, also those whose address stands apart, and does not take it for a link', () => {
    const { body } = parse('![A](/a.jpg)\n\n![B][b]\n\n![][b]\n\n[b]: /b.jpg');
    expect(body.links).toEqual([]);
    expect(body.images.map(({ src, alt }) => [src, alt])).toEqual([
      ['/a.jpg', 'A'],
      ['/b.jpg', 'B'],
      ['/b.jpg', ''],
    ]);
  });

  it('numbers headings that have the same words, and keeps Hangul', () => {
    const { body } = parse('## Why *we* walk\n\n## 질문\n\n## 질문');
    expect(body.fragments).toEqual(['why-we-walk', '질문', '질문-1']);
  });

  it('lets words stand that look like code but are none', () => {
    const markdown =
      'Use `{x}` and `<b>`, \\{y\\} and 1 < 2.\n\n- one\n\n    still one\n\n```\n{z} <b>\n```\n';
    expect(parse(markdown).issues).toEqual([]);
  });

  it('reports several mistakes at once', () => {
    const codes = parse('<b>a</b>\n\n{b}\n\nimport c from "d"').issues.map((issue) => issue.code);
    expect(codes).toEqual(['body-html', 'body-expression', 'body-code']);
  });
});
