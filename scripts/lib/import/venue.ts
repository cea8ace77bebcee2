import type { VenueDraft } from './draft.ts';
import { plainName } from './text.ts';

/** A place of an event that is there: what its file says, where it stands, and its name in all languages. */
export interface KnownVenue {
  venue: Partial<VenueDraft>;
  index: number;
  names: string[];
}

/** Places as they are to be, and what changes in those that stay, by dotted path. */
export interface Merged {
  venues: Partial<VenueDraft>[];
  details: Record<string, unknown>;
  /** Whether there are other places than before, so that the list is written anew. */
  isOther: boolean;
}

/**
 * Known places, changed to what a row says: a single one may be another now, and to those that it names all it can
 * add others.
 * @returns undefined where it has several and the row names another one: nobody can tell for which it stands
 */
export function mergeVenues(known: readonly KnownVenue[], said: readonly VenueDraft[]): Merged | undefined {
  const pairs = said.map((venue) => ({ venue, own: known.find((each) => isSamePlace(venue.name, each)) }));
  const added = pairs.filter(({ own }) => !own).map(({ venue }) => dropEmpty(venue));
  const isAllNamed = known.every((each) => pairs.some(({ own }) => own === each));
  if (added.length > 0 && !isAllNamed)
    return known.length > 1 ? undefined : { venues: said.map(dropEmpty), details: {}, isOther: true };
  const changes = pairs.flatMap(({ venue, own }) => {
    const { name: _, ...detail } = dropEmpty(venue);
    return own ? [{ own, detail }] : [];
  });
  const venues = known.map((each): Partial<VenueDraft> => {
    const details = changes.filter(({ own }) => own === each).map(({ detail }) => detail);
    return details.reduce((venue, detail) => ({ ...venue, ...detail }), each.venue);
  });
  const details = changes.flatMap(({ own, detail }) =>
    Object.entries(detail).map(([key, value]) => [`venues.${own.index}.${key}`, value]),
  );
  return {
    venues: [...venues, ...added],
    details: Object.fromEntries(details) as Record<string, unknown>,
    isOther: added.length > 0,
  };
}

/** Whether a text names a place: alone, or with its room, city and country, as lists and calendars write it. */
export function isSamePlace(text: string, { venue, names }: KnownVenue): boolean {
  const own = [venue.name, venue.room, venue.address, venue.city, venue.country];
  const known = [...names, ...own.filter((part) => part !== undefined)].map(plainName);
  const isNamed = (name: string) => names.some((each) => plainName(each) === plainName(name));
  const parts = text.split(',');
  return isNamed(text) || (isNamed(parts[0] ?? '') && parts.every((part) => known.includes(plainName(part))));
}

/** A place without what is not said of it. */
export const dropEmpty = (venue: VenueDraft): Record<string, string> =>
  Object.fromEntries(Object.entries(venue).filter((pair): pair is [string, string] => pair[1] !== undefined));
