import {
  fieldValuesSchema,
  type FieldValues,
  type LedgerEntry,
  type LocalisedText,
} from '../../../src/calendar/ledger.ts';
import {
  compareFields,
  type FieldChange,
  type FieldValue,
  type LedgerChange,
} from '../../../src/calendar/ledger-update.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { compareText } from '../../../src/model/issue.ts';
import { compareEntries, compareVisibility, shorten, type EntryPair } from './compare-entries.ts';
import { limits, type DatedChange, type EditionReport, type SubscriberChange } from './report-schema.ts';
import { findCalendar, type State, type States } from './state.ts';

/**
 * Compares weeks and events as visitors see them, by start.
 * @param locale the language in which texts are compared; other languages are compared as translations
 */
export function compareDated(pairs: readonly EntryPair[], states: States, locale: string): DatedChange[] {
  const changes = pairs.flatMap((pair): DatedChange[] => {
    const { before, now } = pair;
    const what = compareVisibility(pair);
    const from = before && findFields(before, states.before);
    const to = now && findFields(now, states.now);
    const facts = to ?? from;
    const file = now ?? before;
    if (!what || what === 'draft' || what === 'hidden' || !facts || !file) return [];
    const entry = toReportEntry({ kind: kindOf(file), id: file.id, facts });
    if (what !== 'kept') return [{ entry, records: [], what, details: [] }];
    if (!before || !now || !from || !to) return [];
    const records = compareFields(from, to, fieldValuesSchema.keyof().options)
      .filter((change) => isVisible(change, before, now, locale))
      .map(shortenRecord);
    const hasLocation = records.some(({ field }) => field === 'location');
    const details = compareEntries(before, now, states).filter(
      ({ field }) => field !== 'venues' || !hasLocation,
    );
    return records.length + details.length > 0 ? [{ entry, records, what: 'changed', details }] : [];
  });
  return changes.sort(byStart);
}

const kindOf = ({ collection }: Entry) => (collection === 'weeks' ? 'week' : 'event');

const findFields = (entry: Entry, state: State): FieldValues | undefined =>
  findCalendar(state, entry.edition)?.publications.find(
    ({ kind, id }) => kind === kindOf(entry) && id === entry.id,
  )?.fields;

const byStart = (a: { entry: { facts: { start: string } } }, b: typeof a) =>
  compareText(a.entry.facts.start, b.entry.facts.start);

/** Whether a change in the calendar shows on the page of a week or event, and is reported nowhere else. */
function isVisible({ field, from, to }: FieldChange, before: Entry, now: Entry, locale: string): boolean {
  if (field === 'phase') return false;
  // A new title of a topic is reported once, for the topic.
  const topic = topicOf(now);
  if (field === 'title' && topic !== undefined && topic === topicOf(before)) return false;
  return typeof from !== 'object' || typeof to !== 'object' || from[locale] !== to[locale];
}

const topicOf = ({ data }: Entry) => ('topic' in data ? data.topic : undefined);

/** Compares subscribed calendars, which follow the ledger of the last publication, with the content. */
export function compareSubscribers(edition: string, { before, now }: States): EditionReport['subscribers'] {
  const { changes = [], unchanged = 0 } = findCalendar(now, edition)?.update ?? {};
  const visible = changes.filter(({ languages }) => languages.length > 0);
  const textsBefore = findCalendar(before, edition)?.publications ?? [];
  const textsNow = findCalendar(now, edition)?.publications ?? [];
  const textOf = (list: typeof textsNow, { entry }: LedgerChange) =>
    list.find(({ kind, id }) => kind === entry.kind && id === entry.id)?.allTexts;
  // Content that says the same in this version of the program was worded differently by the one that published it.
  const isReworded = (change: LedgerChange) =>
    change.records.every(({ field }) => field === 'description') &&
    !change.isNew &&
    textOf(textsBefore, change) === textOf(textsNow, change);
  const items = visible.filter((change) => !isReworded(change));
  return {
    ...limitList(items.toSorted(byStart).map(toSubscriberChange)),
    reworded: visible.length - items.length,
    unchanged,
  };
}

/** As much of a list as a report may hold. */
export function limitList<Item>(items: readonly Item[]): { items: Item[]; more: number } {
  return { items: items.slice(0, limits.list), more: Math.max(0, items.length - limits.list) };
}

function toSubscriberChange({ entry, isNew, records }: LedgerChange): SubscriberChange {
  return { entry: toReportEntry(entry), isNew, records: records.map(shortenRecord) };
}

function toReportEntry({
  kind,
  id,
  facts,
}: Pick<LedgerEntry, 'kind' | 'id' | 'facts'>): SubscriberChange['entry'] {
  const { name, title, kind: eventKind, start, end, time } = facts;
  return {
    kind,
    id,
    facts: {
      name: name && shortenTexts(name),
      title: shortenTexts(title),
      kind: eventKind,
      start,
      end,
      time,
    },
  };
}

const shortenRecord = ({ field, from, to }: FieldChange) => ({
  field,
  from: shortenValue(from),
  to: shortenValue(to),
});

const shortenValue = (value: FieldValue) =>
  typeof value === 'object' ? shortenTexts(value) : value && shorten(value);

const shortenTexts = (texts: LocalisedText): LocalisedText =>
  Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, shorten(text)]));
