import type { Library } from '../../../../src/model/entry.ts';
import type { Ledger } from '../../../../src/calendar/ledger.ts';
import type { LedgerUpdate, Publication } from '../../../../src/calendar/ledger-update.ts';

/** The content at one time, and what its calendars say. */
export interface State {
  library: Library;
  calendars: readonly CalendarState[];
  /** What subscribers had been told: `ledger` is undefined where the file cannot be read. */
  ledgers: readonly { edition: string; ledger: Ledger | undefined }[];
}

export interface CalendarState {
  edition: string;
  publications: readonly Publication[];
  /** What `npm run calendar` would write. */
  update: LedgerUpdate;
  isUpToDate: boolean;
}
