import { describe, expect, it } from 'vitest';
import { append, checkSample, paths } from '../sample.ts';

describe('a component', () => {
  it('must be one that there is', () => {
    expect(checkSample({ [paths.page]: append('<Video />\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-component
        There is no component <Video>.
        Allowed: <Note>, <Figure>.
        Write one of those, or plain Markdown."
    `);
  });

  it('must be spelt right', () => {
    expect(checkSample({ [paths.page]: append('<note>Bring paper.</note>\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-component
        There is no component <note>. Did you mean <Note>?
        Allowed: <Note>, <Figure>.
        Write <Note>; capital letters count."
    `);
  });

  it('may have the name of something in JavaScript', () => {
    expect(checkSample({ [paths.page]: append('<constructor />\n') })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-html
        A body must not hold HTML, and <constructor> is HTML.
        Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph. If you mean the sign "<" as text, write \\<."
    `);
  });

  it('has only the attributes that it takes', () => {
    expect(checkSample({ [paths.page]: append('<Note titel="Paper">Bring some.</Note>\n') }))
      .toMatchInlineSnapshot(`
        "content/2030/pages/about.mdx:7:1 error body-attribute
          <Note> has no attribute "titel". Did you mean "title"?
          Allowed: title.
          Write title="…"."
      `);
  });

  it('has texts in quotation marks', () => {
    expect(checkSample({ [paths.page]: append('<Note title={1}>Bring some.</Note>\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-attribute
        "title" of <Note> has no text in quotation marks.
        Allowed: title.
        Write title="…"."
    `);
  });

  it('takes no code', () => {
    expect(checkSample({ [paths.page]: append('<Note {...words}>Bring some.</Note>\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-attribute
        <Note> has no attribute "{…}".
        Allowed: title.
        Write title="…", or delete it."
    `);
  });

  it('has the attributes that it needs', () => {
    expect(checkSample({ [paths.page]: append('<Figure src="/pictures/street.jpg" alt="A street" />\n') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error body-attribute
        <Figure> lacks "width".
        Add width="…", the size of the picture in pixels.

      content/2030/pages/about.mdx:7:1 error body-attribute
        <Figure> lacks "height".
        Add height="…", the size of the picture in pixels."
    `);
  });
});

describe('the picture of a Figure', () => {
  it('needs alternative text', () => {
    expect(
      checkSample({
        [paths.page]: append('<Figure src="/pictures/street.jpg" width="800" height="600" />\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error image-alt
        This picture has no alternative text.
        Add alt="…": what the picture shows, in a sentence, for people who cannot see it."
    `);
  });

  it('needs alternative text that says something', () => {
    expect(
      checkSample({
        [paths.page]: append('<Figure src="/pictures/street.jpg" alt=" " width="800" height="600" />\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:7:1 error image-alt
        This picture has no alternative text.
        Add alt="…": what the picture shows, in a sentence, for people who cannot see it."
    `);
  });

  it('must be there', () => {
    expect(
      checkSample({
        [paths.page]: append(
          'A\n\n<Figure src="/pictures/stret.jpg" alt="A street" width="800" height="600" />\n',
        ),
      }),
    ).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:9:14 error image-missing
        There is no picture "/pictures/stret.jpg" in public/. Did you mean "/pictures/street.jpg"?
        Write /pictures/street.jpg; capital letters count."
    `);
  });
});

it('may be used with everything right', () => {
  const body =
    '<Note title="Paper">\n\nBring some.\n\n</Note>\n\n<Figure src="/pictures/street.jpg" alt="A street" width="8" height="6" />\n';
  expect(checkSample({ [paths.page]: append(body) })).toBe('');
});
