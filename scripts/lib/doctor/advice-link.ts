import type { Advice } from './advice.ts';
import { findPosition, type Library, type TranslationEntry } from '../../../src/model/entry.ts';
import { compareText, type Position } from '../../../src/model/issue.ts';
import { isText } from '../../../src/model/text.ts';

/** A place in a content file. */
export interface Place extends Position {
  file: string;
}

/** An address on another site, and all places that name it. */
export interface ExternalLink {
  /** Without a fragment: that is for the browser. */
  url: string;
  places: Place[];
}

/** What became of trying an address. `to` is where it leads for good, if it does. */
export type Outcome =
  | { kind: 'answered'; status: number; to?: string | undefined }
  | { kind: 'circle' }
  | { kind: 'silent'; seconds: number }
  | { kind: 'unreachable'; reason: string };

/** Every address of another site in fields and texts, each once, in the order of files. */
export function listExternalLinks(library: Library): ExternalLink[] {
  const own = library.originals.site[0]?.data.url;
  const entries = [...Object.values(library.originals).flat(), ...library.translations].toSorted((a, b) =>
    compareText(a.file, b.file),
  );
  const links = new Map<string, Place[]>();
  for (const { url, ...place } of entries.flatMap(listUrls)) {
    const address = URL.parse(url);
    if (!address || url === own) continue;
    address.hash = '';
    const places = links.get(address.href) ?? [];
    links.set(address.href, [...places, place]);
  }
  return [...links].map(([url, places]) => ({ url, places }));
}

function listUrls({ file, data, body, positions }: TranslationEntry): (Place & { url: string })[] {
  const fields = listValues(data, '').map(([field, url]) => ({
    url,
    file,
    ...findPosition(positions, field),
  }));
  const links = (body?.links ?? []).map(({ url, line, column }) => ({ url, file, line, column }));
  return [...fields, ...links].filter(({ url }) => url.startsWith('https://'));
}

/** All values of a file that are no words for visitors, by dotted path. */
function listValues(value: unknown, field: string): [string, string][] {
  if (typeof value === 'string') return [[field, value]];
  if (typeof value !== 'object' || value === null || isText(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => listValues(inner, field ? `${field}.${key}` : key));
}

/** Says what is the matter with an address, if anything is. */
export function adviseLink({ url, places }: ExternalLink, outcome: Outcome): Advice[] {
  const [place, ...others] = places;
  const found = explain(url, outcome);
  if (!place || !found) return [];
  return [
    { topic: 'links', ...place, message: found.message, fix: [found.fix, ...tellOthers(others)].join(' ') },
  ];
}

type Words = Pick<Advice, 'message' | 'fix'>;

/** How many other places are named: more would hide the rest. */
const longestList = 3;

function tellOthers(others: readonly Place[]): string[] {
  if (others.length === 0) return [];
  const named = others.slice(0, longestList).map(({ file, line, column }) => `${file}:${line}:${column}`);
  const more = others.length - longestList;
  return [`Also at ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}

const tryIt = 'Open it in a browser. If it is gone, write another address or take it away.';

function explain(url: string, outcome: Outcome): Words | undefined {
  switch (outcome.kind) {
    case 'answered':
      return explainStatus(url, outcome.status, outcome.to);
    case 'circle':
      return { message: `${url} leads in a circle and never to a page.`, fix: tryIt };
    case 'silent':
      return { message: `${url} has not answered within ${outcome.seconds} seconds, twice.`, fix: tryIt };
    case 'unreachable':
      return { message: `${url} cannot be reached: ${outcome.reason}.`, fix: tryIt };
  }
}

function explainStatus(url: string, status: number, to: string | undefined): Words | undefined {
  if (status === 404 || status === 410)
    return {
      message: `${url} leads to a page that is not there (${status}).`,
      fix: 'Look for where it is now and write that address, or take it away.',
    };
  if (status >= 500)
    return { message: `${url} answers that it is out of order (${status}).`, fix: 'Try again another day.' };
  if (status >= 400)
    return {
      message: `${url} does not answer programs (${status}), so whether it is there cannot be told.`,
      fix: 'Open it in a browser.',
    };
  // A page that is not encrypted can be written nowhere in the content.
  if (!to?.startsWith('https://')) return undefined;
  return { message: `${url} has moved for good.`, fix: `Write ${to}, after looking at it.` };
}
