import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { checkLibrary } from '../../src/model/validate.ts';
import { collections, type CollectionName } from '../../src/model/registry.ts';
import { context, findIssues, paths, readSample, replace, sample, writeSample } from '../sample.ts';
import { samples } from '../seed.ts';

const idsOf = (name: CollectionName, library = readSample().library) =>
  library.originals[name].map((entry) => entry.id);

describe('readContent', () => {
  it('reads each file into its collection, named by its path', () => {
    expect(
      Object.fromEntries((Object.keys(collections) as CollectionName[]).map((name) => [name, idsOf(name)])),
    ).toMatchInlineSnapshot(`
      {
        "events": [
          "kick-off",
        ],
        "history": [
          "2029",
        ],
        "pages": [
          "about",
        ],
        "partners": [
          "university",
        ],
        "people": [
          "ada",
        ],
        "phases": [
          "phase-1",
          "phase-2",
        ],
        "prizes": [
          "first",
          "second",
        ],
        "programmes": [
          "programme",
        ],
        "site": [
          "site",
        ],
        "topics": [
          "streets",
        ],
        "weeks": [
          "phase-1-week-1",
          "phase-1-week-2",
          "phase-2-week-1",
        ],
      }
    `);
    const [week] = readSample().library.originals.weeks;
    expect(week).toMatchObject({
      edition: '2030',
      file: 'content/2030/weeks/phase-1-week-1.mdx',
      lang: 'en',
      data: { start: '2030-03-04', activity: { text: 'Reading aloud', lang: 'en' }, status: 'scheduled' },
    });
  });

  it('reads a translation beside its original, in its own language', () => {
    expect(readSample().library.translations).toMatchObject([
      {
        collection: 'weeks',
        id: 'phase-1-week-1',
        lang: 'ko',
        data: { activity: { text: '읽기', lang: 'ko' } },
      },
    ]);
  });

  it('takes the first language of site.yaml for that of the originals, and English where there is none', () => {
    const langWith = (languages: string) =>
      readSample({ [paths.site]: replace('[en, ko]', languages) }).library.originals.weeks[0]?.lang;
    expect(langWith('[ko, en]')).toBe('ko');
    expect(langWith('ko')).toBe('en');
    expect(langWith('[3]')).toBe('en');
  });

  it('remembers what it could not read, so that nobody calls it missing', () => {
    const { library } = readSample({
      [paths.week]: '',
      [paths.topic]: '---\ntitle: [\n---\n',
      [paths.phase]: 'a: 1',
    });
    expect(library.unreadable.map(({ collection, id }) => `${collection}/${id}`)).toEqual([
      'weeks/phase-1-week-1',
      'phases/phase-2',
      'topics/streets',
    ]);
  });

  it('goes on after a mistake, in the same file and in others', () => {
    const issues = findIssues({
      [paths.week]: (text) =>
        `${text.replace('2030-03-10', '2030-02-30').replace('number: 1', 'number: 0')}\n<b>a</b>\n`,
      [paths.page]: '',
      [paths.programme]: replace('running', 'runing'),
    });
    expect(issues.map(({ file, line, code }) => `${file}:${line} ${code}`)).toMatchInlineSnapshot(`
      [
        "content/2030/pages/about.mdx:1 file-empty",
        "content/2030/programme.yaml:7 value-unknown",
        "content/2030/weeks/phase-1-week-1.mdx:3 value-range",
        "content/2030/weeks/phase-1-week-1.mdx:5 date-impossible",
        "content/2030/weeks/phase-1-week-1.mdx:13 body-html",
      ]
    `);
  });

  it('finds issues in whatever bytes a file has, and never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...Array.from('-:#{}[]"\'<>!&*|>?%@`\n\t \\ab1/()')), { maxLength: 40 })
        .map((all) => all.join('')),
    );
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      text,
      text.map((yaml) => `---\n${yaml}\n---\n\nWords.\n`),
      text.map((body) => `${sample[paths.page] ?? ''}\n${body}\n`),
      text.map((value) => `${sample[paths.prize] ?? ''}givenBy: ${value}\n`),
    );
    const path = fc.constantFrom(...Object.values(paths), '2030/x.yaml', 'stray', '2030/weeks/Week 2.MDX');
    const dir = mkdtempSync(join(tmpdir(), 'sample-content-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    writeSample(dir);
    fc.assert(
      fc.property(path, content, (changed, bytes) => {
        writeFileSync(join(dir, changed), bytes);
        const { library, issues } = readContent(dir);
        writeFileSync(join(dir, changed), sample[changed] ?? '');
        for (const issue of [...issues, ...checkLibrary(library, context)]) {
          expect(issue.line).toBeGreaterThan(0);
          expect(issue.column).toBeGreaterThan(0);
          expect(issue.message).toMatch(/^[\s\S]+[.?]$/);
          expect(issue.fix).not.toBe('');
        }
      }),
      { numRuns: samples(100) },
    );
  });

  it('finds an issue or an entry in each file', () => {
    for (const path of Object.keys(sample)) {
      const { library, issues } = readSample({ [path]: '---\nnothing: known\n---\n' });
      const files = Object.values(library.originals)
        .flat()
        .map((entry) => entry.file);
      const told = new Set([
        ...files,
        ...library.translations.map(({ file }) => file),
        ...issues.map(({ file }) => file),
      ]);
      expect([...told].sort()).toEqual(
        Object.keys(sample)
          .map((each) => `content/${each}`)
          .sort(),
      );
    }
  });
});
