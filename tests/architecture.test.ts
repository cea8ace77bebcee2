import { describe, expect, it } from 'vitest';
import { findImpure, importsOf, readSources, rows, textsOf, type Source } from './architecture.ts';
import { readContent } from '../src/content/read.ts';

const isCode = ({ path }: Source) => /\.([cm]?ts|astro)$/.test(path);

function findForbidden(sources: Source[]): string[] {
  return sources.filter(isCode).flatMap((source) => {
    const row = rows.find(({ from }) => from.test(source.path));
    if (!row) return [`${source.path} belongs to no row`];
    return importsOf(source)
      .filter(({ target }) => !row.may.some((pattern) => pattern.test(target)))
      .map(({ target }) => `${source.path} imports ${target}`);
  });
}

/** Folders that Node runs as they are, with no bundler. */
const isPlain = ({ path }: Source) =>
  /^(src\/(domain|format|i18n|content|build)|scripts)\/.*\.ts$/.test(path);

const findUnending = (sources: Source[]) =>
  sources.filter(isPlain).flatMap((source) =>
    importsOf(source)
      .filter(({ written }) => /^(\.|@\/)/.test(written) && !/^\..*\.(ts|json)$/.test(written))
      .map(({ written }) => `${source.path} imports ${written}`),
  );

const isPure = ({ path }: Source) => /^src\/(domain|format)\/.*\.ts$/.test(path);

const findClocks = (sources: Source[]) =>
  sources.filter(isPure).flatMap((source) => findImpure(source).map((use) => `${source.path} uses ${use}`));

const findLong = (sources: Source[]) =>
  sources
    .filter(({ path, text }) => !path.endsWith('.json') && text.trimEnd().split('\n').length > 200)
    .map(({ path }) => path);

const { originals } = readContent(new URL('../content', import.meta.url).pathname).library;
const names = [
  ...originals.site.flatMap(({ data }) => [data.name, data.organiser.name]),
  ...originals.programmes.map(({ data }) => data.title),
];
const facts = [
  /\b20[1-3]\d\b/,
  /\b(KRW|WeGO|Seoul)\b/,
  ...names.map(({ text }) => new RegExp(RegExp.escape(text))),
];

/** Sentences for staff may give an example: what a schema says of its fields, and how to mend a mistake. */
const hasExamples = (path: string) => /^src\/(domain|content)\//.test(path);

const findFacts = (sources: Source[]) =>
  sources.flatMap((source) =>
    textsOf(source)
      .filter(
        ({ text, isSentence }) =>
          facts.some((fact) => fact.test(text)) && !(isSentence && hasExamples(source.path)),
      )
      .map(({ text }) => `${source.path} says ${text.trim().slice(0, 60)}`),
  );

const sources = readSources('src', 'scripts');
const inSrc = sources.filter(({ path }) => path.startsWith('src/'));

describe('the house', () => {
  it('has rooms that import only what they may', () => {
    expect(findForbidden(sources)).toEqual([]);
  });

  it('imports with the ending where Node runs it as it is', () => {
    expect(findUnending(sources)).toEqual([]);
  });

  it('has a pure room that knows no clock, no host and no environment', () => {
    expect(findClocks(sources)).toEqual([]);
  });

  it('has no file of more than 200 lines', () => {
    expect(findLong(sources)).toEqual([]);
  });

  it('knows nothing of one programme: no year, no name, no city, no currency', () => {
    expect(names).not.toEqual([]);
    expect(findFacts(inSrc)).toEqual([]);
  });
});

describe('a rule of the house', () => {
  const made = (path: string, text: string): Source[] => [{ path, text }];

  it.each([
    ['src/domain/week.ts', `import { readFileSync } from 'node:fs';`],
    ['src/domain/week.ts', `import { getCollection } from 'astro:content';`],
    ['src/domain/week.ts', `import type { X } from '../format/dates.ts';`],
    ['src/domain/week.ts', `export * from '../content/read.ts';`],
    ['src/format/dates.ts', `const { x } = await import('../i18n/translator.ts');`],
    ['src/i18n/translator.ts', `import { x } from '../domain/week.ts';`],
    ['src/content/read.ts', `import { formatDay } from '../format/dates.ts';`],
    ['src/content/read.ts', `import { spawn } from 'node:child_process';`],
    ['src/components/week/WeekCard.astro', `---\nimport { loadSite } from '@/programme.ts';\n---\n`],
    [
      'src/components/week/WeekCard.astro',
      `<p>Hi</p>\n<script>\nimport x from '../../build/feeds.ts';\n</script>\n`,
    ],
    ['src/layouts/Layout.astro', `---\nimport fs from 'node:fs';\n---\n`],
    ['src/components/week/WeekCard.astro', `---\nimport Page from '@/pages/index.astro';\n---\n`],
    ['src/build/feeds.ts', `import { x } from '../pages/calendar.ts';`],
    ['src/build/feeds.ts', `import { x } from '../../scripts/lib/log.ts';`],
    ['scripts/check.ts', `import { x } from '../src/programme.ts';`],
    ['src/tools/any.ts', ''],
  ])('is broken by %s with %s', (path, text) => {
    expect(findForbidden(made(path, text))).toHaveLength(1);
  });

  it('is broken by an import that only a bundler finds', () => {
    expect(findUnending(made('src/domain/week.ts', `import { x } from './date';`))).toHaveLength(1);
    expect(findUnending(made('src/content/read.ts', `import { x } from '@/domain/date.ts';`))).toHaveLength(
      1,
    );
  });

  it.each([
    'new Date()',
    'Date.now()',
    'Date()',
    'value.toLocaleString()',
    'value.toLocaleDateString(undefined, {})',
    'a.localeCompare(b)',
    'new Intl.NumberFormat()',
    'new Intl.DateTimeFormat(undefined, { timeZone })',
    'import.meta.env.BASE_URL',
    'process.env.TZ',
  ])('is broken by %s', (use) => {
    expect(findClocks(made('src/format/dates.ts', `export const x = ${use};`))).not.toEqual([]);
  });

  it.each([
    'new Date(instant)',
    'value.toLocaleString(locale)',
    'new Intl.NumberFormat(locale)',
    'a.localeCompare(b, locale)',
  ])('is kept by %s', (use) => {
    expect(findClocks(made('src/format/dates.ts', `export const x = ${use};`))).toEqual([]);
  });

  it.each([
    ['src/domain/week.ts', `const year = 2022;`],
    ['src/domain/week.ts', `const start = '2022-03-04';`],
    ['src/content/read.ts', `const currency = 'KRW';`],
    ['src/format/dates.ts', `const x = 'A sentence of 2022.';`],
    ['src/components/week/WeekCard.astro', `<p>Held in Seoul</p>`],
    ['src/i18n/en.json', `{ "title": "WeGO" }`],
    ['src/pages/index.astro', `---\nconst title = 'Smart City Champions';\n---\n`],
  ])('is broken by a fact in %s: %s', (path, text) => {
    expect(findFacts(made(path, text))).not.toEqual([]);
  });

  it('leaves comments alone, and examples in sentences for staff', () => {
    expect(findFacts(made('src/format/dates.ts', '// In 2022 in Seoul.\n/** `2022-03-07` */\n'))).toEqual([]);
    expect(
      findFacts(
        made('src/components/A.astro', '---\n// 2022\n---\n<!-- Seoul -->\n<style>/* KRW */</style>'),
      ),
    ).toEqual([]);
    expect(findFacts(made('src/domain/week.ts', `const fix = 'Write it as 2022-03-07.';`))).toEqual([]);
  });

  it('is broken by a file of 201 lines', () => {
    expect(findLong(made('src/domain/week.ts', 'x\n'.repeat(201)))).toHaveLength(1);
    expect(findLong(made('src/domain/week.ts', 'x\n'.repeat(200)))).toEqual([]);
  });
});
