import type { Library } from '../entry.ts';
import type { Ledger } from '../ledger.ts';
import type { Announcement } from '../ledger-match.ts';
import type { LedgerUpdate } from '../ledger-update.ts';

/** The content at one time, and what its calendars say. */
export interface State {
  library: Library;
  calendars: readonly CalendarState[];
  /** What subscribers had been told: `ledger` is undefined where the file cannot be read. */
  ledgers: readonly { edition: string; ledger: Ledger | undefined }[];
}

export interface CalendarState {
  edition: string;
  announcements: readonly Announcement[];
  /** What `npm run calendar` would write. */
  update: LedgerUpdate;
  isUpToDate: boolean;
}
