import { addressOf } from '../model/address.ts';
import { addDays, daysOf, type PlainDate } from '../model/date.ts';
import { formatAmount } from '../format/amounts.ts';
import { formatDay, formatDays, formatSpan } from '../format/dates.ts';
import { nameEventKind, nameWeek } from '../format/labels.ts';
import { nameCountry } from '../format/names.ts';
import {
  weeksOfEvent,
  weeksOfTopic,
  type Event,
  type Partner,
  type Prize,
  type Programme,
  type Site,
  type Topic,
  type Week,
} from '../model/site.ts';
import { fragmentOf, listPageRecords } from './pages.ts';
import type { RecordFields, SearchRecord } from './record.ts';
import type { Text } from '../model/text.ts';
import type { Translate } from '../model/translate.ts';

/**
 * Lists the search records of a site in its language. Of two records that match a query equally well the earlier
 * is shown first: a topic before its weeks.
 */
export function listRecords(site: Site, t: Translate): SearchRecord[] {
  const records = [
    ...site.programmes.flatMap((programme) => [
      ...programme.topics.map((topic) => describeTopic(programme, topic, t)),
      ...programme.weeks.map((week) => describeWeek(programme, week, t)),
      ...programme.events.map((event) => describeEvent(programme, event, t)),
      ...programme.partners.map((partner) => describePartner(programme, partner, t)),
      ...programme.prizes.map((prize) => describePrize(programme, prize, t)),
    ]),
    ...listPageRecords(site, t),
  ];
  return records.map((fields) => ({
    kind: 'page',
    label: '',
    dates: '',
    phases: [],
    status: 'scheduled',
    words: [],
    content: [],
    byEditors: false,
    contentLang: site.locale,
    ...fields,
  }));
}

function describeWeek(programme: Programme, week: Week, t: Translate): RecordFields {
  const { edition, locale } = programme;
  const { id, title, phase, start, end, topic, activity, resources = [], prose, status, statusNote } = week;
  return {
    kind: 'week',
    address: addressOf.week(edition, id),
    title,
    label: nameWeek(week, t),
    dates: formatSpan(start, end, t('locale')),
    edition,
    phases: [phase.number],
    status,
    words: [listDays(start, end, t('locale')), phase.title.text, String(phase.number)],
    content: [
      ...textsOf(statusNote, prose ?? topic?.summary),
      activity.text,
      ...resources.map(({ label }) => label.text),
    ],
    byEditors: prose ? week.author !== 'organiser' : topic?.author === 'editors',
    contentLang: prose?.lang ?? topic?.summary.lang ?? locale,
  };
}

function describeTopic(programme: Programme, topic: Topic, t: Translate): RecordFields {
  const { edition } = programme;
  const { id, title, sdgs, summary, prose } = topic;
  const weeks = weeksOfTopic(programme, topic);
  return {
    kind: 'topic',
    address: addressOf.topic(edition, id),
    title,
    edition,
    phases: [...new Set(weeks.map(({ phase }) => phase.number))],
    words: [t('topic.name'), ...sdgs.flatMap((number) => [`SDG ${number}`, t('topic.sdg', { number })])],
    content: textsOf(summary, prose),
    byEditors: topic.author === 'editors',
    contentLang: prose?.lang ?? summary.lang,
  };
}

function describeEvent(programme: Programme, event: Event, t: Translate): RecordFields {
  const { edition, locale } = programme;
  const { id, title, venues, people, prose, status, statusNote, time, attendance } = event;
  const days = daysOf(event);
  const places = venues.flatMap(({ name, room, address, city, country }) => {
    const countryName = nameCountry(country, locale);
    return [...textsOf(name, room, address, city), ...(countryName ? [countryName] : [])];
  });
  return {
    kind: 'event',
    address: addressOf.event(edition, id),
    title,
    label: attendance === undefined ? nameEventKind(event, t) : t(`event.attendance.${attendance}`),
    dates: formatDays(event, t) + (time === undefined ? '' : ` (${t('event.unannounced')})`),
    edition,
    phases: [...new Set(weeksOfEvent(programme, event).map(({ phase }) => phase.number))],
    status,
    words: [nameEventKind(event, t), listDays(days.start, days.end, t('locale')), ...places],
    content: [
      ...textsOf(statusNote, prose),
      ...people.map(({ person, role }) => `${person.name.text}, ${role.text}`),
    ],
    contentLang: prose?.lang ?? locale,
  };
}

function describePartner(programme: Programme, partner: Partner, t: Translate): RecordFields {
  const { edition, locale } = programme;
  const { name, list, kind, city, country } = partner;
  const place = [city?.text, nameCountry(country, locale)].filter((each) => each !== undefined);
  return {
    kind: 'partner',
    address: addressOf.page(edition, 'partners') + fragmentOf(list, name.text),
    title: name,
    label: [t(`partner.kind.${kind}`), place.join(', ')].filter((each) => each !== '').join(' · '),
    edition,
    words: [t(`partners.${list}`)],
  };
}

function describePrize(programme: Programme, prize: Prize, t: Translate): RecordFields {
  const { edition, locale } = programme;
  const { kind, title, rank, amount, givenBy, body } = prize;
  const sum = amount && formatAmount(amount, t);
  const details = [
    rank === undefined ? t(`prizes.${kind}`) : t('prize.rank', { rank }),
    ...(sum === undefined ? [] : [sum]),
  ];
  return {
    kind: 'prize',
    address: addressOf.page(edition, 'prizes') + fragmentOf(kind, sum ?? title.text),
    title,
    label: details.join(' · '),
    edition,
    words: [
      t('prizes.title'),
      t(`prizes.${kind}`),
      ...(amount ? [amount.value.toLocaleString(t('locale'))] : []),
    ],
    content: textsOf(givenBy, body),
    contentLang: (body ?? givenBy)?.lang ?? locale,
  };
}

const textsOf = (...texts: (Text | undefined)[]) => texts.flatMap((text) => text?.text ?? []);

/** Lists every day of a span as people may type it: "28 March, 2022-03-28". */
function listDays(start: PlainDate, end: PlainDate, locale: string): string {
  const days: string[] = [];
  for (let day = start; day <= end; day = addDays(day, 1)) {
    days.push(`${formatDay(day, locale, { year: false })}, ${day}`);
  }
  return days.join(', ');
}
