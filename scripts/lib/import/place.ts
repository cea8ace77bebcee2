import { readCountry } from './country.ts';
import type { Reader, VenueDraft } from './draft.ts';
import { hasHangul } from './text.ts';
import { isUnknown } from './values.ts';

/** Where an event is held, as a row says it. */
export interface Places {
  venues: VenueDraft[];
  /** The link by which people join. */
  join: string | undefined;
  /** What follows for how people take part. Undefined where nothing is said. */
  attendance: 'online' | 'in-person' | 'hybrid' | undefined;
  /** Whether the place itself says something, not the link alone. */
  isPlaceSaid: boolean;
  /** Whether the place itself says that it is online, as a word, a service or a link. */
  isOnlineSaid: boolean;
}

const latin = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![a-z\\d])`;
const online = `${latin('online|on-line|virtual(?:ly)?|remote(?:ly)?|web|internet|webinar|web-?conference|video(?:-?conference|-?call)?')}|온라인|비대면|원격|화상|웨비나`;
const service = `${latin('zoom|(?:microsoft |ms )?teams|google meet|meet|(?:cisco )?webex|youtube|skype|gather(?:\\.?town)?')}|줌|유튜브|웹엑스|팀즈|구글 ?미트`;
/** Words beside these that name no place. */
const besides = `${latin('via|on|by|through|using|over|per|meetings?|calls?|conference|session|event|live|stream(?:ing)?|only|platform|(?:the )?links?|url|follows?|(?:will|to) (?:be )?(?:sent|shared|follow|announced)|see|id|tb[ac]|besprechung')}|pass ?(?:code|word)\\s*:?\\s*\\S+|비밀번호\\s*:?\\s*\\S+|회의|미팅|세미나|강의|수업|개최|진행|실시간|생중계|스트리밍|라이브|병행|동시|링크|추후|공지|예정|활용|이용|통해|으로|로(?=[\\s)]|$)|을|를|\\d+`;
const isOnlineWord = new RegExp(`${service}|${online}`, 'iu');
const known = new RegExp(`${besides}|${service}|${online}`, 'giu');
const services = new RegExp(service, 'giu');
const beginsOnline = new RegExp(`^(?:${service}|${online})`, 'iu');
const exactly = new RegExp(`^(?:(?:${service})(?: meeting)?|${online})$`, 'iu');

/** Whether a text means online and names no place where people meet: Zoom, 온라인(줌), Online via Google Meet. */
export function isOnlinePlace(text: string): boolean {
  const plain = text.normalize('NFKC');
  return isOnlineWord.test(plain) && !/[\p{L}\p{N}]/u.test(plain.replaceAll(known, ' '));
}

/** What one text names: places where people meet, and the texts that mean online. */
interface Parts {
  there: string[];
  online: string[];
}

const between = '\\s*(?:[,/&|·]|\\s[-–—]\\s|\\b(?:and|or)\\b|및)\\s*';
const splitters = [
  // Seoul City Hall (Zoom), Online (Seoul)
  /^([^()（）]+?)\s*[(（]([^()（）]+)[)）]$/u,
  new RegExp(`^(.+)${between}(.+)$`, 'u'),
  new RegExp(`^(.+?)${between}(.+)$`, 'u'),
];

/** Takes what means online away from a place that is named beside it. */
function splitPlace(text: string): Parts {
  if (isOnlinePlace(text)) return { there: [], online: [text] };
  for (const splitter of splitters) {
    const [, first = '', last = ''] = splitter.exec(text) ?? [];
    const [isFirst, isLast] = [isOnlinePlace(first), isOnlinePlace(last)];
    if (!isFirst && !isLast) continue;
    const rest = splitPlace((isFirst ? last : first).trim());
    return { there: rest.there, online: [...rest.online, isFirst ? first : last] };
  }
  return { there: [text], online: [] };
}

/** The service of an online place, under the name that it has there. Undefined for "online" alone. */
function nameService(text: string): string | undefined {
  const names = text.match(services) ?? [];
  const isPlain = /^[\p{L}\s-]+$/u.test(text) && text.search(services) === 0;
  return isPlain ? text : (names.find((name) => !hasHangul(name)) ?? names[0]);
}

/** Reads places, the link by which people join, and what follows from both for how people take part. */
export function readPlaces({ words, read, supposed }: Reader): Places {
  const said = words('place') ?? '';
  const link = /https?:\/\/[^\s;]+/i.exec(said)?.[0];
  const texts = said
    .split(/\s*(?:;|\s\/\s|\s\+\s)\s*/)
    // What stands behind a link belongs to it: numbers and passwords of meetings.
    .map((text) => text.replace(/[\s:(<,-]*https?:\/\/.*$/i, ''))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  const isOpen = (text: string) =>
    isUnknown.test(text.replace(/^(?:place|venue|location|장소)[\s:]*(?:is )?/i, ''));
  const names = texts.filter((text) => !isOpen(text));
  const parts = names.map(splitPlace);
  const there = parts.flatMap((each) => each.there).map((name): VenueDraft => ({ name }));
  const means = parts.flatMap((each) => each.online);
  const venues = [...there, ...means.flatMap((text) => nameService(text) ?? []).map((name) => ({ name }))];
  const detail = {
    ...{ room: words('room'), address: words('address'), city: words('city') },
    country: read('country', readCountry),
  };
  if (there[0]) Object.assign(there[0], detail);
  else if (detail.city !== undefined && names.length === 0) {
    there.push({ name: detail.city, ...detail });
    venues.push(...there);
  }
  const join = words('join') ?? link;
  const isOnlineSaid = link !== undefined || means.length > 0;
  const isOnline = isOnlineSaid || join !== undefined;
  names.forEach((name, index) => {
    const how = parts[index] && explainParts(name, parts[index]);
    if (how !== undefined) supposed.push({ what: name, words: `“${name}” was read as ${how}` });
  });
  for (const text of texts.filter(isOpen))
    supposed.push({ what: text, words: `“${text}” was read as a place that is not known yet.` });
  return {
    venues,
    join,
    attendance: there.length === 0 ? (isOnline ? 'online' : undefined) : isOnline ? 'hybrid' : 'in-person',
    isPlaceSaid: venues.length > 0 || isOnlineSaid,
    isOnlineSaid,
  };
}

/** What a text was taken for, where that is a guess. */
function explainParts(text: string, { there: [place], online: [means] }: Parts): string | undefined {
  if (place !== undefined && means !== undefined)
    return `${place}, and online as well. If it is one of the two, write that alone.`;
  if (place !== undefined)
    return beginsOnline.test(text) ? 'the name of a place where people meet.' : undefined;
  return exactly.test(text) ? undefined : 'online.';
}
