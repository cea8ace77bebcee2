import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/reader/front-matter.ts';
import { checkSample, paths } from '../sample.ts';

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

  it('are not empty while they stand below', () => {
    expect(checkSample({ [paths.page]: (text) => `---\n${text}` })).toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:2:1 error front-matter-missing
        The fields end before they begin: the line "---" stands twice.
        Delete one of the two lines "---" at the beginning."
    `);
  });
});

describe('splitFrontMatter', () => {
  const split = (text: string) => splitFrontMatter({ path: 'a.mdx', name: 'a.mdx', text });

  it('says on which lines fields and body begin', () => {
    expect(split('---\na: 1\nb: 2\n---\n\nWords.\n')).toEqual({
      yaml: 'a: 1\nb: 2',
      yamlLine: 2,
      body: '\nWords.\n',
      bodyLine: 5,
    });
  });

  it('takes what is empty for what it is', () => {
    expect(split('---\n---')).toEqual({ yaml: '', yamlLine: 2, body: '', bodyLine: 2 });
  });

  it('ends at the first line that can end it', () => {
    expect(split('---\n---\nWords: these.\n\n---\n\nMore.')).toMatchObject({
      yaml: '',
      body: 'Words: these.\n\n---\n\nMore.',
    });
  });

  it('leaves a rule in the body alone', () => {
    expect(split('---\na: 1\n---\nOne.\n\n---\n\nTwo.\n')).toMatchObject({
      yaml: 'a: 1',
      body: 'One.\n\n---\n\nTwo.\n',
    });
  });
});
