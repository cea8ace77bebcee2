import { valueAt } from '../../../src/model/entry.ts';
import { textAt, type Existing } from './edition.ts';
import type { Context, ParsedRow, Places, RowReader, Venue } from './row.ts';
import { hasHangul, isUnknown, normaliseName, parseCountry } from './values.ts';

const latin = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![a-z\\d])`;
const online = `${latin('online|on-line|virtual(?:ly)?|remote(?:ly)?|web|internet|webinar|web-?conference|video(?:-?conference|-?call)?')}|온라인|비대면|원격|화상|웨비나`;
const service = `${latin('zoom|(?:microsoft |ms )?teams|google meet|meet|(?:cisco )?webex|youtube|skype|gather(?:\\.?town)?')}|줌|유튜브|웹엑스|팀즈|구글 ?미트`;
/** Words beside these that name no place. */
const filler = `${latin('via|on|by|through|using|over|per|meetings?|calls?|conference|session|event|live|stream(?:ing)?|only|platform|(?:the )?links?|url|follows?|(?:will|to) (?:be )?(?:sent|shared|follow|announced)|see|id|tb[ac]|besprechung')}|pass ?(?:code|word)\\s*:?\\s*\\S+|비밀번호\\s*:?\\s*\\S+|회의|미팅|세미나|강의|수업|개최|진행|실시간|생중계|스트리밍|라이브|병행|동시|링크|추후|공지|예정|활용|이용|통해|으로|로(?=[\\s)]|$)|을|를|\\d+`;
const onlineWord = new RegExp(`${service}|${online}`, 'iu');
const anyKnownWord = new RegExp(`${filler}|${service}|${online}`, 'giu');
const serviceName = new RegExp(service, 'giu');
const onlineStart = new RegExp(`^(?:${service}|${online})`, 'iu');
const onlineOnly = new RegExp(`^(?:(?:${service})(?: meeting)?|${online})$`, 'iu');

/** Whether a text means online and names no place where people meet: Zoom, 온라인(줌), Online via Google Meet. */
export function isOnlinePlace(text: string): boolean {
  const plain = text.normalize('NFKC');
  return onlineWord.test(plain) && !/[\p{L}\p{N}]/u.test(plain.replaceAll(anyKnownWord, ' '));
}

const separator = '\\s*(?:[,/&|·]|\\s[-–—]\\s|\\b(?:and|or)\\b|및)\\s*';
const splitters = [
  // Seoul City Hall (Zoom), Online (Seoul)
  /^([^()（）]+?)\s*[(（]([^()（）]+)[)）]$/u,
  new RegExp(`^(.+)${separator}(.+)$`, 'u'),
  new RegExp(`^(.+?)${separator}(.+)$`, 'u'),
];

/** Splits what means online from a place that is named beside it. */
function splitPlace(text: string): { site?: string; online: string[] } {
  if (isOnlinePlace(text)) return { online: [text] };
  for (const splitter of splitters) {
    const [, first = '', last = ''] = splitter.exec(text) ?? [];
    const [online, other] = isOnlinePlace(first) ? [first, last] : [last, first];
    if (!isOnlinePlace(online)) continue;
    const rest = splitPlace(other.trim());
    return { ...rest, online: [...rest.online, online] };
  }
  return { site: text, online: [] };
}

/** The service of an online place by its name there, or nothing for "online" alone. */
function findService(text: string): Venue[] {
  const names = text.match(serviceName) ?? [];
  const isNameAlone = /^[\p{L}\s-]+$/u.test(text) && text.search(serviceName) === 0;
  const name = isNameAlone ? text : (names.find((each) => !hasHangul(each)) ?? names[0]);
  return name === undefined ? [] : [{ name }];
}

/** Reads places, the link by which people join, and what follows from both for how people take part. */
export function readPlaces(reader: RowReader): Places {
  const { place = '', room, address, city, join: joinLink } = reader.values;
  const link = /https?:\/\/[^\s;]+/i.exec(place)?.[0];
  const parts = place
    .split(/\s*(?:;|\s\/\s|\s\+\s)\s*/)
    // What stands behind a link belongs to it: numbers and passwords of meetings.
    .map((part) => part.replace(/[\s:(<,-]*https?:\/\/.*$/i, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const isOpen = (part: string) =>
    isUnknown(part.replace(/^(?:place|venue|location|장소)[\s:]*(?:is )?/i, ''));
  const assume = (part: string, as: string) => reader.assume(part, `“${part}” was read as ${as}`);
  const [sites, services]: [Venue[], Venue[]] = [[], []];
  let isOnline = link !== undefined;
  for (const part of parts.filter((each) => !isOpen(each))) {
    const { site, online } = splitPlace(part);
    if (site !== undefined) sites.push({ name: site });
    services.push(...online.flatMap(findService));
    isOnline ||= online.length > 0;
    if (site !== undefined && online.length > 0)
      assume(part, `${site}, and online as well. If it is one of the two, write that alone.`);
    else if (site !== undefined && onlineStart.test(part))
      assume(part, 'the name of a place where people meet.');
    else if (site === undefined && !onlineOnly.test(part)) assume(part, 'online.');
  }
  for (const part of parts.filter(isOpen)) assume(part, 'a place that is not known yet.');
  if (city !== undefined && sites.length === 0 && parts.every(isOpen)) sites.push({ name: city });
  const details = { room, address, city, country: reader.read('country', parseCountry) };
  if (sites[0]) Object.assign(sites[0], details);
  const join = joinLink ?? link;
  const canJoin = isOnline || join !== undefined;
  const attendance = sites.length > 0 ? (canJoin ? 'hybrid' : 'in-person') : canJoin ? 'online' : undefined;
  return { sites, services, join, attendance, isOnline };
}

/** A place of an existing event, with its name in all languages. `index` is its position in the file. */
interface KnownVenue {
  venue: Venue;
  names: string[];
  index?: number;
}

function listVenues({ data, translations }: Existing): KnownVenue[] {
  const venues = valueAt(data, 'venues');
  return (Array.isArray(venues) ? (venues as Venue[]) : []).map((venue, index) => {
    const names = [venue.name, ...translations.map((each) => textAt(each, `venues.${index}.name`))];
    return { venue, index, names: names.filter((name) => typeof name === 'string') };
  });
}

/** Whether a text names a place: alone, or with its room, city and country, as lists and calendars write it. */
function isSamePlace(text: string | undefined, { venue, names }: KnownVenue): boolean {
  const isNamed = (name: string) => names.some((each) => normaliseName(each) === normaliseName(name));
  const known = [...names, ...Object.values(venue)].map((part) => normaliseName(part));
  const [first = '', ...others] = (text ?? '').split(',');
  return (
    isNamed(text ?? '') || (isNamed(first) && others.every((part) => known.includes(normaliseName(part))))
  );
}

/**
 * How the places and the attendance of an event change. What people wrote by hand stays if the row can mean it too.
 * Adds an error to the row if nobody can tell which of several places it means.
 */
export function updatePlaces(
  { places, fields, place, values, errors }: ParsedRow,
  entry: Existing,
  context: Context,
  notes: string[],
): Record<string, unknown> {
  if (!places || (places.sites.length === 0 && places.services.length === 0 && !places.isOnline)) return {};
  const known = listVenues(entry);
  const isService = ({ names }: KnownVenue) => names.some(isOnlinePlace);
  const [oldSites, oldServices] = [known.filter((each) => !isService(each)), known.filter(isService)];
  const sites = places.sites.filter(({ name = '' }) => !isOnlinePlace(name));
  const services = [...places.sites, ...places.services].filter(({ name = '' }) => isOnlinePlace(name));
  const from = valueAt(entry.data, 'attendance');
  const stated = fields['attendance'];
  const reason = stated === undefined ? explainStay(places, oldSites, oldServices, entry.data) : undefined;
  if (reason !== undefined)
    notes.push(
      `Its attendance stays ${String(from)}${reason} If that has changed, write it in a column "Attendance", or in its file.`,
    );
  if (reason !== undefined && sites.length === 0) return {};
  // People who can come can still do so, unless the row says otherwise.
  const staysHybrid = from === 'hybrid' && (places.attendance === 'in-person' || oldSites.length > 0);
  const to = stated ?? (reason !== undefined || staysHybrid ? from : places.attendance);
  const leavesSites = from !== to && to === 'online' && sites.length === 0;
  const leavesServices = from !== to && to === 'in-person' && services.length === 0;
  const isUnclear = leavesSites && oldSites.length > 1;
  const newSites = leavesSites ? [] : mergeVenues(oldSites, sites, context, notes);
  const newServices = leavesServices ? [] : mergeVenues(oldServices, services, context, notes);
  if (isUnclear || !newSites || !newServices) {
    errors.push({
      place,
      value: values.place,
      why: `${entry.id} is held in several places, and this is none of them.`,
      fix: `Correct the place in ${entry.file} by hand, and write it here as it stands there.`,
    });
    return {};
  }
  const venues = [...newSites, ...newServices];
  const hasSameVenues = venues.length === known.length && venues.every(({ index }) => index !== undefined);
  const details = venues.flatMap(({ venue, index }) =>
    Object.entries(venue).map(([key, value]) => [`venues.${index}.${key}`, value] as const),
  );
  return {
    attendance: to,
    ...(leavesServices && places.join === undefined ? { join: null } : {}),
    ...(hasSameVenues
      ? Object.fromEntries(details)
      : { venues: venues.length > 0 ? venues.map(({ venue }) => venue) : null }),
  };
}

/**
 * Known places, changed to what a row says. A single one may be replaced, and to those that the row names it can add.
 * @returns undefined if there are several and the row names another one
 */
function mergeVenues(
  known: readonly KnownVenue[],
  stated: readonly Venue[],
  { isForeign }: Context,
  notes: string[],
): KnownVenue[] | undefined {
  const added = stated
    .filter(({ name }) => !known.some((each) => isSamePlace(name, each)))
    .map((venue) => ({ venue: dropEmpty(venue), names: [] }));
  const isReplaced =
    added.length > 0 && !known.every((each) => stated.some(({ name }) => isSamePlace(name, each)));
  if (isReplaced && known.length > 1) return undefined;
  const names = stated.map(({ name }) => name).join('; ');
  if (known[0] && added.length > 0 && isForeign(names)) {
    notes.push(`Its place stays “${known[0].names[0] ?? ''}”: “${names}” is in Korean.`);
    return [...known];
  }
  if (isReplaced) return added;
  const updated = known.map((each) => {
    const details = stated
      .filter(({ name }) => isSamePlace(name, each))
      .map(({ name: _, ...detail }) => detail);
    return { ...each, venue: Object.assign({}, each.venue, ...details.map(dropEmpty)) as Venue };
  });
  return [...updated, ...added];
}

/** A place without fields that are not stated. */
export const dropEmpty = (venue: Venue): Venue =>
  Object.fromEntries(Object.entries<string | undefined>(venue).filter(([, value]) => value !== undefined));

/** Why the attendance stays, though the row alone would mean another one. Undefined if it changes. */
function explainStay(
  { sites, services, attendance, join, isOnline }: Places,
  oldSites: readonly KnownVenue[],
  oldServices: readonly KnownVenue[],
  data: unknown,
): string | undefined {
  const from = valueAt(data, 'attendance');
  if (attendance === from) return undefined;
  const names = [...sites, ...services].map(({ name }) => name);
  const isNamed = names.some((name) => oldSites.some((each) => isSamePlace(name, each)));
  const isNews =
    names.length === 0 || names.some((name) => !oldServices.some((each) => isSamePlace(name, each)));
  const site = oldSites[0]?.names[0] ?? '';
  if (from === 'hybrid' && attendance === 'online' && oldSites.length > 0 && isNews)
    return `, at “${site}” too: the row says only that it is online.`;
  if (from === 'online' && isNamed) return `, though the row names “${site}”: its file has both.`;
  if (from === 'in-person' && isNamed && !isOnline && join === valueAt(data, 'join'))
    return ', though it has a link by which people join: its file has both.';
  return undefined;
}
