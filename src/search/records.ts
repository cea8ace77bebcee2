import { addressOf } from '../model/address.ts';
import type { CollectionName } from '../model/registry.ts';
import type { PlainDate } from '../model/date.ts';
import { nameWeek } from '../format/labels.ts';
import {
  weeksOfEvent,
  weeksOfTopic,
  type BodyReference,
  type Event,
  type Partner,
  type Prize,
  type Programme,
  type Site,
  type Topic,
  type Week,
} from '../model/site.ts';
import { fragmentOf, listPageRecords } from './pages.ts';
import type { SearchKind } from './kind.ts';
import type { Text } from '../model/text.ts';
import type { Translate } from '../model/translate.ts';

/** Something that the search finds, in one language. */
export interface SearchRecord {
  kind: SearchKind;
  /** Its address without base and language, with a fragment where it is a part of a page. No two are the same. */
  address: string;
  title: Text;
  /** What it is, in a few words: "Phase I, week 5". */
  label: string;
  /** Its dates as visitors read them, or nothing. */
  dates: string;
  edition: string;
  /** The numbers of the phases that it belongs to. */
  phases: number[];
  status: Week['status'];
  /** Words by which it is found beside those that are shown: days, places, numbers. */
  words: string[];
  /** Its text, in the order in which it is read. */
  content: string[];
  /** The language of the text, where it is another one than the page's. */
  contentLang: string;
}

/** What records are written with: the words of one language, and its ways to write dates and amounts. */
export interface SearchWords {
  t: Translate;
  /** A body as plain text. */
  readProse: (collection: CollectionName, reference: BodyReference) => string;
  formatSpan: (start: PlainDate, end: PlainDate) => string;
  /** Every day of a span, "28 March 2022" and so on, as people may type it. */
  listDays: (start: PlainDate, end: PlainDate) => string;
  formatAmount: (amount: { value: number; currency: string }) => string;
  nameCountry: (code: string) => string | undefined;
}

/**
 * Everything on the site that can be found, in the site's language; what the site leaves out is not in it. Of
 * two that match a query equally well the earlier is shown first: a topic before the weeks that teach it.
 */
export function listRecords(site: Site, words: SearchWords): SearchRecord[] {
  return [
    ...site.programmes.flatMap((programme) => [
      ...programme.topics.map((topic) => describeTopic(programme, topic, words)),
      ...programme.weeks.map((week) => describeWeek(programme, week, words)),
      ...programme.events.map((event) => describeEvent(programme, event, words)),
      ...programme.partners.map((partner) => describePartner(programme, partner, words)),
      ...programme.prizes.map((prize) => describePrize(programme, prize, words)),
    ]),
    ...listPageRecords(site, words),
  ];
}

function describeWeek(programme: Programme, week: Week, words: SearchWords): SearchRecord {
  const { edition, locale } = programme;
  const { id, title, phase, start, end, topic, activity, resources = [], prose, status, statusNote } = week;
  return {
    kind: 'week',
    address: addressOf.week(edition, id),
    title,
    label: nameWeek(week, words.t),
    dates: words.formatSpan(start, end),
    edition,
    phases: [phase.number],
    status,
    words: [words.listDays(start, end), phase.title.text, String(phase.number)],
    content: [
      ...(statusNote ? [statusNote.text] : []),
      ...(prose ? [words.readProse('weeks', prose)] : topic ? [topic.summary.text] : []),
      activity.text,
      ...resources.map(({ label }) => label.text),
    ],
    contentLang: prose?.lang ?? topic?.summary.lang ?? locale,
  };
}

function describeTopic(programme: Programme, topic: Topic, words: SearchWords): SearchRecord {
  const { edition } = programme;
  const { id, title, sdgs, summary, prose } = topic;
  const weeks = weeksOfTopic(programme, topic);
  return {
    kind: 'topic',
    address: addressOf.topic(edition, id),
    title,
    label: '',
    dates: '',
    edition,
    phases: [...new Set(weeks.map(({ phase }) => phase.number))],
    status: 'scheduled',
    words: [
      words.t('topic.name'),
      ...sdgs.flatMap((number) => [`SDG ${number}`, words.t('topic.sdg', { number })]),
    ],
    content: [summary.text, ...(prose ? [words.readProse('topics', prose)] : [])],
    contentLang: prose?.lang ?? summary.lang,
  };
}

function describeEvent(programme: Programme, event: Event, words: SearchWords): SearchRecord {
  const { edition, locale } = programme;
  const { id, title, start, end, venues, people, prose, status, statusNote, time, attendance } = event;
  const days = [start, end].map((each) => each.slice(0, 10)) as [PlainDate, PlainDate];
  const places = venues.flatMap(({ name, room, address, city, country }) => [
    ...[name, room, address, city].map((each) => each?.text ?? ''),
    (country && words.nameCountry(country)) ?? '',
  ]);
  return {
    kind: 'event',
    address: addressOf.event(edition, id),
    title,
    label: words.t(`event.attendance.${attendance}`),
    dates: words.formatSpan(...days) + (time === undefined ? '' : ` (${words.t('event.unannounced')})`),
    edition,
    phases: [...new Set(weeksOfEvent(programme, event).map(({ phase }) => phase.number))],
    status,
    words: [words.t('event.kind'), words.listDays(...days), ...places.filter((place) => place !== '')],
    content: [
      ...(statusNote ? [statusNote.text] : []),
      ...(prose ? [words.readProse('events', prose)] : []),
      ...people.map(({ person, role }) => `${person.name.text}, ${role.text}`),
    ],
    contentLang: prose?.lang ?? locale,
  };
}

function describePartner(programme: Programme, partner: Partner, words: SearchWords): SearchRecord {
  const { edition, locale } = programme;
  const { name, list, kind, city, country } = partner;
  const place = [city?.text, country && words.nameCountry(country)].filter((each) => each !== undefined);
  return {
    kind: 'partner',
    address: addressOf.page(edition, 'partners') + fragmentOf(list, name.text),
    title: name,
    label: [words.t(`partner.kind.${kind}`), place.join(', ')].filter((each) => each !== '').join(' · '),
    dates: '',
    edition,
    phases: [],
    status: 'scheduled',
    words: [words.t(`partners.${list}`)],
    content: [],
    contentLang: locale,
  };
}

function describePrize(programme: Programme, prize: Prize, words: SearchWords): SearchRecord {
  const { edition, locale } = programme;
  const { kind, title, rank, amount, givenBy, body } = prize;
  const sum = amount && words.formatAmount(amount);
  const details = [
    rank === undefined ? words.t(`prizes.${kind}`) : words.t('prize.rank', { rank }),
    ...(sum === undefined ? [] : [sum]),
  ];
  return {
    kind: 'prize',
    address: addressOf.page(edition, 'prizes') + fragmentOf(kind, sum ?? title.text),
    title,
    label: details.join(' · '),
    dates: '',
    edition,
    phases: [],
    status: 'scheduled',
    words: [words.t('prizes.title'), words.t(`prizes.${kind}`)],
    content: [givenBy, body].flatMap((each) => (each ? [each.text] : [])),
    contentLang: (body ?? givenBy)?.lang ?? locale,
  };
}
