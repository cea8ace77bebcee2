/** What is searched for. An empty value asks for all. */
export interface Query {
  text: string;
  kind: string;
  phase: string;
  edition: string;
}

export const noFilters = { kind: '', phase: '', edition: '' };

export const hasFilters = ({ kind, phase, edition }: Query) => `${kind}${phase}${edition}` !== '';

/** The query that an address asks. */
export function readQuery(address: URL): Query {
  const get = (name: string) => address.searchParams.get(name) ?? '';
  return { text: get('q'), kind: get('kind'), phase: get('phase'), edition: get('edition') };
}

/** The address of a query on a search page, such as `/search/?q=cyber&kind=week`. */
export function writeQuery(page: string, { text, kind, phase, edition }: Query): string {
  const values = Object.entries({ q: text, kind, phase, edition }).filter(([, value]) => value !== '');
  const parameters = new URLSearchParams(values).toString();
  return parameters === '' ? page : `${page}?${parameters}`;
}
