import { addressOf, feedAddressOf } from '../model/address.ts';
import { dayOf, daysOf, type PlainDate } from '../model/date.ts';
import type { Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import { namePhase } from '../format/labels.ts';
import { describeLicence, describePublisher } from '../format/publisher.ts';
import {
  compareEvents,
  formatSummary,
  fromLedgerEntry,
  listCalendarEvents,
  pageAddressOf,
  type CalendarEvent,
  type LocalisedProgramme,
} from './calendar-event.ts';
import { modifiedIn, type Ledger, type LedgerEntry } from './ledger.ts';

/** A calendar event with its revision (RFC 5545, section 3.8.7). */
export interface FeedEvent extends CalendarEvent {
  uid: string;
  sequence: number;
  /** When anything shown last changed, in UTC. */
  modified: string;
}

/** A calendar that people can subscribe to, in one language. */
export interface Feed {
  /** Its address, without base and language. */
  address: string;
  locale: string;
  name: string;
  description: string;
  /** The address of the page with the same content, without base and language. */
  page: string;
  /** The IANA zone in which clients may show the calendar. */
  timezone: string;
  events: FeedEvent[];
}

/** An edition in one language, with its ledger. */
export interface FeedSource extends LocalisedProgramme {
  ledger: Ledger;
}

/**
 * Lists all feeds of a site in one language.
 * @param site the site in that language
 * @param sources its editions, in the same language
 */
export function listFeeds(site: Site, sources: readonly FeedSource[], t: Translate): Feed[] {
  const editions = sources.map((source) => ({ source, events: listFeedEvents(source) }));
  const current = sources.find(({ programme }) => programme.edition === site.current) ?? sources[0];
  return [
    {
      address: feedAddressOf.all(),
      locale: site.locale,
      name: site.name.text,
      description: describeFeed(site, site.name.text, t),
      page: addressOf.home(),
      timezone: current?.programme.timezone ?? 'UTC',
      events: editions.flatMap(({ events }) => events).sort(compareEvents),
    },
    ...editions.flatMap(({ source, events }) => listEditionFeeds(site, source, events)),
  ];
}

/** The description of a calendar: what it holds, who publishes it, and under which licence. */
function describeFeed(site: Site, title: string, t: Translate): string {
  return [t('calendar.feed', { title }), describePublisher(site, t), describeLicence(site, t)]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/** The published events of an edition, and cancellations of the removed ones. */
function listFeedEvents(source: FeedSource): FeedEvent[] {
  const { programme, ledger, t } = source;
  const current = new Map(listCalendarEvents(source).map((event) => [pageAddressOf(event), event]));
  return ledger.events
    .flatMap((entry) => {
      const { kind, id, uid, sequence } = entry;
      const { edition, locale } = programme;
      const modified = modifiedIn(entry, locale);
      const event =
        entry.facts.status === 'removed'
          ? fromLedgerEntry(entry, ledger.edition, locale, t)
          : current.get(pageAddressOf({ kind, edition, id }));
      return event ? [{ ...event, uid, sequence, modified }] : [];
    })
    .sort(compareEvents);
}

function listEditionFeeds(
  site: Site,
  { programme, ledger, t }: FeedSource,
  events: readonly FeedEvent[],
): Feed[] {
  const { edition, locale, timezone } = programme;
  const title = programme.title.text;
  const schedule = addressOf.page(edition, 'schedule');
  const makeFeed = (address: string, name: string, page: string, list: readonly FeedEvent[]): Feed => ({
    address,
    locale,
    name,
    description: describeFeed(site, name, t),
    page,
    timezone,
    events: [...list],
  });
  const namePhaseFeed = (id: string) => {
    const phase = programme.phases.find((each) => each.id === id);
    return phase ? t('calendar.feedPhase', { title, phase: namePhase(phase, t) }) : title;
  };
  const former = new Map(ledger.events.map((entry) => [entry.uid, entry.former ?? []]));
  return [
    makeFeed(feedAddressOf.edition(edition), title, addressOf.edition(edition), events),
    ...listPhases(programme.phases, ledger).map(({ id, uids }) =>
      makeFeed(
        feedAddressOf.phase(edition, id),
        namePhaseFeed(id),
        schedule,
        events.filter(({ uid }) => uids.has(uid)),
      ),
    ),
    makeFeed(
      feedAddressOf.events(edition),
      t('calendar.feedEvents', { title }),
      schedule,
      events.filter(({ kind }) => kind === 'event'),
    ),
    ...events.flatMap((event) =>
      [event.id, ...(former.get(event.uid) ?? [])].map((id) =>
        makeFeed(
          feedAddressOf[event.kind](edition, id),
          formatSummary({ ...event, status: 'scheduled' }, t),
          pageAddressOf(event),
          [event],
        ),
      ),
    ),
  ];
}

/**
 * Lists the phases that have a feed, with the uids of their weeks and of the events that start on their days. An
 * event that moved to other days stays in it, so that subscribers get the move. The feed of a renamed phase keeps
 * its address and its weeks.
 */
function listPhases(current: readonly { id: string }[], ledger: Ledger): { id: string; uids: Set<string> }[] {
  const currentIds = new Set(current.map(({ id }) => id));
  const phases = new Map<string, LedgerEntry[]>();
  for (const entry of ledger.events) {
    const renamed = listFormerValues(entry, 'phase').filter((id) => !currentIds.has(id));
    const { phase } = entry.facts;
    for (const id of phase === undefined ? renamed : [phase, ...renamed]) {
      phases.set(id, [...(phases.get(id) ?? []), entry]);
    }
  }
  return [...phases].map(([id, weeks]) => {
    const days = weeks.flatMap(({ facts }) => Object.values(daysOf(facts))).sort();
    const [first = '', last = ''] = [days.at(0), days.at(-1)];
    const events = ledger.events.filter(
      (entry) => entry.kind === 'event' && listStartDays(entry).some((day) => first <= day && day <= last),
    );
    return { id, uids: new Set([...weeks, ...events].map(({ uid }) => uid)) };
  });
}

/** All days that an event was published to start on, the current one first. */
const listStartDays = (entry: LedgerEntry): PlainDate[] =>
  [entry.facts.start, ...listFormerValues(entry, 'start')].map(dayOf);

const listFormerValues = ({ history = [] }: LedgerEntry, field: 'phase' | 'start'): string[] =>
  history.flatMap((record) =>
    record.field === field && typeof record.from === 'string' ? [record.from] : [],
  );
