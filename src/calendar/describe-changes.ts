import { dayOf, isPlainDate } from '../model/date.ts';
import type { FactChange } from './facts.ts';
import type { ChangedField, ChangeRecord, Facts, LedgerEntry, Texts } from './ledger.ts';
import type { Translate } from '../model/translate.ts';
import { formatDay, formatSpan, formatTime } from '../format/dates.ts';

type Sentence =
  | 'added'
  | 'announced'
  | 'cancelled'
  | 'description'
  | 'end'
  | 'id'
  | 'join'
  | 'joinGone'
  | 'location'
  | 'locationGone'
  | 'locationNew'
  | 'moved'
  | 'name'
  | 'phase'
  | 'postponed'
  | 'removed'
  | 'scheduled'
  | 'start'
  | 'timezone'
  | 'title'
  | 'unannounced'
  | 'wholeDays';
export type ChangeKey = `calendar.change.${Sentence}`;

export interface ChangeLanguage {
  t: Translate<ChangeKey>;
  /** The language of the site whose texts are shown. */
  locale: string;
  /** The locale of dates, such as `en-GB`. */
  dateLocale: string;
  /** The language that weeks are named in, where it is not that of the texts. */
  nameLocale?: string;
  /** Whether dates always bear their year; else they do where it changes. */
  withYear?: boolean;
}

/** As much of a week or an event as its changes are told with. */
export interface Told {
  entry: Pick<LedgerEntry, 'id'> & { facts: Pick<Facts, 'name' | 'title' | 'start' | 'end' | 'time'> };
  isNew: boolean;
  records: readonly FactChange<ChangedField>[];
}

/**
 * Says what subscribers will see, a clause for each thing.
 * @param changes what has changed since they were told last
 * @param unchanged how many weeks and events have not changed
 * @returns the clauses, and how many new weeks and events they do not name: at the first time, and when a phase
 *   is added, a list of all would say less than their number
 */
export function describeUpdate(
  { changes, unchanged }: { changes: readonly Told[]; unchanged: number },
  language: ChangeLanguage,
): { clauses: string[]; added: number } {
  const added = changes.filter(({ isNew }) => isNew);
  const isMany = added.length > 3 || (unchanged === 0 && added.length === changes.length);
  const named = changes.filter(({ isNew }) => !(isNew && isMany));
  return { clauses: named.flatMap((each) => describeTold(each, language)), added: isMany ? added.length : 0 };
}

function describeTold({ entry, isNew, records }: Told, language: ChangeLanguage): string[] {
  if (isNew) return describeNew(entry, language);
  const clauses = describeChange(entry, records, language);
  // What has changed in another language alone cannot be quoted in this one.
  return clauses.length > 0 ? clauses : describeChange(entry, [{ field: 'description' }], language);
}

/** Says that a week or an event is new, and when it is. */
export function describeNew(entry: Told['entry'], language: ChangeLanguage): string[] {
  return describeChange(entry, [{ field: 'status', to: 'scheduled' }], language);
}

/**
 * Says what has changed of a week or an event, a clause for each thing, without a full stop: "Phase I,
 * week 5 starts on 29 March instead of 28 March".
 * @param entry as it is after the change
 * @param records what changed at one time
 */
export function describeChange(
  entry: Told['entry'],
  records: Told['records'],
  language: ChangeLanguage,
): string[] {
  const { t, locale, nameLocale = locale } = language;
  const name = nameEntry(entry, language);
  const say = (sentence: Sentence, values: Record<string, string> = {}) =>
    t(`calendar.change.${sentence}`, { name, ...values });
  const find = (field: ChangedField) => records.find((record) => record.field === field);
  const clauses: string[] = [];
  const status = find('status');
  if (status && status.from === undefined)
    return [say('added', { to: formatWhen(entry.facts, language, true) })];
  if (status) clauses.push(say(entryStatus(status)));
  clauses.push(...describeTimes(entry.facts, records, language, say));
  for (const { field, from, to } of records) {
    const inLocale = (value: string | Texts | undefined) =>
      pickText(value, field === 'name' ? nameLocale : locale) ?? '';
    const values = { from: inLocale(from), to: inLocale(to) };
    // A text may have changed in another language alone.
    const isSame = typeof (to ?? from) === 'object' && values.from === values.to;
    if (isSame) continue;
    if (field === 'name' && from !== undefined) clauses.push(say('name', values));
    if (field === 'title') clauses.push(say('title', values));
    if (field === 'timezone' && values.from && values.to) clauses.push(say('timezone', values));
    if (field === 'location') clauses.push(say(choose('location', values), values));
    if (field === 'join') clauses.push(say(values.to ? 'join' : 'joinGone'));
    if (field === 'id' || field === 'description') clauses.push(say(field));
    // A week of another phase has another name, which says it; else the file of its phase was renamed.
    if (field === 'phase' && records.length === 1) clauses.push(say('phase', values));
  }
  return clauses;
}

/** What a week or an event is called: a week by its number, an event by its title. */
export function nameEntry({ id, facts }: Told['entry'], { locale, nameLocale }: ChangeLanguage): string {
  return pickText(facts.name, nameLocale ?? locale) ?? pickText(facts.title, locale) ?? id;
}

/** A clause at the beginning of a sentence. */
export function beginSentence(clause: string, locale: string): string {
  return clause.charAt(0).toLocaleUpperCase(locale) + clause.slice(1);
}

function entryStatus({ to }: Pick<ChangeRecord, 'to'>): 'cancelled' | 'postponed' | 'removed' | 'scheduled' {
  return to === 'cancelled' || to === 'postponed' || to === 'removed' ? to : 'scheduled';
}

function choose(field: 'location', { from, to }: { from: string; to: string }): Sentence {
  if (!from) return `${field}New`;
  return to ? field : `${field}Gone`;
}

function describeTimes(
  facts: Pick<Facts, 'start' | 'time'>,
  records: Told['records'],
  language: ChangeLanguage,
  say: (sentence: Sentence, values?: Record<string, string>) => string,
): string[] {
  const read = (field: 'start' | 'end') => {
    const record = records.find((each) => each.field === field);
    return typeof record?.from === 'string' && typeof record.to === 'string'
      ? { from: record.from, to: record.to }
      : undefined;
  };
  const [start, end] = [read('start'), read('end')];
  if (start && end) {
    const before = { start: start.from, end: end.from };
    const after = { start: start.to, end: end.to };
    const year = language.withYear ?? yearOf(before.start) !== yearOf(after.start);
    return [
      say('moved', { from: formatWhen(before, language, year), to: formatWhen(after, language, year) }),
    ];
  }
  const clauses = [start, end].flatMap((change, index) => {
    if (!change) return [];
    const year = language.withYear ?? yearOf(change.from) !== yearOf(change.to);
    const [from, to] = [change.from, change.to].map((value) => formatMoment(value, language, year));
    return [say(index === 0 ? 'start' : 'end', { from: from ?? '', to: to ?? '' })];
  });
  const time = records.find(({ field }) => field === 'time');
  const known = isPlainDate(facts.start) ? 'wholeDays' : 'announced';
  if (time && !start && !end) clauses.push(say(facts.time ? 'unannounced' : known));
  return clauses;
}

const yearOf = (value: string) => value.slice(0, 4);

/** Days, or a day with its hours. */
function formatWhen(
  { start, end }: Pick<Facts, 'start' | 'end'>,
  { dateLocale }: ChangeLanguage,
  year: boolean,
): string {
  const span = formatSpan(dayOf(start), dayOf(end), dateLocale, { year });
  // Content that has not passed the check may have a time at one end alone.
  if (isPlainDate(start) || isPlainDate(end)) return span;
  return `${span}, ${formatTime(start, dateLocale)}–${formatTime(end, dateLocale)}`;
}

/** A day, or a day with its time. */
function formatMoment(value: string, { dateLocale }: ChangeLanguage, year: boolean): string {
  const day = formatDay(dayOf(value), dateLocale, { year });
  return isPlainDate(value) ? day : `${day}, ${formatTime(value, dateLocale)}`;
}

function pickText(value: string | Texts | undefined, locale: string): string | undefined {
  if (typeof value !== 'object') return value;
  return value[locale] ?? Object.values(value)[0];
}
