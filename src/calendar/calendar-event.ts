import { addressOf } from '../model/address.ts';
import type { Venue } from '../model/schemas/event.ts';
import type { Status } from '../model/schemas/fields.ts';
import { namePhase, nameWeek } from '../format/labels.ts';
import type { BodyReference, Event, Programme, Week } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';

/** The words of the interface that calendars need. */
export type CalendarKey =
  | 'calendar.activity'
  | 'calendar.cancelled'
  | 'calendar.join'
  | 'calendar.more'
  | 'calendar.postponed'
  | 'calendar.removed'
  | 'calendar.title'
  | 'calendar.unannounced'
  | 'calendar.where'
  | 'event.attendance.online'
  | 'event.kind'
  | 'phase.name'
  | 'week.break'
  | 'week.name'
  | 'week.none'
  | 'week.orientation';

export const calendarKinds = ['week', 'event'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** What subscribers are told of a week or an event, in one language. All texts are plain. */
export interface CalendarEvent {
  kind: CalendarKind;
  edition: string;
  id: string;
  /** The phase of a week. */
  phase: string | undefined;
  /** What a week is called beside its title: "Phase I, week 5". */
  name: string | undefined;
  title: string;
  /** First and last day (`2022-03-07`), both included, or wall-clock times in `timezone`. */
  start: string;
  end: string;
  /** The zone of its times; undefined for whole days. */
  timezone: string | undefined;
  /** The day is known, its time is not. */
  unannounced: boolean;
  /** `removed`: it was told of once, and is no longer in the content. */
  status: Status | 'removed';
  location: string;
  join: string | undefined;
  categories: string[];
  /** What it is about, a paragraph each. */
  about: string[];
}

/** What is needed to put a programme into words. */
export interface CalendarWords {
  t: Translate<CalendarKey>;
  /** The first paragraphs of a body as plain text. */
  readProse: (collection: 'weeks' | 'events', reference: BodyReference) => string[];
}

/**
 * Lists what a calendar of a programme holds, in its language, first to last. Drafts are never among it,
 * also where a preview shows them on pages.
 */
export function listCalendarEvents(programme: Programme, words: CalendarWords): CalendarEvent[] {
  if (programme.draft) return [];
  return [
    ...programme.weeks.filter((week) => !week.draft).map((week) => announceWeek(week, words)),
    ...programme.events.filter((event) => !event.draft).map((event) => announceEvent(event, words)),
  ].sort(compareEvents);
}

/** Orders by time; what begins at the same time, by kind and id. */
export function compareEvents(a: CalendarEvent, b: CalendarEvent): number {
  const key = ({ start, end, kind, id, edition }: CalendarEvent) => [start, end, kind, edition, id].join(' ');
  return key(a) < key(b) ? -1 : 1;
}

/** The address of the page that shows it, without base and language. */
export function pageOf({ kind, edition, id }: Pick<CalendarEvent, 'kind' | 'edition' | 'id'>): string {
  return kind === 'week' ? addressOf.week(edition, id) : addressOf.event(edition, id);
}

/** A title with what a reader of a month view has to know: "Cancelled: Phase I, week 5: …". */
export function summarise(event: CalendarEvent, t: Translate<CalendarKey>): string {
  const named = event.name ? t('calendar.title', { name: event.name, title: event.title }) : event.title;
  const title = event.unannounced ? t('calendar.unannounced', { title: named }) : named;
  if (event.status === 'scheduled') return title;
  return t(event.status === 'postponed' ? 'calendar.postponed' : 'calendar.cancelled', { title });
}

/**
 * The plain text of an event: what it is about, where, and where to read on.
 * @param urlTo the address of a page in full
 */
export function describe(
  event: CalendarEvent,
  t: Translate<CalendarKey>,
  urlTo: (address: string) => string,
): string {
  const facts = [
    event.location && t('calendar.where', { place: event.location }),
    event.join && t('calendar.join', { url: event.join }),
    t('calendar.more', { url: urlTo(pageOf(event)) }),
  ].filter(Boolean);
  return [...event.about, facts.join('\n')].join('\n\n');
}

/** What subscribers are told of a week. */
export function announceWeek(week: Week, { t, readProse }: CalendarWords): CalendarEvent {
  const kinds = { week: [], orientation: [t('week.orientation')], break: [t('week.break')] };
  return {
    ...{ kind: 'week', edition: week.edition, id: week.id, phase: week.phase.id },
    ...{ name: nameWeek(week, t), title: week.title.text },
    ...{ start: week.start, end: week.end, timezone: undefined, unannounced: false, status: week.status },
    ...{ location: '', join: undefined },
    categories: [namePhase(week.phase, t), ...kinds[week.kind]],
    about: [
      ...(week.statusNote ? [week.statusNote.text] : []),
      ...(week.topic ? [week.topic.summary.text] : []),
      ...(week.kind === 'break' ? [t('week.none')] : readParagraphs('weeks', week, readProse)),
      ...(week.kind === 'week' ? [t('calendar.activity', { activity: week.activity.text })] : []),
    ],
  };
}

/** What subscribers are told of an event. */
export function announceEvent(event: Event, { t, readProse }: CalendarWords): CalendarEvent {
  return {
    ...{ kind: 'event', edition: event.edition, id: event.id, phase: undefined },
    ...{ name: undefined, title: event.title.text },
    ...{ start: event.start, end: event.end, timezone: event.timed ? event.timezone : undefined },
    ...{ unannounced: event.time === 'unannounced', status: event.status },
    location: nameVenues(event, t),
    join: event.join,
    categories: [t('event.kind')],
    about: [
      ...(event.statusNote ? [event.statusNote.text] : []),
      ...readParagraphs('events', event, readProse),
    ],
  };
}

function readParagraphs(
  collection: 'weeks' | 'events',
  { prose }: Week | Event,
  readProse: CalendarWords['readProse'],
): string[] {
  return prose ? readProse(collection, prose) : [];
}

/** The venues in a line. Places that can be found on a map come first: maps read the beginning. */
function nameVenues({ venues, attendance }: Event, t: Translate<CalendarKey>): string {
  const isPlace = (venue: Venue) => venue.address !== undefined || venue.city !== undefined;
  const names = [...venues.filter(isPlace), ...venues.filter((venue) => !isPlace(venue))].map((venue) =>
    [venue.name, venue.room, venue.address, venue.city]
      .flatMap((part) => (part ? [part.text] : []))
      .join(', '),
  );
  if (names.length > 0) return names.join('; ');
  return attendance === 'online' ? t('event.attendance.online') : '';
}
