import type { ChangedField, ChangeRecord, Ledger, LedgerEntry } from './ledger.ts';

/** What changed of one week or event at one time. */
export interface Change {
  /** When, in UTC. */
  date: string;
  edition: string;
  /** The week or event as it is now. */
  entry: LedgerEntry;
  records: ChangeRecord[];
}

/** Fields whose changes are no news to visitors: where a file lies, and words that are not kept. */
const silentFields: readonly ChangedField[] = ['id', 'phase', 'description'];

/** Lists what has changed in an edition since it was first published, newest first: for visitors. */
export function listChanges(ledger: Ledger): Change[] {
  return ledger.events
    .flatMap((entry) => {
      const news = (entry.history ?? []).filter(({ field }) => !silentFields.includes(field));
      return [...Map.groupBy(news, ({ date }) => date)].map(([date, records]) => ({
        ...{ date, edition: ledger.edition, entry, records },
      }));
    })
    .sort((a, b) => (a.date === b.date ? order(a.entry.uid, b.entry.uid) : order(b.date, a.date)));
}

const order = (a: string, b: string) => (a < b ? -1 : 1);
