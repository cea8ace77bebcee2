import { addressOf, feedAddressOf } from '../model/address.ts';
import {
  compareEvents,
  listCalendarEvents,
  summarise,
  type CalendarEvent,
  type CalendarKey,
} from './calendar-event.ts';
import { recallEvent, type Version } from './announcements.ts';
import { dayOf, type PlainDate } from '../model/date.ts';
import { namePhase } from '../format/labels.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';

export type FeedKey = CalendarKey | 'calendar.feed' | 'calendar.feedEvents' | 'calendar.feedPhase';

/** An event as a feed tells it: with what the ledger knows. */
export interface FeedEvent extends CalendarEvent {
  uid: string;
  sequence: number;
  /** When anything of it last changed, in UTC. */
  modified: string;
}

/** A calendar that people can subscribe to, in one language. */
export interface Feed {
  /** Its address, without base and language. */
  address: string;
  locale: string;
  name: string;
  description: string;
  /** The address of the page that shows the same, without base and language. */
  page: string;
  /** The zone in which a client may show the calendar. */
  timezone: string;
  events: FeedEvent[];
}

/** An edition in one language, and what its subscribers are told. */
export interface FeedSource extends Version {
  ledger: Ledger;
}

/**
 * Lists every feed of a site in one language.
 * @param site the site in that language
 * @param sources its editions, in the same language
 */
export function listFeeds(site: Site, sources: readonly FeedSource[], t: Translate<FeedKey>): Feed[] {
  const editions = sources.map((source) => ({ source, events: listFeedEvents(source) }));
  const current = sources.find(({ programme }) => programme.edition === site.current) ?? sources[0];
  const base = { locale: site.locale, timezone: current?.programme.timezone ?? 'UTC' };
  return [
    {
      ...{ ...base, address: feedAddressOf.all(), name: site.name.text, page: addressOf.home() },
      description: t('calendar.feed', { title: site.name.text, organiser: site.organiser.name.text }),
      events: editions.flatMap(({ events }) => events).sort(compareEvents),
    },
    ...editions.flatMap(({ source, events }) => listEditionFeeds(site, source, events, t)),
  ];
}

/** What an edition's feeds tell: the events of its content, and cancellations of those that are gone. */
function listFeedEvents({ programme, words, ledger }: FeedSource): FeedEvent[] {
  const entries = new Map(ledger.events.map((entry) => [`${entry.kind}/${entry.id}`, entry]));
  const join = (event: CalendarEvent, entry: LedgerEntry): FeedEvent => {
    const { uid, sequence, modified } = entry;
    return { ...event, uid, sequence, modified };
  };
  const held = listCalendarEvents(programme, words).flatMap((event) => {
    const entry = entries.get(`${event.kind}/${event.id}`);
    return entry && entry.facts.status !== 'removed' ? [join(event, entry)] : [];
  });
  const removed = ledger.events
    .filter((entry) => entry.facts.status === 'removed')
    .map((entry) => join(recallEvent(entry, ledger.edition, programme.locale, words.t), entry));
  return [...held, ...removed].sort(compareEvents);
}

function listEditionFeeds(
  site: Site,
  { programme, ledger }: FeedSource,
  events: readonly FeedEvent[],
  t: Translate<FeedKey>,
): Feed[] {
  const { edition, locale, timezone } = programme;
  const title = programme.title.text;
  const make = (feed: Pick<Feed, 'address' | 'name' | 'page'>, list: readonly FeedEvent[]): Feed => ({
    ...{ locale, timezone, ...feed, events: [...list] },
    description: t('calendar.feed', { title: feed.name, organiser: site.organiser.name.text }),
  });
  const schedule = addressOf.page(edition, 'schedule');
  const single = (event: FeedEvent, id: string) => {
    const { week, event: ofEvent } = feedAddressOf;
    const page =
      event.kind === 'week' ? addressOf.week(edition, event.id) : addressOf.event(edition, event.id);
    const address = (event.kind === 'week' ? week : ofEvent)(edition, id);
    return make({ address, name: summarise({ ...event, status: 'scheduled' }, t), page }, [event]);
  };
  const phaseName = (id: string) => {
    const phase = programme.phases.find((each) => each.id === id);
    return phase ? t('calendar.feedPhase', { title, phase: namePhase(phase, t) }) : title;
  };
  const former = new Map(ledger.events.map(({ uid, former: names = [] }) => [uid, names]));
  return [
    make({ address: feedAddressOf.edition(edition), name: title, page: addressOf.edition(edition) }, events),
    ...listPhases(programme.phases, ledger).map(({ id, uids }) =>
      make(
        { address: feedAddressOf.phase(edition, id), name: phaseName(id), page: schedule },
        events.filter(({ uid }) => uids.has(uid)),
      ),
    ),
    make(
      { address: feedAddressOf.events(edition), name: t('calendar.feedEvents', { title }), page: schedule },
      events.filter(({ kind }) => kind === 'event'),
    ),
    ...events.flatMap((event) => [event.id, ...(former.get(event.uid) ?? [])].map((id) => single(event, id))),
  ];
}

/**
 * The phases that have a feed, with the uids of their weeks and of the events that begin on their days. What was
 * moved away stays in it, so that the move arrives. The feed of a phase whose file was renamed goes on with the
 * weeks that it had.
 */
function listPhases(current: readonly { id: string }[], ledger: Ledger): { id: string; uids: Set<string> }[] {
  const names = new Set(current.map(({ id }) => id));
  const phases = new Map<string, LedgerEntry[]>();
  for (const entry of ledger.events) {
    const { facts, history = [] } = entry;
    const former = history.flatMap(({ field, from }) =>
      field === 'phase' && typeof from === 'string' && !names.has(from) ? [from] : [],
    );
    for (const id of [...(facts.phase ? [facts.phase] : []), ...former])
      phases.set(id, [...(phases.get(id) ?? []), entry]);
  }
  return [...phases].map(([id, weeks]) => {
    const days = weeks.flatMap(({ facts }) => [facts.start, facts.end]).sort();
    const [first = '', last = ''] = [days.at(0), days.at(-1)];
    const events = ledger.events.filter(
      (entry) => entry.kind === 'event' && listStarts(entry).some((day) => first <= day && day <= last),
    );
    return { id, uids: new Set([...weeks, ...events].map(({ uid }) => uid)) };
  });
}

/** The days on which subscribers were told that an event begins: what it is now, and what it was. */
function listStarts({ facts, history = [] }: LedgerEntry): PlainDate[] {
  const former = history.flatMap(({ field, from }) =>
    field === 'start' && typeof from === 'string' ? [from] : [],
  );
  return [facts.start, ...former].map(dayOf);
}
