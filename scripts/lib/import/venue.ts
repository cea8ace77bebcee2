import type { VenueDraft } from './draft.ts';
import { plainName } from './text.ts';

/** A place of an event that is there: what its file says, and its name in other languages. */
export interface KnownVenue {
  venue: Partial<VenueDraft>;
  names: string[];
}

/**
 * The places of an event that is there, changed to what a row says, by dotted path.
 * @returns undefined where it has several and the row names another one: nobody can tell for which it stands
 */
export function mergeVenues(
  known: readonly KnownVenue[],
  said: readonly VenueDraft[],
): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  for (const venue of said) {
    const index = known.findIndex((each) => isSamePlace(venue.name, each));
    if (index === -1) return known.length > 1 ? undefined : { venues: said.map(dropEmpty) };
    for (const [key, value] of Object.entries(dropEmpty(venue)))
      if (key !== 'name') fields[`venues.${index}.${key}`] = value;
  }
  return fields;
}

/** Whether a text names a place: alone, or with its room, city and country, as lists and calendars write it. */
function isSamePlace(text: string, { venue, names }: KnownVenue): boolean {
  const own = [venue.name, venue.room, venue.address, venue.city, venue.country];
  const known = [...names, ...own.filter((part) => part !== undefined)].map(plainName);
  const isNamed = (name: string) => names.some((each) => plainName(each) === plainName(name));
  const parts = text.split(',');
  return isNamed(text) || (isNamed(parts[0] ?? '') && parts.every((part) => known.includes(plainName(part))));
}

/** A place without what is not said of it. */
export const dropEmpty = (venue: VenueDraft): Record<string, string> =>
  Object.fromEntries(Object.entries(venue).filter((pair): pair is [string, string] => pair[1] !== undefined));
