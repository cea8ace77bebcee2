import { describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readFiles } from '../../src/reader/file.ts';
import { renderParagraphs } from '../../src/format/issues.ts';
import { append, checkSample, findIssues, paths, readSample, sample } from '../sample.ts';

describe('a file that is no text', () => {
  it('is empty', () => {
    expect(checkSample({ [paths.pause]: ' \n' })).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-1-week-2.mdx:1:1 error file-empty
        This file is empty.
        Fill it in, or delete it. A file of the same kind shows what belongs in it."
    `);
  });

  it('is saved in another encoding', () => {
    expect(checkSample({ [paths.page]: Buffer.from('---\ntitle: Café\n---\n', 'latin1') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:2:11 error file-encoding
        This file is not a text in UTF-8, so its letters cannot be read from here on.
        Open it in your editor and save it again with the encoding "UTF-8"."
    `);
  });

  it('is saved with two bytes a letter', () => {
    expect(checkSample({ [paths.page]: Buffer.from(sample[paths.page] ?? '', 'utf16le') }))
      .toMatchInlineSnapshot(`
      "content/2030/pages/about.mdx:1:2 error file-encoding
        This file is not a text in UTF-8, so its letters cannot be read from here on.
        Open it in your editor and save it again with the encoding "UTF-8"."
    `);
  });
});

describe('readFiles', () => {
  it('reads lines that end as on Windows, and a byte order mark, like any others', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const changed = Object.fromEntries(Object.keys(sample).map((path) => [path, windows]));
    expect(findIssues(changed)).toEqual([]);
    expect(readSample(changed)).toEqual(readSample());
  });

  it('reads letters that are written in parts, as some keyboards write Hangul, like whole ones', () => {
    const parted = { [paths.topic]: append('\n## 질문\n\n[질문](#질문)\n'.normalize('NFD')) };
    expect(readSample(parted).library.originals.topics[0]?.body?.fragments).toEqual(['two-sides', '질문']);
    expect(checkSample(parted)).toBe('');
  });

  it('finds the place of a mistake in such a file', () => {
    const changed = (text: string) =>
      `\uFEFF${text.replace('2030-03-10', '2030-02-30').replaceAll('\n', '\r\n')}`;
    expect(findIssues({ [paths.week]: changed })).toMatchObject([{ line: 5, column: 6 }]);
  });

  it('says which file is a link, and reads the others', () => {
    const dir = mkdtempSync(join(tmpdir(), 'content-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    symlinkSync(join(dir, 'gone.yaml'), join(dir, 'site.yaml'));
    writeFileSync(join(dir, 'other.yaml'), 'a: 1');
    const { files, issues } = readFiles(dir, 'content');
    expect(files.map((file) => file.name)).toEqual(['content/other.yaml']);
    expect(renderParagraphs(issues)).toMatchInlineSnapshot(`
      "content/site.yaml:1:1 error file-kind
        This is a link, and only files and folders are read: nothing from elsewhere gets into the site.
        Put the file or folder itself here, or delete this."
    `);
  });

  it('has no conflict marks of git, in its fields or below them', () => {
    const conflict = '<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> topic\n';
    const expected = (line: number) =>
      `content/2030/pages/about.mdx:${line}:1 error file-conflict
  Two branches have changed the same lines of this file, and git has left its marks here.
  Keep the lines that are right, and delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>".`;
    expect(checkSample({ [paths.page]: append(conflict) })).toBe(expected(7));
    expect(checkSample({ [paths.page]: (text) => text.replace('---\n', `---\n${conflict}`) })).toBe(
      expected(2),
    );
    // In Markdown, a line of "=" makes the one above a heading.
    expect(checkSample({ [paths.page]: append('About\n=======\n') })).toContain('body-heading');
  });

  it('does not take a replacement character for a broken byte', () => {
    expect(checkSample({ [paths.page]: append('A \uFFFD.\n') })).toBe('');
  });
});
