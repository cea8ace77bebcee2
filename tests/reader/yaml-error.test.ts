import { describe, expect, it } from 'vitest';
import { append, checkSample, paths, replace } from '../sample.ts';

describe('broken YAML', () => {
  it('names the value that holds a colon', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme: Streets: old and new') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:8 error yaml-broken
        The value has a colon followed by a space, which only keys may have.
        Put the whole value into "quotation marks"."
    `);
  });

  it('finds the quotation mark that is not closed', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme: "Streets') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:8 error yaml-broken
        The quotation mark " that stands here is never closed.
        Write " where the value ends."
    `);
  });

  it('finds the bracket that is not closed', () => {
    expect(checkSample({ [paths.site]: replace('[en, ko]', '[en, ko') })).toMatchInlineSnapshot(`
      "content/site.yaml:5:12 error yaml-broken
        The bracket [ that stands here is never closed.
        Write ] where the value ends."
    `);
  });

  it('sees a tab', () => {
    expect(checkSample({ [paths.site]: replace('  name', '\tname') })).toMatchInlineSnapshot(`
      "content/site.yaml:3:1 error yaml-broken
        This line begins with a tab.
        Begin it with spaces, as many as the lines that it belongs with."
    `);
  });

  it('sees a line that is indented by mistake', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', ' theme: Streets') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:1 error yaml-broken
        This line does not begin at the same column as the lines that it belongs with.
        Take away or add spaces at its beginning until it does."
    `);
  });

  it('sees a missing space after the colon', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme:Streets') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:1 error yaml-broken
        There is no space after the colon.
        Write "theme: Streets"."
    `);
  });

  it('sees a missing colon', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme Streets') }))
      .toMatchInlineSnapshot(`
        "content/2030/programme.yaml:2:1 error yaml-broken
          This line has no colon.
          Write "key: value", with a colon and a space after the key."
      `);
  });

  it('sees words after a quotation', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme: "Streets" and more') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:18 error yaml-broken
        The fields cannot be read from "and more" on.
        Write one "key: value" a line. Put a value that has quotation marks or special characters into quotation marks as a whole: "…", or '…' where it has " inside."
    `);
  });

  it('sees a sign that no value begins with', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme: @Streets') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:8 error yaml-broken
        A value must not begin with this character.
        Put the whole value into "quotation marks"."
    `);
  });

  it('sees a backslash in quotation marks', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme: "C:\\Streets"') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:11 error yaml-broken
        A backslash inside "quotation marks" has a meaning of its own, and this one has none.
        Put the value into 'single quotation marks' instead, or write two backslashes."
    `);
  });

  it('sees a second set of fields', () => {
    expect(checkSample({ [paths.programme]: append('---\ntheme: More\n') })).toMatchInlineSnapshot(`""`);
  });
});

describe('signs that YAML would swallow', () => {
  it('are refused where a value begins with an asterisk', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme: *Streets* and squares') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:8 error yaml-sign
        The value begins with "*", which has a meaning of its own here, so that "*Streets*" would be lost.
        Put the whole value into "quotation marks"."
    `);
  });

  it('are refused where a value begins with an ampersand', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme: &Streets and squares') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:8 error yaml-sign
        The value begins with "&", which has a meaning of its own here, so that "&Streets" would be lost.
        Put the whole value into "quotation marks"."
    `);
  });

  it.each(['Streets #1 of all', '#1 of streets'])('are refused where a number follows: %s', (words) => {
    const found = checkSample({ [paths.programme]: replace('theme: Streets', `theme: ${words}`) });
    expect(found).toMatch(/^content\/2030\/programme\.yaml:2:(8|16) error yaml-sign\n/);
    expect(found).toContain(`is a comment here, so that "${words.replace('Streets ', '')}" would be lost.`);
    expect(found).toContain('Put the whole value into "quotation marks". If it is a comment for colleagues');
  });

  it('are no matter in a comment, between quotation marks or inside a word', () => {
    for (const words of ['Streets # not squares', '"Streets #1"', 'Streets#1', '"Streets" ## x'])
      expect(checkSample({ [paths.programme]: replace('theme: Streets', `theme: ${words}`) })).toBe('');
  });

  it('are refused where a value begins with an exclamation mark', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme: !Streets and squares') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:2:8 error yaml-sign
        The value begins with "!", which has a meaning of its own here, so that "!Streets" would be lost.
        Put the whole value into "quotation marks"."
    `);
  });
});

describe('a repeated key', () => {
  it('is reported where it stands for the second time', () => {
    expect(checkSample({ [paths.programme]: append('theme: Squares\n') })).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:11:1 error key-repeated
        The key "theme" stands here a second time.
        Keep one of the two and delete the other."
    `);
  });

  it('is found also where the first one has no value', () => {
    expect(checkSample({ [paths.programme]: replace('theme: Streets', 'theme:\ntheme: Squares') }))
      .toMatchInlineSnapshot(`
      "content/2030/programme.yaml:3:1 error key-repeated
        The key "theme" stands here a second time.
        Keep one of the two and delete the other."
    `);
  });

  it("is found in a page's fields", () => {
    expect(checkSample({ [paths.week]: replace('number: 1', 'number: 1\nnumber: 1') }))
      .toMatchInlineSnapshot(`
        "content/2030/weeks/phase-1-week-1.mdx:4:1 error key-repeated
          The key "number" stands here a second time.
          Keep one of the two and delete the other."
      `);
  });
});
