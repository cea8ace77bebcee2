import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { askQueries } from '../../scripts/lib/bench/search.ts';
import { assembleModel } from '../../src/pipeline/load.ts';
import { writeSearch } from '../../src/pipeline/search-index.ts';
import { readContent } from '../../src/reader/read.ts';
import type { SearchInterface } from '../../src/search/interface.ts';
import { gardens } from '../project.ts';

const { library } = readContent(join(gardens, 'content'));
const { published } = assembleModel({ publish: true }, { library, ledgers: [] });
const dirs: string[] = [];
afterAll(() => dirs.forEach((dir) => rmSync(dir, { recursive: true })));

async function write(base = '/') {
  const dir = mkdtempSync(join(tmpdir(), 'search-test-'));
  dirs.push(dir);
  return { dir, indexed: await writeSearch(dir, published, base) };
}

const filesOf = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1))
    .sort();

describe('writeSearch', { timeout: 60_000 }, () => {
  it('writes an index of each language, and nothing of an interface that is not ours', async () => {
    const { dir, indexed } = await write();
    expect(indexed.map(({ locale }) => locale)).toEqual(['en', 'ko']);
    for (const { locale, records, words } of indexed) {
      const fragments = readdirSync(join(dir, 'pagefind', locale, 'fragment'));
      // What has no text, or the address of another, is left out by Pagefind without a word.
      expect(fragments).toHaveLength(records);
      expect(JSON.parse(readFileSync(join(dir, 'pagefind', locale, 'words.json'), 'utf8'))).toHaveLength(
        words,
      );
    }
    const scripts = filesOf(dir).filter((file) => /\.(js|css)$/.test(file));
    expect(scripts).toEqual(['pagefind/en/pagefind.js', 'pagefind/ko/pagefind.js']);
  });

  it('gives the same bytes each time', async () => {
    const [one, two] = [await write(), await write()].map(({ dir }) =>
      filesOf(dir).map((file) => [file, readFileSync(join(dir, file)).toString('base64')]),
    );
    expect(one).toEqual(two);
  });

  it('has the base of the site in the paths of the interface, and not in those of the records', async () => {
    const { dir } = await write('/some-repo/');
    const folder = join(dir, 'pagefind/en');
    const text = JSON.parse(readFileSync(join(folder, 'interface.json'), 'utf8')) as SearchInterface;
    expect(text.page).toBe('/some-repo/search/');
    expect(text.others).toMatchObject([
      { locale: 'ko', index: '/some-repo/pagefind/ko/', page: '/some-repo/ko/search/' },
    ]);
    // Pagefind puts the base before them.
    const fragments = readdirSync(join(folder, 'fragment')).map((file) =>
      gunzipSync(readFileSync(join(folder, 'fragment', file))).toString(),
    );
    expect(fragments.some((fragment) => fragment.includes('"url":"/2022/weeks/phase-1-week-5/"'))).toBe(true);
    expect(fragments.join('')).not.toContain('some-repo');
  });

  it('counts in each plural form of the language', async () => {
    const { dir } = await write();
    const read = (locale: string) =>
      JSON.parse(readFileSync(join(dir, 'pagefind', locale, 'interface.json'), 'utf8')) as SearchInterface;
    expect(read('en').results).toEqual({ one: '# result', other: '# results' });
    expect(read('ko').results).toEqual({ other: '결과 #건' });
    expect(read('en').kinds.map(({ value }) => value)).toEqual([
      'week',
      'topic',
      'event',
      'partner',
      'prize',
      'page',
    ]);
    expect(read('en').words.none).toContain('{query}');
  });

  it('throws where it cannot write, rather than leave a site without its search', async () => {
    const { dir } = await write();
    const file = join(dir, 'pagefind/en/pagefind.js');
    await expect(writeSearch(file, published, '/')).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});

describe('askQueries', { timeout: 60_000 }, () => {
  const ask = (query: string, page: string, locale = 'en') =>
    askQueries(library, [{ locale, query, pages: [page] }]);

  it('finds the place of the page that should come first', async () => {
    expect(await ask('march 28', '/2022/weeks/phase-1-week-5/')).toMatchObject([{ place: 1 }]);
    expect(await ask('2단계 3주차', '/ko/2022/weeks/phase-2-week-3/', 'ko')).toMatchObject([{ place: 1 }]);
    expect(await ask('zoom', '/2022/partners/')).toMatchObject([
      { place: undefined, first: '/2022/events/kick-off/' },
    ]);
  });

  it('leaves out queries for pages that the content lacks', async () => {
    expect(await ask('cyber', '/2022/topics/cybersecurity-threats/')).toEqual([]);
    expect(await ask('ethics', '/de/2022/topics/seed-ethics/', 'de')).toEqual([]);
  });
});
