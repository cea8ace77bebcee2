import {
  describe,
  listCalendarEvents,
  summarise,
  type CalendarEvent,
  type CalendarKey,
  type CalendarWords,
} from './calendar-event.ts';
import type { Facts, LedgerEntry, Texts } from './ledger.ts';
import type { Announcement } from './ledger-match.ts';
import type { Programme } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';

/** A programme in one of its languages, and the words to put it into a calendar. */
export interface Version {
  programme: Programme;
  words: CalendarWords;
}

/**
 * Puts together what subscribers are to be told of a programme, in all its languages.
 * @param versions the same programme in each language of the site, the default first
 */
export function listAnnouncements(versions: readonly Version[]): Announcement[] {
  const languages = versions.map(({ programme, words }) => ({
    locale: programme.locale,
    t: words.t,
    events: listCalendarEvents(programme, words),
  }));
  const [first] = versions;
  if (!first) return [];
  const { weeks, events } = first.programme;
  const sources = new Map<string, { file: string; uid?: string | undefined }>([
    ...weeks.map((week) => [`week/${week.id}`, week] as const),
    ...events.map((event) => [`event/${event.id}`, event] as const),
  ]);
  const byName = languages.map(({ events: list }) => new Map(list.map((event) => [nameOf(event), event])));
  return (languages[0]?.events ?? []).map((event) => {
    const texts = languages.flatMap(({ locale, t }, index) => {
      const told = byName[index]?.get(nameOf(event));
      return told ? [{ locale, t, told }] : [];
    });
    const facts = readFacts(event, texts);
    const seen = texts.map(({ locale, t, told }) => [locale, ...show(told, t)]);
    const source = sources.get(nameOf(event));
    return {
      ...{ kind: event.kind, id: event.id, file: source?.file ?? '', uid: source?.uid },
      ...{ facts, seen: JSON.stringify([facts, seen]) },
    };
  });
}

const nameOf = ({ kind, id }: Pick<CalendarEvent, 'kind' | 'id'>) => `${kind}/${id}`;

/** All words that a subscriber sees. Addresses of pages stay without base, which previews change. */
function show(event: CalendarEvent, t: Translate<CalendarKey>): string[] {
  return [summarise(event, t), describe(event, t, (address) => address), event.location, ...event.categories];
}

function readFacts(event: CalendarEvent, texts: { locale: string; told: CalendarEvent }[]): Facts {
  const collect = (read: (told: CalendarEvent) => string | undefined): Texts | undefined => {
    const entries = texts.flatMap(({ locale, told }) => {
      const text = read(told);
      return text ? [[locale, text] as const] : [];
    });
    return entries.length > 0 ? Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
  };
  const { start, end, status, timezone, join, phase, unannounced } = event;
  const [name, title, location] = [
    collect((told) => told.name),
    collect((told) => told.title),
    collect((told) => told.location),
  ];
  return {
    ...(name ? { name } : {}),
    ...{ title: title ?? {}, start, end },
    ...(timezone ? { timezone } : {}),
    ...(unannounced ? { time: 'unannounced' as const } : {}),
    status,
    ...(location ? { location } : {}),
    ...(join ? { join } : {}),
    ...(phase ? { phase } : {}),
  };
}

/**
 * Brings back what subscribers were told of an event whose file is gone, in one language, for its
 * cancellation to be told too.
 */
export function recallEvent(
  entry: LedgerEntry,
  edition: string,
  locale: string,
  t: Translate<CalendarKey>,
): CalendarEvent {
  const { name, title, start, end, timezone, time, status, location, join, phase } = entry.facts;
  const pick = (texts: Texts | undefined) => texts?.[locale] ?? Object.values(texts ?? {})[0];
  return {
    ...{ kind: entry.kind, edition, id: entry.id, phase, name: pick(name), title: pick(title) ?? entry.id },
    ...{
      start,
      end,
      timezone,
      unannounced: time !== undefined,
      status,
      location: pick(location) ?? '',
      join,
    },
    categories: [],
    about: [t('calendar.removed')],
  };
}
