import type { Entry } from '../../../../src/model/entry.ts';
import type { FieldValues, LedgerEntry } from '../../../../src/calendar/ledger.ts';
import type { FieldChange, FieldValue, LedgerChange } from '../../../../src/calendar/ledger-update.ts';
import { compareEntries, shorten } from './facts.ts';
import type { Pair } from './pair.ts';
import type { DatedChange, EditionReport } from '../report-data.ts';
import type { State } from './state.ts';
import { isMarkedDraft } from '../../../../src/model/visibility.ts';

type Told = EditionReport['subscribers']['items'][number];

/** What a change of a ledger tells, in the form of a report: no stamps, and no text longer than it may be. */
export function toTold({ entry, isNew, records }: LedgerChange): Told {
  return { entry: toEntry(entry), isNew, records: records.map(shortenChange) };
}

function toEntry({ kind, id, facts }: Pick<LedgerEntry, 'kind' | 'id' | 'facts'>): Told['entry'] {
  const { name, title, start, end, time } = facts;
  return {
    ...{ kind, id },
    facts: {
      ...(name ? { name: shortenFact(name) as FieldValues['title'] } : {}),
      ...{ title: shortenFact(title) as FieldValues['title'], start, end },
      ...(time ? { time } : {}),
    },
  };
}

function shortenChange({ field, from, to }: FieldChange): Told['records'][number] {
  const [old, own] = [shortenFact(from), shortenFact(to)];
  return { field, ...(old === undefined ? {} : { from: old }), ...(own === undefined ? {} : { to: own }) };
}

function shortenFact(fact: FieldValue): FieldValue {
  if (typeof fact !== 'object') return fact === undefined ? undefined : shorten(fact);
  return Object.fromEntries(Object.entries(fact).map(([lang, text]) => [lang, shorten(text)]));
}

/**
 * What visitors see change of a week or an event.
 * @param pair the two states of its file
 * @param told how what calendars know of it has changed, if it has
 * @param facts what calendars know of it now
 * @param locale the language that decides whether a text has changed; other languages are told as translations
 */
export function compareDated(
  pair: Pair,
  [before, now]: readonly [State, State],
  { told, facts, locale }: { told: LedgerChange | undefined; facts: FieldValues | undefined; locale: string },
): DatedChange[] {
  const [wasPublic, isPublic] = [isShown(pair.before), isShown(pair.now)];
  const known = facts ?? told?.entry.facts;
  const file = pair.now ?? pair.before;
  if (!known || !file || (!wasPublic && !isPublic)) return [];
  const kind = file.collection === 'weeks' ? 'week' : 'event';
  const entry = toEntry({ kind, id: file.id, facts: known });
  if (!wasPublic) return [{ entry, records: [], what: pair.before ? 'published' : 'new', details: [] }];
  if (!isPublic) return [{ entry, records: [], what: pair.now ? 'withdrawn' : 'gone', details: [] }];
  if (!pair.before || !pair.now) return [];
  const records = (told?.records ?? []).filter((record) => isSeen(record, pair, locale)).map(shortenChange);
  const details = compareEntries(
    { entry: pair.before, library: before.library },
    { entry: pair.now, library: now.library },
  ).filter(({ field }) => field !== 'venues' || !records.some((record) => record.field === 'location'));
  return records.length + details.length > 0 ? [{ entry, records, what: 'changed', details }] : [];
}

const isShown = (entry: Entry | undefined) => entry !== undefined && !isMarkedDraft(entry);

/** Whether visitors see a change that subscribers are told of, and are not told of it in another place. */
function isSeen({ field, from, to }: FieldChange, pair: Pair, locale: string): boolean {
  if (field === 'id' || field === 'description' || field === 'phase') return false;
  // The title of a topic is told once, for the topic.
  const [old, own] = [pair.before, pair.now].map(topicOf);
  if (field === 'title' && own !== undefined && old === own) return false;
  return typeof from !== 'object' || typeof to !== 'object' || from[locale] !== to[locale];
}

const topicOf = (entry: Entry | undefined) => (entry && 'topic' in entry.data ? entry.data.topic : undefined);
