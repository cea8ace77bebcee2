import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSite, requireModel } from '../../../src/pipeline/load.ts';
import { listSearchSources } from '../../../src/pipeline/search.ts';
import { writeSearch } from '../../../src/pipeline/search-index.ts';
import { serveSite } from '../server.ts';
import { readSettings } from '../../../src/pipeline/settings.ts';
import type { SearchInterface } from '../../../src/search/interface.ts';
import { namePhases } from '../../../src/search/phase.ts';
import { packHangul } from '../../../src/search/hangul.ts';
import { searchWeights } from '../../../src/search/kind.ts';
import { root } from '../../../src/pipeline/environment.ts';
import { queries, type SearchQuery } from './search-queries.ts';

/** A query, and the place of the page that should come first, from 1; undefined if it was not found. */
export interface Answer extends SearchQuery {
  place: number | undefined;
  /** What came first. */
  first: string | undefined;
}

/** What is used of Pagefind's module for browsers. */
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => {
    search: (query: string) => Promise<{ results: { data: () => Promise<{ raw_url: string }> }[] }>;
  };
}

/** Asks what people type of the real index: how often the page that should come first does, or is among the first three. */
export async function benchSearch(): Promise<string[]> {
  const answers = await askQueries();
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

/** Indexes the content of the project and asks every query, with Pagefind's own code for browsers. */
export async function askQueries(): Promise<Answer[]> {
  const dir = await mkdtemp(join(tmpdir(), 'search-'));
  try {
    const site = loadSite({ ...readSettings(process.env, root), publish: true }, { now: new Date() });
    const { published } = requireModel(site, 'Nothing was measured, since the content has');
    await writeSearch(dir, listSearchSources(published), '/');
    await writeFile(join(dir, 'index.html'), '');
    const server = await serveSite({ dir });
    try {
      return await ask(dir, server.url);
    } finally {
      await server.close();
    }
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function ask(dir: string, url: string): Promise<Answer[]> {
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
