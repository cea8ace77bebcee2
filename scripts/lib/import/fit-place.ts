import { valueAt } from '../../../src/model/entry.ts';
import type { Context, Draft, VenueDraft } from './draft.ts';
import { wordsAt, type Existing } from './existing.ts';
import { isOnlinePlace, type Places } from './place.ts';
import { isSamePlace, mergeVenues, type KnownVenue, type Merged } from './venue.ts';

/**
 * Where an event is held and how people take part, which change together. What people may have written by hand stays
 * where the row can mean it too.
 */
export function fitPlaces(
  draft: Draft,
  entry: Existing,
  context: Context,
  notes: string[],
): Record<string, unknown> {
  const { where, fields, row, troubles } = draft;
  if (!where?.isPlaceSaid) return {};
  const known = listKnown(entry);
  const [there, online] = [known.filter((each) => !isOnline(each)), known.filter(isOnline)];
  const from = valueAt(entry.data, 'attendance');
  const said = fields['attendance'];
  const why = said === undefined ? explainStay(where, { there, online, from, data: entry.data }) : undefined;
  if (why !== undefined) notes.push(`Its attendance stays ${String(from)}${why} ${correct}`);
  // People who can come can still do so, unless the row says otherwise in so many words.
  const isKept =
    why !== undefined || (from === 'hybrid' && (where.attendance === 'in-person' || there.length > 0));
  const to = said ?? (isKept ? from : where.attendance);
  const own = where.venues.filter(({ name }) => !isOnlinePlace(name));
  const links = where.venues.filter(({ name }) => isOnlinePlace(name));
  if (why !== undefined && own.length === 0) return {};
  const isLeft = from !== to && to === 'online' && own.length === 0;
  const isMet = from !== to && to === 'in-person' && links.length === 0;
  const merged = [
    isLeft ? leave(there) : fitSort(there, own, context, notes),
    isMet ? { venues: [], details: {}, isOther: online.length > 0 } : fitSort(online, links, context, notes),
  ];
  if (merged.includes(undefined)) {
    troubles.push({
      place: row.place,
      value: row.values.place,
      why: `${entry.id} is held in several places, and this is none of them.`,
      fix: `Correct the place in ${entry.file} by hand, and write it here as it stands there.`,
    });
    return {};
  }
  const parts = merged.filter((each) => each !== undefined);
  const venues = parts.flatMap((each) => each.venues);
  return {
    ...(to === from ? {} : { attendance: to }),
    ...(isMet && where.join === undefined ? { join: undefined } : {}),
    ...(parts.some(({ isOther }) => isOther)
      ? { venues: venues.length > 0 ? venues : undefined }
      : Object.fromEntries(parts.flatMap(({ details }) => Object.entries(details)))),
  };
}

/** The places of one sort, which a row may name in another language. */
function fitSort(
  olds: readonly KnownVenue[],
  news: readonly VenueDraft[],
  { isForeign }: Context,
  notes: string[],
): Merged | undefined {
  const fitted = mergeVenues(olds, news);
  const names = news.map(({ name }) => name).join('; ');
  if (!fitted?.isOther || olds.length === 0 || !isForeign(names)) return fitted;
  notes.push(`Its place stays “${olds[0]?.names[0] ?? ''}”: “${names}” is in Korean.`);
  return mergeVenues(olds, []);
}

const correct = 'If that has changed, write it in a column "Attendance", or in its file.';

function listKnown({ data, translations }: Existing): KnownVenue[] {
  const there = valueAt(data, 'venues');
  return (Array.isArray(there) ? (there as VenueDraft[]) : []).map((venue, index) => {
    const names = [venue.name, ...translations.map((each) => wordsAt(each, `venues.${index}.name`))];
    return { venue, index, names: names.filter((name) => typeof name === 'string') };
  });
}

const isOnline = ({ names }: KnownVenue) => names.some(isOnlinePlace);

/** No place where people meet: of several nobody can tell whether all of them are meant. */
const leave = (there: readonly KnownVenue[]): Merged | undefined =>
  there.length > 1 ? undefined : { venues: [], details: {}, isOther: there.length > 0 };

interface State {
  there: readonly KnownVenue[];
  online: readonly KnownVenue[];
  from: unknown;
  data: unknown;
}

/** Why how people take part stays, though the row alone would mean something else; undefined where it changes. */
function explainStay(
  { venues, attendance, join, isOnlineSaid }: Places,
  { there, online, from, data }: State,
): string | undefined {
  if (attendance === from) return undefined;
  const names = venues.map(({ name }) => name);
  const isNamed = names.some((name) => there.some((each) => isSamePlace(name, each)));
  const place = there[0]?.names[0] ?? '';
  const isNews = names.length === 0 || names.some((name) => !online.some((each) => isSamePlace(name, each)));
  if (from === 'hybrid' && attendance === 'online' && there.length > 0 && isNews)
    return `, at “${place}” too: the row says only that it is online.`;
  if (from === 'online' && isNamed) return `, though the row names “${place}”: its file has both.`;
  if (from === 'in-person' && isNamed && !isOnlineSaid && join === valueAt(data, 'join'))
    return ', though it has a link by which people join: its file has both.';
  return undefined;
}
