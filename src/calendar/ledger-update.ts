import { issueAt } from '../model/entry.ts';
import { compareText, type Issue } from '../model/issue.ts';
import {
  createUid,
  fieldValuesSchema,
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
  /** All text that clients show in all languages, to be hashed. */
  rendered: string;
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
}

export interface LedgerUpdate {
  ledger: Ledger;
  /** In the order of the ledger; empty if it is up to date. */
  changes: LedgerChange[];
  /** The number of entries without changes, removed ones not counted. */
  unchanged: number;
  /** Errors and questions: while there are any, the ledger must not be written. */
  issues: Issue[];
}

/**
 * Brings a ledger up to date with the content. Every visible change sets `modified`; one of time, place or status
 * also raises `sequence`, which never falls, even when a change is undone. Entries without a file become `removed`.
 * @param previous the last published ledger; undefined if there is none
 */
export function updateLedger(
  previous: Ledger | undefined,
  publications: readonly Publication[],
  options: UpdateOptions,
): LedgerUpdate {
  const { edition, domain } = options;
  const before: Ledger = previous ?? { version: 1, edition, events: [] };
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
  const changed = changes.filter(({ isNew, records }) => isNew || records.length > 0);
  return {
    ledger: { version: 1, edition, events },
    changes: changed.sort((a, b) => byUid(a.entry, b.entry)),
    unchanged: changes.length - changed.length,
    issues,
  };
}

const byUid = (a: LedgerEntry, b: LedgerEntry) => compareText(a.uid, b.uid);

function add(
  { kind, id, uid, fields, rendered }: Publication,
  { edition, domain, now, hash }: UpdateOptions,
  isFirst: boolean,
): LedgerChange {
  const records: ChangeRecord[] = isFirst ? [] : [{ date: now, field: 'status', to: fields.status }];
  const entry: LedgerEntry = {
    uid: uid ?? createUid(edition, { kind, id }, domain),
    kind,
    id,
    sequence: 0,
    modified: now,
    hash: hash(rendered),
    facts: fields,
    history: isFirst ? undefined : records,
  };
  return { entry, isNew: true, records };
}

function revise(
  entry: LedgerEntry,
  { id, fields, rendered }: Publication,
  { now, hash }: UpdateOptions,
): LedgerChange {
  const date = laterThan(entry.modified, now);
  const newHash = hash(rendered);
  const records: ChangeRecord[] = compareFields(entry.facts, fields, fieldValuesSchema.keyof().options).map(
    (change) => ({ date, ...change }),
  );
  if (id !== entry.id) records.push({ date, field: 'id', from: entry.id, to: id });
  if (records.length === 0 && newHash !== entry.hash) records.push({ date, field: 'description' });
  if (records.length === 0) return { entry, isNew: false, records };
  const former = new Set([...(entry.former ?? []), entry.id]);
  former.delete(id);
  return change({ ...entry, id, former: [...former].sort(), hash: newHash, facts: fields }, records, date);
}

/** Keeps the entry of a removed file, so that clients get a cancellation (RFC 5545, section 3.8.1.11). */
function remove(entry: LedgerEntry, { now }: UpdateOptions): LedgerChange {
  const date = laterThan(entry.modified, now);
  const records: ChangeRecord[] = [{ date, field: 'status', from: entry.facts.status, to: 'removed' }];
  return change({ ...entry, facts: { ...entry.facts, status: 'removed' } }, records, date);
}

function change(entry: LedgerEntry, records: ChangeRecord[], date: string): LedgerChange {
  const { uid, kind, id, former = [], sequence, hash, facts, history = [] } = entry;
  const isRevision = records.some(({ field }) => sequenceFields.includes(field));
  return {
    entry: {
      uid,
      kind,
      id,
      former: former.length > 0 ? former : undefined,
      sequence: isRevision ? sequence + 1 : sequence,
      modified: date,
      hash,
      facts,
      history: [...history, ...records],
    },
    isNew: false,
    records,
  };
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
      const alike = listVanished().filter((entry) => isAlike(each, entry));
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

/** Whether a publication may be a renamed and changed entry: same days, or same title. */
function isAlike({ kind, fields }: Publication, { kind: entryKind, facts }: LedgerEntry): boolean {
  const sameDays = fields.start === facts.start && fields.end === facts.end;
  const sameTitle = isDeepEqual(fields.name ?? fields.title, facts.name ?? facts.title);
  return kind === entryKind && (sameDays || sameTitle);
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
    message: `This file is new, and ${ids}, with the same days or the same title, is gone. Only you can know whether it is the same under a new name.`,
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
