import { identify, type Entry, type Library } from '../../../src/model/entry.ts';
import { compareText } from '../../../src/model/issue.ts';
import type { CollectionData, CollectionName } from '../../../src/model/registry.ts';
import { isText } from '../../../src/model/text.ts';
import { listSaid } from '../../../src/model/translation.ts';
import { isMarkedDraft } from '../../../src/model/visibility.ts';
import {
  isReportField,
  limits,
  type DetailChange,
  type ReportField,
  type UndatedChange,
  type UndatedKind,
} from './report-schema.ts';
import { findCalendar, type State, type States } from './state.ts';

/** An entry in both states; undefined where it does not exist. */
export interface EntryPair {
  before: Entry | undefined;
  now: Entry | undefined;
}

/**
 * Matches the entries of a collection in two states: weeks and events by uid, then all by id, then by equal fields,
 * since only the file was renamed. Entries that were unreadable before are left out.
 * @param edition undefined for collections of the whole site
 */
export function pairEntries(
  collection: CollectionName,
  edition: string | undefined,
  states: States,
): EntryPair[] {
  const unreadable = new Set(states.before.library.unreadable.map((each) => identify(each)));
  const list = ({ library }: State) =>
    (library.originals[collection] as Entry[])
      .filter((entry) => entry.edition === edition && !unreadable.has(identify(entry)))
      .sort((a, b) => compareText(a.id, b.id));
  const unmatched = new Map(list(states.before).map((entry) => [entry.id, entry]));
  const take = (entry: Entry | undefined) => {
    if (entry) unmatched.delete(entry.id);
    return entry;
  };
  const idsBefore = mapIds(collection, edition, states);
  const matched = list(states.now).map((entry) => ({
    before: take(unmatched.get(idsBefore.get(entry.id) ?? entry.id)),
    now: entry,
  }));
  const pairs = matched.map((pair) => {
    if (pair.before) return pair;
    const data = JSON.stringify(pair.now.data);
    const same = [...unmatched.values()].find((entry) => JSON.stringify(entry.data) === data);
    return { before: take(same), now: pair.now };
  });
  return [...pairs, ...[...unmatched.values()].map((entry) => ({ before: entry, now: undefined }))];
}

/** The earlier ids of weeks or events by current ones, since the ledgers have a uid for both. */
function mapIds(
  collection: CollectionName,
  edition: string | undefined,
  { before, now }: States,
): Map<string, string> {
  const list = (state: State) =>
    findCalendar(state, edition)?.update.ledger.events.filter(({ kind }) => `${kind}s` === collection) ?? [];
  const ids = new Map(list(before).map(({ uid, id }) => [uid, id]));
  return new Map(list(now).flatMap(({ uid, id }) => [[id, ids.get(uid) ?? id]]));
}

/** What happens to an entry for visitors, who see no drafts; undefined for a draft that is gone. */
export function compareVisibility({ before, now }: EntryPair) {
  const isPublic = now !== undefined && !isMarkedDraft(now);
  if (before && !isMarkedDraft(before)) return isPublic ? 'kept' : now ? 'withdrawn' : 'gone';
  if (isPublic) return before ? 'published' : 'new';
  return now && (before ? 'hidden' : 'draft');
}

/** Compares entries that are neither weeks nor events. */
export function compareUndated(
  kind: UndatedKind,
  pairs: readonly EntryPair[],
  states: States,
): UndatedChange[] {
  return pairs.flatMap(({ before, now }): UndatedChange[] => {
    const entry = now ?? before;
    if (!entry) return [];
    const what = before ? (now ? 'changed' : 'gone') : 'new';
    const details = before && now ? compareEntries(before, now, states) : [];
    if (what === 'changed' && details.length === 0) return [];
    const number = kind === 'phase' && 'number' in entry.data ? entry.data.number : undefined;
    return [{ kind, id: entry.id, title: titleOf(entry), number, what, details }];
  });
}

/** Compares all that visitors see of an entry, except the fields of weeks and events that are in the ledger. */
export function compareEntries(before: Entry, now: Entry, states: States): DetailChange[] {
  const from = readFields(before, states.before.library);
  const to = readFields(now, states.now.library);
  const fields = new Set([...Object.keys(to), ...Object.keys(from)].filter(isReportField));
  return [
    ...[...fields].flatMap((field) => compareValues(field, from[field] ?? [], to[field] ?? [])),
    ...compareBodies(before, now),
    ...compareTranslations(before, now, states),
  ]
    .slice(0, limits.records)
    .map(shortenChange);
}

type Fields = Record<string, unknown>;

type FindData = <Name extends CollectionName>(
  collection: Name,
  id: string,
) => CollectionData<Name> | undefined;

/** The data of an entry by report field, for collections where it is not the data of the file. */
const views: { [Name in CollectionName]?: (data: CollectionData<Name>, find: FindData) => Fields } = {
  site: ({ name, ...rest }) => ({ title: name, ...rest, languages: rest.languages.join(', ') }),
  programmes: ({ applications, audience, cost, format, results = [], ...rest }) => ({
    ...rest,
    opens: applications?.opens,
    closes: applications?.closes,
    apply: applications?.url,
    audience: audience.text,
    cost: cost.text,
    format: format.text,
    result: results.map(({ text }) => text),
    source: [audience, cost, format, ...results].flatMap(({ source }) => source ?? []),
  }),
  weeks: ({ kind, activity, author, resources, statusNote }) => ({
    kind,
    activity,
    author,
    resources,
    statusNote,
  }),
  events: ({ attendance, venues, people, source, statusNote }, find) => ({
    attendance,
    venues,
    source,
    statusNote,
    people: people.map(({ person, role }) => `${find('people', person)?.name.text ?? person} (${role.text})`),
  }),
  prizes: ({ body, ...rest }) => ({
    ...rest,
    amount: rest.amount && `${rest.amount.currency} ${rest.amount.value}`,
    description: body,
  }),
};

/** The values of an entry by report field, as plain text. A single value is a list of one. */
function readFields(
  { collection, edition, data }: Entry,
  { originals }: Library,
): Partial<Record<ReportField, string[]>> {
  const view = views[collection] as ((data: Entry['data'], find: FindData) => Fields) | undefined;
  const find: FindData = (name, id) =>
    originals[name].find((each) => each.edition === edition && each.id === id)?.data as never;
  return Object.fromEntries(
    Object.entries(view ? view(data, find) : data).map(([field, value]: [string, unknown]) => {
      const values: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
      return [view ? field : toReportField(collection, field), [...new Set(values.map(toPlainText))]];
    }),
  );
}

function toPlainText(value: unknown): string {
  if (isText(value)) return value.text;
  if (Array.isArray(value)) return value.map(toPlainText).join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(toPlainText).filter(Boolean).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The report field of a field of a file, such as `results.0.text`. */
export function toReportField(collection: CollectionName, path: string): ReportField {
  const [field = ''] = path.split('.');
  if (field === 'body') return collection === 'prizes' ? 'description' : 'text';
  const names: Record<string, ReportField> = { name: 'title', facts: 'fact', results: 'result' };
  return names[field] ?? (isReportField(field) ? field : 'text');
}

function compareValues(field: ReportField, before: string[], now: string[]): DetailChange[] {
  const gone = before.filter((value) => !now.includes(value));
  const added = now.filter((value) => !before.includes(value));
  if (gone.length === 1 && added.length === 1) return [{ field, from: gone[0], to: added[0] }];
  if (gone.length === 0 && added.length === 0)
    return before.every((value, index) => value === now[index]) ? [] : [{ field }];
  return [...gone.map((from) => ({ field, from })), ...added.map((to) => ({ field, to }))];
}

/** Quotes the first new passage of a body, or else the first that is gone. */
function compareBodies(before: Entry, now: Entry): DetailChange[] {
  const passagesOf = ({ body }: Entry) =>
    listSaid({ data: {}, body }).flatMap(({ passages }) => passages.map((text) => text.replace(/^#+ /, '')));
  const old = passagesOf(before);
  const own = passagesOf(now);
  if (old.join('\n') === own.join('\n')) return [];
  const to = own.find((passage) => !old.includes(passage));
  const from = old.find((passage) => !own.includes(passage));
  return [to === undefined ? { field: 'text', from } : { field: 'text', to }];
}

/** Translations that are new (`to` alone), gone (`from` alone) or changed (both). */
function compareTranslations(before: Entry, now: Entry, states: States): DetailChange[] {
  const read = (entry: Entry, { library }: State) =>
    new Map(
      library.translations
        .filter((each) => identify(each) === identify(entry))
        .map((each) => [each.lang, JSON.stringify(listSaid(each))]),
    );
  const old = read(before, states.before);
  const own = read(now, states.now);
  return [...new Set([...old.keys(), ...own.keys()])]
    .sort()
    .filter((lang) => old.get(lang) !== own.get(lang))
    .map((lang) => ({
      field: 'translation',
      from: old.has(lang) ? lang : undefined,
      to: own.has(lang) ? lang : undefined,
    }));
}

function shortenChange({ field, from, to }: DetailChange): DetailChange {
  const change = { field, from: from && shorten(from), to: to && shorten(to) };
  // Texts that differ only further on are not quoted: their beginnings are the same.
  return change.from === change.to && field !== 'translation' ? { field } : change;
}

export function titleOf({ data, id }: Entry): string {
  const title = 'title' in data ? data.title : 'name' in data ? data.name : undefined;
  return isText(title) ? shorten(title.text) : id;
}

/** Cuts a text to a length in UTF-16 units, without splitting a surrogate pair. */
export function shorten(text: string, length: number = limits.text / 2): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${start.trimEnd()}…`;
}
