import { addressOf } from '../model/address.ts';
import { compareText } from '../model/issue.ts';
import type { Venue } from '../model/schemas/event.ts';
import type { Status } from '../model/schemas/fields.ts';
import type { Event, Programme, Week } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import { nameEventKind, namePhase, nameWeek } from '../format/labels.ts';
import type { CalendarKind, FieldValues, LedgerEntry, LocalisedText } from './ledger.ts';
import type { Publication } from './ledger-update.ts';

/** A week or event in one language, ready to be written as a VEVENT. All text is plain. */
export interface CalendarEvent {
  kind: CalendarKind;
  edition: string;
  id: string;
  /** The id of a week's phase. */
  phase: string | undefined;
  /** The number of a week, shown before its title: "Phase I, week 5". */
  name: string | undefined;
  title: string;
  /** First and last day (`2022-03-07`), both included, or wall-clock times in `timezone`. */
  start: string;
  /** Undefined for a deadline and for an open end. */
  end: string | undefined;
  /** Something is due at the start. */
  deadline: boolean;
  /** IANA zone of the times; undefined for whole days. */
  timezone: string | undefined;
  /** The day is published, the time is not. */
  unannounced: boolean;
  /** `removed`: published before, and no longer in the content. */
  status: Status | 'removed';
  location: string;
  /** Link to join online. */
  join: string | undefined;
  categories: string[];
  /** Paragraphs at the beginning of the description. */
  paragraphs: string[];
  /** The fields from which `name` and `location` are worded. */
  source?: unknown;
}

/** A programme in one language, with its translator. */
export interface LocalisedProgramme {
  programme: Programme;
  t: Translate;
}

/** Lists the calendar events of a programme in order of time. Drafts are left out, in previews too. */
export function listCalendarEvents({ programme, t }: LocalisedProgramme): CalendarEvent[] {
  if (programme.draft) return [];
  return [
    ...programme.weeks.filter(({ draft }) => !draft).map((week) => fromWeek(week, t)),
    ...programme.events.filter(({ draft }) => !draft).map((event) => fromEvent(event, t)),
  ].sort(compareEvents);
}

/** Orders by time, then by kind, edition and id. */
export function compareEvents(a: CalendarEvent, b: CalendarEvent): number {
  const key = ({ start, end, kind, id, edition }: CalendarEvent) =>
    [start, end ?? start, kind, edition, id].join(' ');
  return compareText(key(a), key(b));
}

function fromWeek(week: Week, t: Translate): CalendarEvent {
  const kinds = { week: [], orientation: [t('week.orientation')], break: [t('week.break')] };
  return {
    kind: 'week',
    edition: week.edition,
    id: week.id,
    phase: week.phase.id,
    name: nameWeek(week, t),
    title: week.title.text,
    start: week.start,
    end: week.end,
    deadline: false,
    timezone: undefined,
    unannounced: false,
    status: week.status,
    location: '',
    join: undefined,
    categories: [namePhase(week.phase, t), ...kinds[week.kind]],
    paragraphs: [
      ...(week.statusNote ? [week.statusNote.text] : []),
      ...(week.kind === 'break' ? [t('week.none')] : attributeTexts(week, t)),
      ...(week.kind === 'week' ? [t('calendar.activity', { activity: week.activity.text })] : []),
    ],
    source: [week.phase.number, week.number],
  };
}

function fromEvent(event: Event, t: Translate): CalendarEvent {
  return {
    kind: 'event',
    edition: event.edition,
    id: event.id,
    phase: undefined,
    name: undefined,
    title: event.title.text,
    start: event.start,
    end: event.end,
    deadline: event.kind === 'deadline',
    timezone: event.timed ? event.timezone : undefined,
    unannounced: event.time === 'unannounced',
    status: event.status,
    location: formatLocation(event, t),
    join: event.join,
    categories: [nameEventKind(event, t)],
    paragraphs: [...(event.statusNote ? [event.statusNote.text] : []), ...textOf(event)],
    source: [event.venues, event.attendance],
  };
}

/** What is written about a week: the organiser's texts, then those of the editors with a line that says so. */
export function attributeTexts(week: Week, t: Translate): string[] {
  const { topic, author } = week;
  const texts = [
    ...(topic ? [{ text: topic.summary.text, author: topic.author }] : []),
    ...textOf(week).map((text) => ({ text, author })),
  ];
  const own = texts.filter((each) => each.author === 'organiser');
  const added = texts.filter((each) => each.author !== 'organiser');
  return [...[...own, ...added].map(({ text }) => text), ...(added.length > 0 ? [t('author.editors')] : [])];
}

const textOf = ({ prose }: Week | Event) => (prose?.text ? [prose.text] : []);

/** Rebuilds the calendar event of a removed file from its ledger entry, so that feeds can cancel it. */
export function fromLedgerEntry(
  { kind, id, facts }: LedgerEntry,
  edition: string,
  locale: string,
  t: Translate,
): CalendarEvent {
  const pick = (text: LocalisedText = {}) => text[locale] ?? Object.values(text)[0];
  return {
    kind,
    edition,
    id,
    phase: facts.phase,
    name: pick(facts.name),
    title: pick(facts.title) ?? id,
    start: facts.start,
    end: facts.end,
    deadline: facts.kind === 'deadline',
    timezone: facts.timezone,
    unannounced: facts.time !== undefined,
    status: facts.status,
    location: pick(facts.location) ?? '',
    join: facts.join,
    categories: [],
    paragraphs: [t('calendar.removed')],
  };
}

/** All venues in one line, those with an address first: map apps read the beginning of LOCATION. */
function formatLocation({ venues, attendance }: Event, t: Translate): string {
  const hasAddress = ({ address, city }: Venue) => address !== undefined || city !== undefined;
  const names = [...venues.filter(hasAddress), ...venues.filter((venue) => !hasAddress(venue))].map(
    ({ name, room, address, city }) =>
      [name, room, address, city].flatMap((part) => (part ? [part.text] : [])).join(', '),
  );
  if (names.length > 0) return names.join('; ');
  return attendance === 'online' ? t('event.attendance.online') : '';
}

/** The address of the page of a calendar event, without base and language. */
export function pageAddressOf({ kind, edition, id }: Pick<CalendarEvent, 'kind' | 'edition' | 'id'>): string {
  return addressOf[kind](edition, id);
}

/** The SUMMARY of a calendar event, with its status: "Cancelled: Phase I, week 5: Cybersecurity". */
export function formatSummary(event: CalendarEvent, t: Translate): string {
  const named = event.name ? t('calendar.title', { name: event.name, title: event.title }) : event.title;
  const title = event.unannounced ? t('calendar.unannounced', { title: named }) : named;
  if (event.status === 'scheduled') return title;
  return t(event.status === 'postponed' ? 'calendar.postponed' : 'calendar.cancelled', { title });
}

/**
 * The DESCRIPTION of a calendar event: its paragraphs, then location, link to join and page.
 * @param urlTo returns the full URL of a page's address
 */
export function formatDescription(
  event: CalendarEvent,
  t: Translate,
  urlTo: (address: string) => string,
): string {
  const lines = [
    event.location && t('calendar.where', { place: event.location }),
    event.join && t('calendar.join', { url: event.join }),
    t('calendar.more', { url: urlTo(pageAddressOf(event)) }),
  ];
  return [...event.paragraphs, lines.filter(Boolean).join('\n')].join('\n\n');
}

/**
 * Lists what is to be published of a programme: each week and event with its field values in all languages.
 * @param versions the programme in each language of the site, the default first
 */
export function listPublications(versions: readonly LocalisedProgramme[]): Publication[] {
  const languages = versions.map((version) => ({
    locale: version.programme.locale,
    t: version.t,
    events: new Map(listCalendarEvents(version).map((event) => [pageAddressOf(event), event])),
  }));
  const sources = new Map(
    versions
      .slice(0, 1)
      .flatMap(({ programme: { edition, weeks, events } }) => [
        ...weeks.map(({ id, file, uid }) => [addressOf.week(edition, id), { file, uid }] as const),
        ...events.map(({ id, file, uid }) => [addressOf.event(edition, id), { file, uid }] as const),
      ]),
  );
  return [...(languages[0]?.events ?? [])].map(([address, event]) => {
    const texts = languages.flatMap(({ locale, t, events }) => {
      const own = events.get(address);
      return own ? [{ locale, t, event: own }] : [];
    });
    const fields = readFields(event, texts);
    const rendered = texts.map(({ locale, t, event: own }) => [locale, ...render(own, t)]);
    const entry = sources.get(address);
    return {
      kind: event.kind,
      id: event.id,
      file: entry?.file ?? '',
      uid: entry?.uid,
      fields,
      source: JSON.stringify(texts.map(({ event: own }) => own.source)),
      texts: Object.fromEntries(
        texts.map(({ locale, t, event: own }) => [
          locale,
          JSON.stringify([selectLocale(fields, locale), ...render(own, t)]),
        ]),
      ),
      allTexts: JSON.stringify([fields, rendered]),
    };
  });
}

/** The field values in one language, without the id of the phase, which no calendar shows. */
function selectLocale({ phase: _, ...fields }: FieldValues, locale: string) {
  return Object.entries(fields).map(([field, value]) => [
    field,
    typeof value === 'object' ? value[locale] : value,
  ]);
}

/** All text that clients show. Page addresses stay without base, which differs between previews. */
function render(event: CalendarEvent, t: Translate): string[] {
  return [
    formatSummary(event, t),
    formatDescription(event, t, (address) => address),
    event.location,
    ...event.categories,
  ];
}

function readFields(
  { start, end, deadline, timezone, unannounced, status, join, phase }: CalendarEvent,
  texts: { locale: string; event: CalendarEvent }[],
): FieldValues {
  const collect = (field: 'name' | 'title' | 'location'): LocalisedText | undefined => {
    const collected: LocalisedText = {};
    for (const { locale, event } of texts.toSorted((a, b) => compareText(a.locale, b.locale))) {
      if (event[field]) collected[locale] = event[field];
    }
    return Object.keys(collected).length > 0 ? collected : undefined;
  };
  return {
    name: collect('name'),
    title: collect('title') ?? {},
    kind: deadline ? 'deadline' : undefined,
    start,
    end,
    timezone,
    time: unannounced ? 'unannounced' : undefined,
    status,
    location: collect('location'),
    join,
    phase,
  };
}
