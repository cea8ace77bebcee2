/** A search query by the names of its form controls, which are also its parameters in an address. */
export type Query = Record<'q' | 'kind' | 'phase' | 'edition', string>;

/** Filters that let everything pass. */
export const noFilters = { kind: '', phase: '', edition: '' };

export const hasFilters = ({ kind, phase, edition }: Query) => `${kind}${phase}${edition}` !== '';

/** Reads a query from an address or a form. */
export function readQuery(source: URLSearchParams | FormData): Query {
  const read = (name: string) => {
    const value = source.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return { q: read('q'), kind: read('kind'), phase: read('phase'), edition: read('edition') };
}

/** Writes the address of a query on a search page: `/search/?q=cyber&kind=week`. */
export function writeQuery(page: string, query: Query): string {
  const values = Object.entries(query).filter(([, value]) => value !== '');
  return values.length === 0 ? page : `${page}?${new URLSearchParams(values).toString()}`;
}
