import { describe, expect, it } from 'vitest';
import { checkSample, paths } from './sample.ts';

describe('the fields of a page', () => {
  it('must be there', () => {
    expect(checkSample({ [paths.page]: 'About us.\n' })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:1:1 error front-matter-missing
        The file does not begin with its fields, which stand between two lines "---".
        Write "---" on the first line, the fields below it, and "---" again before the text."
    `);
  });

  it('must begin on the first line', () => {
    expect(checkSample({ [paths.page]: (text) => `\n${text}` })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:1:1 error front-matter-missing
        The file does not begin with its fields, which stand between two lines "---".
        Write "---" on the first line, the fields below it, and "---" again before the text."
    `);
  });

  it('must end', () => {
    expect(checkSample({ [paths.page]: '---\ntitle: About\nsummary: What this is.\n\nAbout us.\n' }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:1:1 error front-matter-missing
        The line "---" that ends the fields is missing.
        Write a line "---" after the last field, before the text."
    `);
  });
});
