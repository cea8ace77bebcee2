import type { CalendarKind } from './calendar-event.ts';
import { firstUid, type Facts, type Ledger, type LedgerEntry } from './ledger.ts';
import type { Issue } from '../model/issue.ts';

/** What the content says of a week or an event that subscribers are to be told. */
export interface Announcement {
  kind: CalendarKind;
  id: string;
  /** The content file, from the project's root. */
  file: string;
  /** `uid` of the file, where the command has asked for it. */
  uid: string | undefined;
  facts: Facts;
  /** All that a subscriber sees, in all languages, as one text: equal texts look equal. */
  seen: string;
}

export interface Match {
  announcement: Announcement;
  /** What the ledger has of it; undefined for what is new. */
  entry: LedgerEntry | undefined;
}

export interface Matches {
  matches: Match[];
  /** Entries that nothing in the content stands for any more. */
  vanished: LedgerEntry[];
  /** What is asked, and what cannot be: nothing may be written then. */
  issues: Issue[];
}

/**
 * Finds for each announcement what the ledger has of it: by the `uid` of its file, by its name, or, if a
 * file was renamed and nothing else, by its facts. What might be a rename and might not is asked, and
 * answered by `uid` in the file.
 * @param domain `calendarDomain` of site.yaml
 */
export function matchLedger(ledger: Ledger, announcements: readonly Announcement[], domain: string): Matches {
  const open = new Set(ledger.events);
  const found = new Map<Announcement, LedgerEntry>();
  const claim = (announcement: Announcement, entry: LedgerEntry | undefined) => {
    if (!entry || !open.delete(entry)) return;
    found.set(announcement, entry);
  };
  for (const each of announcements) {
    if (each.uid !== undefined)
      claim(
        each,
        ledger.events.find((entry) => entry.uid === each.uid),
      );
  }
  const isLeft = (announcement: Announcement) => !found.has(announcement);
  const byName = new Map([...open].map((entry) => [nameOf(entry), entry]));
  const changedUids = announcements.filter(
    (each) => isLeft(each) && each.uid !== undefined && byName.has(nameOf(each)),
  );
  for (const each of announcements.filter(isLeft)) {
    const entry = byName.get(nameOf(each));
    // What comes back under the name of what is gone is the same if it has the same days or the same title.
    if (entry?.facts.status !== 'removed' || isAlike(each, entry)) claim(each, entry);
  }
  const added = announcements.filter(isLeft);
  const vanished = () => [...open].filter((entry) => entry.facts.status !== 'removed');
  const unasked = added.filter((each) => each.uid === undefined);
  for (const each of unasked) {
    const [entry, ...others] = vanished().filter((other) => hasSameFacts(each, other));
    const isAlone = unasked.filter((other) => entry && hasSameFacts(other, entry)).length === 1;
    if (others.length === 0 && isAlone) claim(each, entry);
  }
  const refused = announcements.flatMap((each) => refuseName(each, found, ledger, domain));
  // What needs another name is asked about under that one: the uid that is offered depends on it.
  const isNamed = ({ file }: Announcement) => refused.every((issue) => issue.file !== file);
  const doubtful = unasked
    .filter((each) => isLeft(each) && isNamed(each))
    .flatMap((each) => {
      const like = vanished().filter((entry) => isAlike(each, entry));
      return like.length > 0 ? [ask(each, like, firstUid(ledger.edition, each, domain))] : [];
    });
  return {
    matches: announcements.map((announcement) => ({ announcement, entry: found.get(announcement) })),
    vanished: vanished(),
    issues: [
      ...changedUids.map((each) => refuseUid(each, byName.get(nameOf(each))?.uid ?? '')),
      ...findRepeated(announcements),
      ...refused,
      ...doubtful,
    ],
  };
}

const nameOf = ({ kind, id }: Pick<Announcement, 'kind' | 'id'>) => `${kind}/${id}`;

/** Whether two stand for the same to a subscriber, whatever their files are called. */
function hasSameFacts(
  one: Pick<Announcement, 'kind' | 'facts'>,
  other: Pick<Announcement, 'kind' | 'facts'>,
) {
  return one.kind === other.kind && sameValue(one.facts, other.facts);
}

/** Says whether two values of facts are equal; keys may be in any order, and undefined counts as absent. */
function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [a, b] = [one, other] as Record<string, unknown>[];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    sameValue(a?.[key], b?.[key]),
  );
}

/** Whether one may be the other under a new name: the same days, or the same words. */
function isAlike(announcement: Announcement, entry: LedgerEntry): boolean {
  const [a, b] = [announcement.facts, entry.facts];
  const sameDays = a.start === b.start && a.end === b.end;
  return announcement.kind === entry.kind && (sameDays || sameValue(a.name ?? a.title, b.name ?? b.title));
}

const at = (file: string) => ({ severity: 'error' as const, file, line: 1, column: 1, field: 'uid' });

function ask({ file }: Announcement, like: readonly LedgerEntry[], own: string): Issue {
  const names = like.map(({ id }) => `"${id}"`).join(' and ');
  const old = like.map(({ uid }) => `"uid: ${uid}"`).join(' or ');
  return {
    ...at(file),
    code: 'uid-asked',
    message: `This file is new, and ${names}, with the same days or the same title, is gone. Only you can know whether it is the same under a new name.`,
    fix: `If it is the same, write ${old} into this file: subscribers keep it. If it is another one, write "uid: ${own}".`,
  };
}

function refuseUid({ file, uid }: Announcement, written: string): Issue {
  return {
    ...at(file),
    code: 'uid-changed',
    value: uid,
    message: `Subscribers know this as ${written}, and a calendar id never changes: they would get it twice.`,
    fix: `Delete the line "uid: …", or write "uid: ${written}".`,
  };
}

function findRepeated(announcements: readonly Announcement[]): Issue[] {
  const asked = announcements.filter(({ uid }) => uid !== undefined);
  return asked.flatMap((each) => {
    const first = asked.find(({ uid }) => uid === each.uid);
    if (!first || first === each) return [];
    return [
      {
        ...at(each.file),
        code: 'uid-repeated',
        value: each.uid,
        message: `${first.file} has the same uid.`,
        fix: 'Delete the line "uid: …" in the file that is not the renamed one.',
      },
    ];
  });
}

/** A name that something else had is not given again: its old addresses still lead there. */
function refuseName(
  announcement: Announcement,
  found: ReadonlyMap<Announcement, LedgerEntry>,
  ledger: Ledger,
  domain: string,
): Issue[] {
  const { kind, id, file } = announcement;
  const own = found.get(announcement);
  if (own?.id === id) return [];
  const uid = own ? undefined : (announcement.uid ?? firstUid(ledger.edition, announcement, domain));
  const owner = ledger.events.find(
    (entry) =>
      entry !== own &&
      (entry.uid === uid || (entry.kind === kind && [entry.id, ...(entry.former ?? [])].includes(id))),
  );
  if (!owner) return [];
  const now = [...found].find(([, entry]) => entry === owner)?.[0].id;
  return [
    {
      ...at(file),
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
    },
  ];
}
