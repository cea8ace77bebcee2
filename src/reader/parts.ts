import type { Parts } from '../model/assemble.ts';
import type { Entry, Library } from '../model/entry.ts';

/** The parts that a site is assembled from, of a library that was read from files. */
export function toParts(library: Library): Parts {
  const toPart = <T extends Pick<Entry, 'body'>>(entry: T) => ({
    ...entry,
    hasBody: (entry.body?.markdown.trim() ?? '') !== '',
  });
  return {
    originals: Object.fromEntries(
      Object.entries(library.originals).map(([name, entries]) => [name, entries.map(toPart)]),
    ) as unknown as Parts['originals'],
    translations: library.translations.map((entry) => ({ ...toPart(entry), data: entry.data as never })),
  };
}
