import type { Source } from '../model/schemas/fields.ts';
import type { Programme } from '../model/site.ts';

type Cited = Source | readonly Source[] | undefined;

/** Lists the sources of a page once each, in the order in which it cites them. */
export function listSources(...cited: readonly Cited[]): Source[] {
  const byKey = new Map(cited.flatMap(toList).map((source) => [JSON.stringify(source), source]));
  return [...byKey.values()];
}

/** The numbers, from 1, that cited sources have in the list of their page. Those that are not in it have none. */
export function numberSources(list: readonly Source[], cited: Cited): number[] {
  const keys = list.map((source) => JSON.stringify(source));
  return toList(cited)
    .map((source) => keys.indexOf(JSON.stringify(source)) + 1)
    .filter((number) => number > 0);
}

const toList = (cited: Cited): readonly Source[] => (cited === undefined ? [] : [cited].flat());

/** The sources of everything on the home page of an edition. */
export function listHomeSources({
  source,
  audience,
  cost,
  format,
  results = [],
  partners,
}: Pick<Programme, 'source' | 'audience' | 'cost' | 'format' | 'results' | 'partners'>): Source[] {
  return listSources(source, ...[audience, cost, format, ...results, ...partners].map((each) => each.source));
}
