import { issueAt } from '../model/entry.ts';
import { compareText, type Issue } from '../model/issue.ts';
import {
  createUid,
  fieldValuesSchema,
  modifiedIn,
  sequenceFields,
  type CalendarKind,
  type ChangedField,
  type ChangeRecord,
  type FieldValues,
  type Ledger,
  type LedgerEntry,
  type LocalisedText,
} from './ledger.ts';

/** The current state of a week or event in the content, ready to be published. */
export interface Publication {
  kind: CalendarKind;
  id: string;
  /** The content file, from the project's root. */
  file: string;
  /** `uid` of the file, if it has one. */
  uid: string | undefined;
  fields: FieldValues;
  /** The fields from which the site words its name or location, to be hashed. */
  source: string;
  /** All that clients show, by locale, the default language first; to be hashed. */
  texts: Record<string, string>;
  /** All that clients show in all languages, as version 1 of the ledger hashed it. */
  allTexts: string;
}

export interface UpdateOptions {
  edition: string;
  /** `calendarDomain` of site.yaml. */
  domain: string;
  /** The time of the update in UTC, to the second: `2022-03-01T09:00:00Z`. */
  now: string;
  /** Returns a hash of 16 hexadecimal digits. */
  hash: (text: string) => string;
}

/** The changes of one entry since it was last published. */
export interface LedgerChange {
  /** The entry after the changes. */
  entry: LedgerEntry;
  isNew: boolean;
  records: ChangeRecord[];
  /** The languages in which subscribers see the change; none if only the file of its phase was renamed. */
  languages: string[];
}

export interface LedgerUpdate {
  ledger: Ledger;
  /** In the order of the ledger; empty if it is up to date. */
  changes: LedgerChange[];
  /** The number of entries without changes that subscribers see, removed ones not counted. */
  unchanged: number;
  /** Errors and questions: while there are any, the ledger must not be written. */
  issues: Issue[];
}

/**
 * Brings a ledger up to date with the content. Every visible change sets `modified` in the languages that show it;
 * one of time, place or status also raises `sequence`, which never falls, even when a change is undone. Entries
 * without a file become `removed`. Where only the wording of this program is new, the history has no record.
 * @param previous the last published ledger; undefined if there is none
 */
export function updateLedger(
  previous: Ledger | undefined,
  publications: readonly Publication[],
  options: UpdateOptions,
): LedgerUpdate {
  const { edition, domain } = options;
  const before: Ledger = previous ?? { version: 2, edition, events: [] };
  const { matches, vanished, issues } = matchEntries(before, publications, domain);
  // Entries of the first ledger are not listed as changes.
  const isFirst = before.events.length === 0;
  const changes = [
    ...publications.map((publication) => {
      const entry = matches.get(publication);
      return entry ? revise(entry, publication, options) : add(publication, options, isFirst);
    }),
    ...vanished.map((entry) => remove(entry, options)),
  ];
  const updated = new Set(changes.map(({ entry }) => entry.uid));
  const removedBefore = before.events.filter(({ uid }) => !updated.has(uid));
  const events = [...changes.map(({ entry }) => entry), ...removedBefore].sort(byUid);
  const changed = changes.filter(({ records, languages }) => records.length > 0 || languages.length > 0);
  return {
    ledger: { version: 2, edition, events },
    changes: changed.sort((a, b) => byUid(a.entry, b.entry)),
    unchanged: changes.filter(({ languages }) => languages.length === 0).length,
    issues,
  };
}

const byUid = (a: LedgerEntry, b: LedgerEntry) => compareText(a.uid, b.uid);

function add(
  { kind, id, uid, fields, source, texts }: Publication,
  { edition, domain, now, hash }: UpdateOptions,
  isFirst: boolean,
): LedgerChange {
  const records: ChangeRecord[] = isFirst ? [] : [{ date: now, field: 'status', to: fields.status }];
  const entry: LedgerEntry = {
    uid: uid ?? createUid(edition, { kind, id }, domain),
    kind,
    id,
    sequence: 0,
    stamps: mapValues(texts, (text) => ({ modified: now, hash: hash(text) })),
    source: hash(source),
    facts: fields,
    history: isFirst ? undefined : records,
  };
  return { entry, isNew: true, records, languages: Object.keys(texts) };
}

function revise(
  entry: LedgerEntry,
  { id, fields, source, texts, allTexts }: Publication,
  { now, hash }: UpdateOptions,
): LedgerChange {
  const date = laterThan(lastDateOf(entry), now);
  const newSource = hash(source);
  const changes = compareFields(entry.facts, fields, fieldValuesSchema.keyof().options).filter(
    ({ field }) => entry.source !== newSource || !wordedFields.includes(field),
  );
  const records: ChangeRecord[] = changes.map((change) => ({ date, ...change }));
  if (id !== entry.id) records.push({ date, field: 'id', from: entry.id, to: id });
  const languages = Object.keys(texts);
  const isRevised = records.some((record) => isRevision(record, languages[0] ?? ''));
  const allHash = hash(allTexts);
  // A new id is a new address of the page.
  const isMoved = isRevised || id !== entry.id;
  const stamps = mapValues(texts, (text, locale) => {
    const { [locale]: last } = entry.stamps;
    const newHash = hash(text);
    const isSame = !isMoved && (last?.hash === newHash || last?.hash === allHash);
    return { modified: isSame ? last.modified : date, hash: newHash };
  });
  const former = new Set([...(entry.former ?? []), entry.id]);
  former.delete(id);
  const history = [...(entry.history ?? []), ...records];
  const seen = languages.filter((locale) => stamps[locale]?.modified !== entry.stamps[locale]?.modified);
  return {
    entry: {
      uid: entry.uid,
      kind: entry.kind,
      id,
      former: former.size > 0 ? [...former].sort() : undefined,
      sequence: entry.sequence + (isRevised ? 1 : 0),
      // A language that the site no longer has keeps its stamp: it may come back.
      stamps: { ...entry.stamps, ...stamps },
      source: newSource,
      facts: fields,
      history: history.length > 0 ? history : undefined,
    },
    isNew: false,
    records: records.length === 0 && seen.length > 0 ? [{ date, field: 'description' }] : records,
    languages: seen,
  };
}

/** Fields that the site words itself, so that a new version of this program may word them differently. */
const wordedFields: readonly ChangedField[] = ['name', 'location'];

/** Whether a change raises SEQUENCE. Other words for the same place in a translation do not. */
function isRevision({ field, from, to }: FieldChange, defaultLocale: string): boolean {
  if (!sequenceFields.includes(field)) return false;
  return typeof from !== 'object' || typeof to !== 'object' || from[defaultLocale] !== to[defaultLocale];
}

/** Keeps the entry of a removed file, so that clients get a cancellation (RFC 5545, section 3.8.1.11). */
function remove(entry: LedgerEntry, { now }: UpdateOptions): LedgerChange {
  const { sequence, stamps, facts, history = [] } = entry;
  const date = laterThan(lastDateOf(entry), now);
  const records: ChangeRecord[] = [{ date, field: 'status', from: facts.status, to: 'removed' }];
  return {
    entry: {
      ...entry,
      sequence: sequence + 1,
      stamps: mapValues(stamps, ({ hash }) => ({ modified: date, hash })),
      facts: { ...facts, status: 'removed' },
      history: [...history, ...records],
    },
    isNew: false,
    records,
    languages: Object.keys(stamps),
  };
}

const mapValues = <From, To>(values: Record<string, From>, map: (value: From, key: string) => To) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));

/** The date of the last change of an entry, whether subscribers see it or not. */
function lastDateOf(entry: LedgerEntry): string {
  const recorded = entry.history?.at(-1)?.date ?? '';
  const modified = modifiedIn(entry);
  return recorded > modified ? recorded : modified;
}

/** `now`, or a second after `last` where this computer's clock is behind: LAST-MODIFIED must not fall. */
function laterThan(last: string, now: string): string {
  if (now > last) return now;
  return new Date(Date.parse(last) + 1000).toISOString().replace('.000Z', 'Z');
}

export type FieldValue = string | LocalisedText | undefined;

export interface FieldChange<Field extends string = ChangedField> {
  field: Field;
  from?: FieldValue;
  to?: FieldValue;
}

/** Lists the fields whose values differ, in the order of `fields`. */
export function compareFields<Field extends string>(
  before: Partial<Record<Field, FieldValue>>,
  after: Partial<Record<Field, FieldValue>>,
  fields: readonly Field[],
): FieldChange<Field>[] {
  return fields
    .map((field) => ({ field, from: before[field], to: after[field] }))
    .filter(({ from, to }) => !isSameValue(from, to));
}

/** Compares texts in the languages that both have: a new translation is no change of the others. */
function isSameValue(from: FieldValue, to: FieldValue): boolean {
  if (typeof from !== 'object' || typeof to !== 'object') return from === to;
  return Object.keys(from).every((locale) => !(locale in to) || from[locale] === to[locale]);
}

interface Matches {
  matches: Map<Publication, LedgerEntry>;
  /** Entries that no file in the content matches any more. */
  vanished: LedgerEntry[];
  issues: Issue[];
}

/**
 * Matches each publication to its ledger entry: by the `uid` of its file, by kind and id, or, for a file that was
 * only renamed, by its field values. An ambiguous rename is an issue that `uid` in the file answers.
 */
function matchEntries(ledger: Ledger, publications: readonly Publication[], domain: string): Matches {
  const matches = new Map<Publication, LedgerEntry>();
  const open = new Set(ledger.events);
  const match = (publication: Publication, entry: LedgerEntry | undefined) => {
    if (entry && open.delete(entry)) matches.set(publication, entry);
  };
  const isUnmatched = (publication: Publication) => !matches.has(publication);
  const listVanished = () => [...open].filter(({ facts }) => facts.status !== 'removed');

  const byUid = new Map(ledger.events.map((entry) => [entry.uid, entry]));
  for (const publication of publications) match(publication, byUid.get(publication.uid ?? ''));

  const byId = new Map([...open].map((entry) => [keyOf(entry), entry]));
  const changedUids = publications.filter(
    (each) => isUnmatched(each) && each.uid !== undefined && byId.has(keyOf(each)),
  );
  for (const publication of publications.filter(isUnmatched)) {
    const entry = byId.get(keyOf(publication));
    // A removed id may be used again by the same event only: the days or the title tell.
    if (entry?.facts.status !== 'removed' || isAlike(publication, entry)) match(publication, entry);
  }

  const added = publications.filter((each) => isUnmatched(each) && each.uid === undefined);
  for (const publication of added) {
    const [entry, ...others] = listVanished().filter((each) => isRenamed(publication, each));
    if (!entry || others.length > 0) continue;
    if (added.filter((each) => isRenamed(each, entry)).length === 1) match(publication, entry);
  }

  const idIssues = publications.flatMap((each) => checkId(each, matches, ledger, domain));
  const refused = new Set(idIssues.map(({ file }) => file));
  // A file that needs another name is asked about afterwards: the uid that is offered depends on the name.
  const questions = added
    .filter((each) => isUnmatched(each) && !refused.has(each.file))
    .flatMap((each) => {
      const alike = [...open].filter((entry) =>
        entry.facts.status === 'removed' ? isBack(each, entry) : isAlike(each, entry),
      );
      return alike.length > 0 ? [askUid(each, alike, createUid(ledger.edition, each, domain))] : [];
    });
  return {
    matches,
    vanished: listVanished(),
    issues: [
      ...changedUids.map((each) => refuseUid(each, byId.get(keyOf(each))?.uid ?? '')),
      ...findRepeatedUids(publications),
      ...idIssues,
      ...questions,
    ],
  };
}

const keyOf = ({ kind, id }: Pick<Publication, 'kind' | 'id'>) => `${kind}/${id}`;

/** Whether nothing but the id differs. */
function isRenamed({ kind, fields }: Publication, entry: LedgerEntry): boolean {
  return kind === entry.kind && isDeepEqual(fields, entry.facts);
}

const hasSameDays = (fields: FieldValues, facts: FieldValues) =>
  fields.start === facts.start && fields.end === facts.end;

/** Whether a publication may be a renamed and changed entry: same days, or same title. */
function isAlike({ kind, fields }: Publication, { kind: entryKind, facts }: LedgerEntry): boolean {
  const sameTitle = isDeepEqual(fields.name ?? fields.title, facts.name ?? facts.title);
  return kind === entryKind && (hasSameDays(fields, facts) || sameTitle);
}

/** Whether a publication may be an entry that was removed earlier: same days, and same title. */
function isBack({ kind, fields }: Publication, { kind: entryKind, facts }: LedgerEntry): boolean {
  return kind === entryKind && hasSameDays(fields, facts) && isSameValue(fields.title, facts.title);
}

/** Compares values whatever the order of their keys; undefined equals absent. */
function isDeepEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [a, b] = [one, other] as Record<string, unknown>[];
  return Object.keys({ ...one, ...other }).every((key) => isDeepEqual(a?.[key], b?.[key]));
}

const uidIssue = (file: string, detail: Pick<Issue, 'code' | 'value' | 'message' | 'fix'>) =>
  issueAt({ file, positions: {} }, { field: 'uid', ...detail });

function askUid({ file }: Publication, alike: readonly LedgerEntry[], own: string): Issue {
  const ids = alike.map(({ id }) => `"${id}"`).join(' and ');
  const uids = alike.map(({ uid }) => `"uid: ${uid}"`).join(' or ');
  return uidIssue(file, {
    code: 'uid-asked',
    message: `This file is new, and ${ids}, with the same days or title, is gone. Only you can know whether it is the same under a new name.`,
    fix: `If it is the same, write ${uids} into this file: subscribers keep it. If it is another one, write "uid: ${own}".`,
  });
}

function refuseUid({ file, uid }: Publication, published: string): Issue {
  return uidIssue(file, {
    code: 'uid-changed',
    value: uid,
    message: `Subscribers know this as ${published}, and a calendar id never changes: they would get it twice.`,
    fix: `Delete the line "uid: …", or write "uid: ${published}".`,
  });
}

function findRepeatedUids(publications: readonly Publication[]): Issue[] {
  const byUid = Map.groupBy(
    publications.filter(({ uid }) => uid !== undefined),
    ({ uid }) => uid,
  );
  return [...byUid.values()].flatMap(([first, ...others]) =>
    others.map(({ file, uid }) =>
      uidIssue(file, {
        code: 'uid-repeated',
        value: uid,
        message: `${first?.file} has the same uid.`,
        fix: 'Delete the line "uid: …" in the file that is not the renamed one.',
      }),
    ),
  );
}

/** Refuses an id or uid that another entry had: its old addresses still lead there. */
function checkId(
  publication: Publication,
  matches: ReadonlyMap<Publication, LedgerEntry>,
  ledger: Ledger,
  domain: string,
): Issue[] {
  const { kind, id, file } = publication;
  const own = matches.get(publication);
  if (own?.id === id) return [];
  const uid = own ? undefined : (publication.uid ?? createUid(ledger.edition, publication, domain));
  const owner = ledger.events.find(
    (entry) =>
      entry !== own &&
      (entry.uid === uid || (entry.kind === kind && [entry.id, ...(entry.former ?? [])].includes(id))),
  );
  if (!owner) return [];
  const now = [...matches].find(([, entry]) => entry === owner)?.[0].id;
  return [
    uidIssue(file, {
      code: 'id-taken',
      value: id,
      message:
        now === undefined
          ? `The name "${id}" was that of what is no longer held, and its old addresses still say so.`
          : `The name "${id}" was that of what is now "${now}", and its old addresses still lead there.`,
      fix:
        now === undefined && owner.id === id
          ? `If it is the same and is held again, write "uid: ${owner.uid}" into this file. If it is another, give the file another name.`
          : 'Give the file another name.',
    }),
  ];
}
