import { addressOf } from '../model/address.ts';
import { dayOf, isPlainDate, type PlainDate } from '../model/date.ts';
import { compareText } from '../model/issue.ts';
import type { Programme } from '../model/site.ts';
import { dayAt, toInstant } from '../model/timezone.ts';
import type { MessageKey, Translate } from '../model/translate.ts';
import { formatDay, formatSpan, formatTime } from '../format/dates.ts';
import type { ChangedField, ChangeRecord, FieldValues, Ledger, LedgerEntry } from './ledger.ts';
import type { FieldChange, FieldValue } from './ledger-update.ts';

/** The changes of one week or event at one time, as the page and feed of changes show them. */
export interface PublishedChange {
  uid: string;
  /** When it was published, in UTC. */
  date: string;
  /** That day in the time zone of the programme. */
  day: PlainDate;
  text: string;
  /** The address of its page, without base and language; undefined if there is none any more. */
  address: string | undefined;
}

/** Changes that are no news to visitors: file names, and descriptions, whose text the ledger does not keep. */
const hiddenFields: readonly ChangedField[] = ['id', 'phase', 'description'];

/** The day since which this site has published an edition's dates: the first one in its ledger. */
export function publishedSince({ events }: Ledger, timezone: string): PlainDate | undefined {
  const dates = events.flatMap(({ stamps, history = [] }) => [
    ...Object.values(stamps).map(({ modified }) => modified),
    ...history.map(({ date }) => date),
  ]);
  const [first] = dates.sort();
  return first === undefined ? undefined : dayAt(new Date(first), timezone);
}

/** Lists the history of an edition, newest first. Changes in other languages alone are left out. */
export function listPublishedChanges(ledger: Ledger, programme: Programme, t: Translate): PublishedChange[] {
  const { locale, edition, timezone, weeks, events } = programme;
  const pages = new Set([
    ...weeks.map(({ id }) => addressOf.week(edition, id)),
    ...events.map(({ id }) => addressOf.event(edition, id)),
  ]);
  return groupHistory(ledger).flatMap(({ date, entry, records }) => {
    const [first, ...rest] = describeChange(entry, records, { t, locale, dateLocale: t('locale') });
    if (first === undefined) return [];
    const address = addressOf[entry.kind](edition, entry.id);
    return {
      uid: entry.uid,
      date,
      day: dayAt(new Date(date), timezone),
      text: [capitalise(first, locale), ...rest].join('; '),
      address: pages.has(address) ? address : undefined,
    };
  });
}

/** Groups visible changes by entry and time, newest first. */
function groupHistory({ events }: Ledger): { date: string; entry: LedgerEntry; records: ChangeRecord[] }[] {
  return events
    .flatMap((entry) => {
      const visible = (entry.history ?? []).filter(({ field }) => !hiddenFields.includes(field));
      const byDate = Map.groupBy(visible, ({ date }) => date);
      return [...byDate].map(([date, records]) => ({ date, entry, records }));
    })
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.entry.uid, b.entry.uid));
}

export interface ChangeLanguage {
  t: Translate;
  /** The language of the content that is quoted. */
  locale: string;
  /** The locale of dates, such as `en-GB`. */
  dateLocale: string;
  /** The language of week names, where it is not that of the content. */
  nameLocale?: string;
  /** Whether dates always have a year; by default, where it changes. */
  withYear?: boolean;
}

/** The part of a ledger change that its description needs. */
export interface EntryChange {
  entry: Pick<LedgerEntry, 'id'> & {
    facts: Pick<FieldValues, 'name' | 'title' | 'kind' | 'start' | 'end' | 'time'>;
  };
  isNew: boolean;
  records: readonly FieldChange[];
}

/**
 * Describes a ledger update, a clause for each change. Many new entries are counted and not named: when an edition
 * is first published, or a phase is added.
 * @param unchanged the number of entries without changes
 * @returns `added` is the number of new entries that no clause names
 */
export function describeUpdate(
  { changes, unchanged }: { changes: readonly EntryChange[]; unchanged: number },
  language: ChangeLanguage,
): { clauses: string[]; added: number } {
  const added = changes.filter(({ isNew }) => isNew);
  const isMany = added.length > 3 || (unchanged === 0 && added.length === changes.length);
  const named = isMany ? changes.filter(({ isNew }) => !isNew) : changes;
  const clauses = named.flatMap(({ entry, isNew, records }) => {
    if (isNew) return describeNew(entry, language);
    const described = describeChange(entry, records, language);
    // A change in other languages alone has no clause in this one.
    return described.length > 0 ? described : describeChange(entry, [{ field: 'description' }], language);
  });
  return { clauses, added: isMany ? added.length : 0 };
}

/** Describes a new week or event with its days: "Workshop 1 is new: 13 May 2022". */
export function describeNew(entry: EntryChange['entry'], language: ChangeLanguage): string[] {
  return describeChange(entry, [{ field: 'status', to: 'scheduled' }], language);
}

/**
 * Describes the changes of a week or event, a clause each, without a full stop: "Phase I, week 5 starts on
 * 29 March instead of 28 March".
 * @param entry the entry after the changes
 * @param records changes at one time
 */
export function describeChange(
  entry: EntryChange['entry'],
  records: EntryChange['records'],
  language: ChangeLanguage,
): string[] {
  const { t, locale, nameLocale = locale } = language;
  const name = nameEntry(entry, language);
  const say: Say = (sentence, values = {}) => t(`calendar.change.${sentence}`, { name, ...values });
  const status = records.find(({ field }) => field === 'status');
  if (status && status.from === undefined) {
    return [say('added', { to: formatWhen(entry.facts, language, true) })];
  }
  const clauses = status ? [say(statusSentence(status.to))] : [];
  const kind = records.find(({ field }) => field === 'kind');
  if (kind) {
    clauses.push(say(kind.to ? 'deadline' : 'noDeadline', { to: formatWhen(entry.facts, language, true) }));
  } else {
    clauses.push(...describeTimes(entry.facts, records, language, say));
  }
  for (const { field, from, to } of records) {
    const inLocale = (value: FieldValue) => pickLocale(value, field === 'name' ? nameLocale : locale) ?? '';
    const values = { from: inLocale(from), to: inLocale(to) };
    // A text may have changed in another language alone.
    if (typeof (to ?? from) === 'object' && values.from === values.to) continue;
    if (field === 'name' && from !== undefined) clauses.push(say('name', values));
    if (field === 'title') clauses.push(say('title', values));
    if (field === 'timezone' && values.from && values.to) {
      clauses.push(say('timezone', { ...values, shift: describeShift(entry.facts, records, values, t) }));
    }
    if (field === 'location') {
      clauses.push(say(!values.from ? 'locationNew' : values.to ? 'location' : 'locationGone', values));
    }
    if (field === 'join') clauses.push(say(values.to ? 'join' : 'joinGone'));
    if (field === 'id' || field === 'description') clauses.push(say(field));
    // A week that moved to another phase has a new name, which is enough; alone, the phase was renamed.
    if (field === 'phase' && records.length === 1) clauses.push(say('phase', values));
  }
  return clauses;
}

type SentenceOf<Key> = Key extends `calendar.change.${infer Sentence}` ? Sentence : never;
type Sentence = SentenceOf<MessageKey>;
type Say = (sentence: Sentence, values?: Record<string, string>) => string;

/** The name of a week ("Phase I, week 5"), or the title of an event. */
export function nameEntry(
  { id, facts }: EntryChange['entry'],
  { locale, nameLocale = locale }: ChangeLanguage,
): string {
  return pickLocale(facts.name, nameLocale) ?? pickLocale(facts.title, locale) ?? id;
}

export function capitalise(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

function statusSentence(status: FieldValue): Sentence {
  return status === 'cancelled' || status === 'postponed' || status === 'removed' ? status : 'scheduled';
}

/** How much earlier or later an event begins for everyone, after a change of its zone. */
function describeShift(
  facts: Pick<FieldValues, 'start'>,
  records: EntryChange['records'],
  zones: { from: string; to: string },
  t: Translate,
): string {
  const { from = facts.start } = records.find(({ field }) => field === 'start') ?? {};
  if (typeof from !== 'string' || isPlainDate(from) || isPlainDate(facts.start)) return '';
  const [before, after] = [toInstant(from, zones.from), toInstant(facts.start, zones.to)].map(Date.parse);
  const hours = ((after ?? 0) - (before ?? 0)) / 3_600_000;
  if (hours === 0) return t('calendar.shift.none');
  return t(hours < 0 ? 'calendar.shift.earlier' : 'calendar.shift.later', { hours: Math.abs(hours) });
}

function describeTimes(
  facts: Pick<FieldValues, 'kind' | 'start' | 'end' | 'time'>,
  records: EntryChange['records'],
  language: ChangeLanguage,
  say: Say,
): string[] {
  const find = (name: 'start' | 'end') => {
    const { from, to } = records.find(({ field }) => field === name) ?? {};
    return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined;
  };
  const [start, end] = [find('start'), find('end')];
  const needsYear = ({ from, to }: { from: string; to: string }) =>
    language.withYear ?? from.slice(0, 4) !== to.slice(0, 4);
  if (start && end) {
    const format = (side: 'from' | 'to') =>
      formatWhen({ start: start[side], end: end[side] }, language, needsYear(start));
    return [say('moved', { from: format('from'), to: format('to') })];
  }
  const startSentence = facts.kind === 'deadline' ? 'due' : 'start';
  const [sentence, change] = start ? ([startSentence, start] as const) : (['end', end] as const);
  if (change) {
    const format = (value: string) => formatMoment(value, language, needsYear(change));
    return [say(sentence, { from: format(change.from), to: format(change.to) })];
  }
  if (records.some(({ field }) => field === 'end')) {
    if (facts.end === undefined) return [say('endOpen')];
    return [say('endNew', { to: formatMoment(facts.end, language, language.withYear ?? true) })];
  }
  if (!records.some(({ field }) => field === 'time')) return [];
  if (facts.time) return [say('unannounced')];
  return [say(isPlainDate(facts.start) ? 'wholeDays' : 'announced')];
}

/** A span of days, or a day with its hours. */
function formatWhen(
  { kind, start, end = start }: Pick<FieldValues, 'kind' | 'start' | 'end'>,
  language: ChangeLanguage,
  year: boolean,
): string {
  const { t, dateLocale } = language;
  if (kind === 'deadline') return t('event.due', { when: formatMoment(start, language, year) });
  const span = formatSpan(dayOf(start), dayOf(end), dateLocale, { year });
  // Unvalidated content may have a time at one end only.
  if (isPlainDate(start) || isPlainDate(end)) return span;
  const time = formatTime(start, dateLocale);
  if (start === end) return `${span}, ${t('event.from', { time })}`;
  return `${span}, ${t('time.range', { from: time, to: formatTime(end, dateLocale) })}`;
}

/** A day, or a day with its time. */
function formatMoment(value: string, { dateLocale }: ChangeLanguage, year: boolean): string {
  const day = formatDay(dayOf(value), dateLocale, { year });
  return isPlainDate(value) ? day : `${day}, ${formatTime(value, dateLocale)}`;
}

function pickLocale(value: FieldValue, locale: string): string | undefined {
  return typeof value === 'object' ? (value[locale] ?? Object.values(value)[0]) : value;
}
