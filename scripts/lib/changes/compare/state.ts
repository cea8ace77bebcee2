import type { Library } from '../../../../src/model/entry.ts';
import type { Ledger } from '../../../../src/calendar/ledger.ts';
import type { Announcement } from '../../../../src/calendar/ledger-match.ts';
import type { LedgerUpdate } from '../../../../src/calendar/ledger-update.ts';

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
