import { describe, expect, it } from 'vitest';
import { append, checkSample, paths } from '../sample.ts';

describe('broken MDX', () => {
  it('is a component that is never closed', () => {
    expect(checkSample({ [paths.page]: append('<Note>\n\nBring paper.\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error mdx-broken
        <Note> is opened here and not closed where it should be.
        Write </Note> on a line of its own below, with an empty line before it, or end a component without text with "/>"."
    `);
  });

  it('is a component that is closed in the wrong place', () => {
    expect(checkSample({ [paths.page]: append('<Note>\nBring paper.\n</Note> And pens.\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error mdx-broken
        <Note> is opened here and not closed where it should be.
        Write </Note> on a line of its own below, with an empty line before it, or end a component without text with "/>"."
    `);
  });

  it('is a component that was never opened', () => {
    expect(checkSample({ [paths.page]: append('Bring paper.\n\n</Note>\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:9:1 error mdx-broken
        </Note> closes what was never opened.
        Write <Note> on a line of its own above, with an empty line after it, or delete </Note>."
    `);
  });

  it('is a sign that is meant as text', () => {
    expect(checkSample({ [paths.page]: append('I <3 streets.\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:3 error mdx-broken
        The text cannot be read from this "<" on.
        If you mean the sign as text, write \\<. A link is written [text](https://…)."
    `);
  });

  it('is a comparison that is meant as text', () => {
    expect(checkSample({ [paths.page]: append('Where a<b, walk.\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:8 error mdx-broken
        The text cannot be read from this "<" on.
        If you mean the sign as text, write \\<. A link is written [text](https://…)."
    `);
  });

  it('is an address between signs', () => {
    expect(checkSample({ [paths.page]: append('<https://small.example.org>\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error mdx-broken
        The text cannot be read from this "<" on.
        If you mean the sign as text, write \\<. A link is written [text](https://…)."
    `);
  });

  it('is a curly bracket that is never closed', () => {
    expect(checkSample({ [paths.page]: append('A set {1, 2\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:7 error body-expression
        Curly brackets begin program code here, and a body holds none.
        If you mean the brackets as text, write \\{ and \\}."
    `);
  });

  it('is code that does not even make sense', () => {
    expect(checkSample({ [paths.page]: append('A set { one two }\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:13 error body-expression
        Curly brackets begin program code here, and a body holds none.
        If you mean the brackets as text, write \\{ and \\}."
    `);
  });

  it('is HTML that is never closed', () => {
    expect(checkSample({ [paths.page]: append('Line one<br>Line two\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:9 error body-html
        A body must not hold HTML, and <br> is HTML.
        Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph. If you mean the sign "<" as text, write \\<."
    `);
  });

  it('is the end of HTML that was never opened', () => {
    expect(checkSample({ [paths.page]: append('Line one</div>\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:9 error body-html
        A body must not hold HTML, and <div> is HTML.
        Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph. If you mean the sign "<" as text, write \\<."
    `);
  });

  it('is a comment', () => {
    expect(checkSample({ [paths.page]: append('<!-- Ask Ada. -->\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-html
        A body must not hold HTML comments.
        Delete the comment. Notes for colleagues belong behind a "#" between the lines "---"."
    `);
  });
});
