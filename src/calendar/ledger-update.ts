import { compareFacts } from './facts.ts';
import {
  factsSchema,
  firstUid,
  revisingFields,
  type ChangeRecord,
  type Ledger,
  type LedgerEntry,
} from './ledger.ts';
import { matchLedger, type Announcement } from './ledger-match.ts';
import { compareText, type Issue } from '../model/issue.ts';

export interface UpdateOptions {
  edition: string;
  /** `calendarDomain` of site.yaml. */
  domain: string;
  /** The time of the update in UTC, to the second: `2022-03-01T09:00:00Z`. */
  now: string;
  /** Makes a fingerprint of 16 hexadecimal digits. */
  hash: (text: string) => string;
}

/** What has changed of one entry since subscribers were told last. */
export interface LedgerChange {
  /** The entry as it is now. */
  entry: LedgerEntry;
  isNew: boolean;
  records: ChangeRecord[];
}

export interface LedgerUpdate {
  ledger: Ledger;
  /** In the order of the ledger; empty if it is up to date. */
  changes: LedgerChange[];
  /** How many entries have not changed, tombstones not counted. */
  unchanged: number;
  /** What must be answered or mended first: the ledger must not be written while there are any. */
  issues: Issue[];
}

/**
 * Works out what subscribers have to be told: every visible change moves `modified`; one of time, place or
 * status also raises the sequence, which never falls, also when a change is taken back. What is gone from
 * the content stays as removed.
 * @param previous the ledger so far; undefined if there is none
 */
export function updateLedger(
  previous: Ledger | undefined,
  announcements: readonly Announcement[],
  options: UpdateOptions,
): LedgerUpdate {
  const { edition, domain, now, hash } = options;
  const before: Ledger = previous ?? { version: 1, edition, events: [] };
  const { matches, vanished, issues } = matchLedger(before, announcements, domain);
  const changes = [
    ...matches.map(({ announcement, entry }) =>
      entry ? revise(entry, announcement, now, hash) : add(announcement, options, before.events.length === 0),
    ),
    ...vanished.map((entry) => remove(entry, now)),
  ];
  const touched = new Set(changes.map(({ entry }) => entry.uid));
  const tombstones = before.events.filter(({ uid }) => !touched.has(uid));
  const events = [...changes.map(({ entry }) => entry), ...tombstones].sort(byUid);
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
  { kind, id, uid, facts, seen }: Announcement,
  { edition, domain, now, hash }: UpdateOptions,
  isFirst: boolean,
): LedgerChange {
  // What was there from the beginning is no news.
  const records: ChangeRecord[] = isFirst ? [] : [{ date: now, field: 'status', to: facts.status }];
  const entry: LedgerEntry = {
    uid: uid ?? firstUid(edition, { kind, id }, domain),
    ...{ kind, id, sequence: 0, modified: now, hash: hash(seen), facts },
    ...withHistory(undefined, records),
  };
  return { entry, isNew: true, records };
}

function revise(
  entry: LedgerEntry,
  { id, facts, seen }: Announcement,
  now: string,
  hash: (text: string) => string,
): LedgerChange {
  const fingerprint = hash(seen);
  const date = later(now, entry.modified);
  const records: ChangeRecord[] = compareFacts(entry.facts, facts, factsSchema.keyof().options).map(
    (change) => ({ date, ...change }),
  );
  if (id !== entry.id) records.push({ date, field: 'id', from: entry.id, to: id });
  if (records.length === 0 && fingerprint !== entry.hash) records.push({ date, field: 'description' });
  if (records.length === 0) return { entry, isNew: false, records };
  const former = [...new Set([...(entry.former ?? []), entry.id])].filter((name) => name !== id).sort();
  return {
    entry: {
      ...{ uid: entry.uid, kind: entry.kind, id },
      ...(former.length > 0 ? { former } : {}),
      ...{ sequence: nextSequence(entry, records), modified: date, hash: fingerprint, facts },
      ...withHistory(entry.history, records),
    },
    isNew: false,
    records,
  };
}

/** A tombstone: the entry stays, so that clients see a cancellation and not a gap. */
function remove(entry: LedgerEntry, now: string): LedgerChange {
  const date = later(now, entry.modified);
  const records: ChangeRecord[] = [{ date, field: 'status', from: entry.facts.status, to: 'removed' }];
  return {
    entry: {
      ...entry,
      sequence: nextSequence(entry, records),
      modified: date,
      facts: { ...entry.facts, status: 'removed' },
      ...withHistory(entry.history, records),
    },
    isNew: false,
    records,
  };
}

function nextSequence({ sequence }: LedgerEntry, records: readonly ChangeRecord[]): number {
  return records.some(({ field }) => revisingFields.includes(field)) ? sequence + 1 : sequence;
}

function withHistory(history: readonly ChangeRecord[] | undefined, records: readonly ChangeRecord[]) {
  const all = [...(history ?? []), ...records];
  return all.length > 0 ? { history: all } : {};
}

/** A time later than the last one that subscribers saw, also where the clock of this computer is slow. */
function later(now: string, last: string): string {
  if (now > last) return now;
  return new Date(Date.parse(last) + 1000).toISOString().replace('.000Z', 'Z');
}
