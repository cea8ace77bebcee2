import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assembleModel } from '../../../src/pipeline/load.ts';
import { writeSearch } from '../../../src/pipeline/search-index.ts';
import { serveSite } from '../server.ts';
import { readSettings } from '../../../src/pipeline/settings.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { createPaths } from '../../../src/model/address.ts';
import type { Site } from '../../../src/model/site.ts';
import type { Library } from '../../../src/model/entry.ts';
import { listRecords } from '../../../src/search/records.ts';
import type { SearchInterface } from '../../../src/search/interface.ts';
import { namePhases } from '../../../src/search/phase.ts';
import { packHangul } from '../../../src/search/hangul.ts';
import { searchWeights } from '../../../src/search/kind.ts';
import { loadContent } from '../../../src/pipeline/content.ts';
import { root } from '../../../src/pipeline/environment.ts';

/** What a visitor types, and the pages of which one should come first. */
export interface SearchQuery {
  locale: string;
  query: string;
  /** Addresses with their language. */
  pages: string[];
}

/** A query with its result. */
export interface Answer extends SearchQuery {
  /** The position of the expected page among the results, from 1; undefined if it was not found. */
  place: number | undefined;
  /** The first page found. */
  first: string | undefined;
}

/** The part of Pagefind's browser API that is used. */
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => {
    search: (query: string) => Promise<{ results: { data: () => Promise<{ raw_url: string }> }[] }>;
  };
}

/**
 * Measures the recall of the search with the organiser's queries, on the content of the project.
 * Other content lacks the pages that they name, and then there is nothing to measure.
 */
export async function benchSearch(): Promise<string[]> {
  const { library } = loadContent(readSettings(process.env, root));
  const queries = readQueries();
  const answers = await askQueries(library, queries);
  if (answers.length === 0) return [`None of the ${queries.length} queries names a page of this content.`];
  const missed = answers.filter(({ place }) => place !== 1);
  const percent = (count: number) => `${((100 * count) / answers.length).toFixed(0)} %`;
  return [
    ...missed.map(
      ({ locale, query, place, first }) =>
        `${locale} “${query}”: at ${place ?? 'no'} place; first came ${first ?? 'nothing'}`,
    ),
    `${answers.length} queries: recall at 1 ${percent(answers.length - missed.length)}, at 3 ${percent(recallAt(3, answers))}`,
  ];
}

/** How many answers have their page among the first `count` results. */
export function recallAt(count: number, answers: readonly Answer[]): number {
  return answers.filter(({ place = Infinity }) => place <= count).length;
}

/** The measured queries of the organiser's programme. */
export function readQueries(): SearchQuery[] {
  const text = readFileSync(join(root, 'tests/organiser/search-queries.json'), 'utf8');
  const queries = JSON.parse(text) as Record<string, Record<string, string[]>>;
  return Object.entries(queries).flatMap(([locale, pagesByQuery]) =>
    Object.entries(pagesByQuery).map(([query, pages]) => ({ locale, query, pages })),
  );
}

/**
 * Indexes content and asks queries, with Pagefind's own code for browsers.
 * @returns the answers to those queries that name a page of the content
 */
export async function askQueries(library: Library, queries: readonly SearchQuery[]): Promise<Answer[]> {
  const { published } = assembleModel({ publish: true }, { library, ledgers: [] });
  const pages = listPages(published);
  const answerable = queries.filter((query) => query.pages.some((page) => pages.has(page)));
  if (answerable.length === 0) return [];
  const dir = await mkdtemp(join(tmpdir(), 'search-'));
  try {
    await writeSearch(dir, published, '/');
    await writeFile(join(dir, 'index.html'), '');
    const server = await serveSite({ dir });
    try {
      return await ask(dir, server.url, answerable);
    } finally {
      await server.close();
    }
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** The addresses of all pages that the search can find, with their language. */
function listPages(sites: readonly Site[]): Set<string> {
  const toPath = createPaths({ base: '/', defaultLocale: sites[0]?.locale ?? '' });
  const addresses = sites.flatMap((site) =>
    listRecords(site, createTranslator(site.locale)).map(({ address }) =>
      toPath(address.replace(/#.*/, ''), site.locale),
    ),
  );
  return new Set(addresses);
}

async function ask(dir: string, url: string, queries: readonly SearchQuery[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const locale of new Set(queries.map((query) => query.locale))) {
    const file = join(dir, 'pagefind', locale, 'pagefind.js');
    const words = await readFile(join(dir, 'pagefind', locale, 'interface.json'), 'utf8');
    const { phases } = JSON.parse(words) as SearchInterface;
    const module = (await import(pathToFileURL(file).href)) as PagefindModule;
    const pagefind = module.createInstance({
      basePath: `${url}pagefind/${locale}/`,
      ranking: { metaWeights: searchWeights },
      noWorker: true,
    });
    for (const each of queries.filter((query) => query.locale === locale)) {
      const { results } = await pagefind.search(packHangul(namePhases(each.query, phases)));
      const found = await Promise.all(results.slice(0, 10).map(async ({ data }) => (await data()).raw_url));
      const pages = [...new Set(found.map((address) => address.replace(/#.*/, '')))];
      const place = pages.findIndex((page) => each.pages.includes(page)) + 1;
      answers.push({ ...each, place: place === 0 ? undefined : place, first: pages[0] });
    }
  }
  return answers;
}
