import { describeUpdate } from '../calendar/changes.ts';
import { PlainError } from './error.ts';
import { hashText, type LedgerFile } from '../reader/ledger-file.ts';
import { listPublications, type LocalisedProgramme } from '../calendar/calendar-event.ts';
import { modifiedIn, type Ledger } from '../calendar/ledger.ts';
import { updateLedger, type LedgerUpdate, type Publication } from '../calendar/ledger-update.ts';
import type { Programme, Site } from '../model/site.ts';
import { createTranslator } from '../i18n/translator.ts';

/** The calendar of an edition: what the content says, beside the ledger of the last publication. */
export interface EditionCalendar {
  edition: string;
  /** The edition in each language of the site, the default first. */
  versions: LocalisedProgramme[];
  /** The weeks and events of its content. */
  publications: Publication[];
  /** The ledger of the last publication. */
  written: LedgerFile | undefined;
  /** What publishing would write. */
  update: LedgerUpdate;
  /** Whether the ledger says what the content says. */
  isUpToDate: boolean;
}

/**
 * Compares the content with the ledgers of all editions. Drafts are in no calendar; an edition that is a
 * draft has one only if it has been published before.
 * @param sites the site in each of its languages, drafts included, the default language first
 * @param now the time of the update, RFC 3339 in UTC. Without it, as in a preview, entries that are not
 *   written yet get a time that follows from content and ledger, so that the same content gives the same bytes
 */
export function compareLedgers(
  sites: readonly Site[],
  files: readonly LedgerFile[],
  now?: string,
): EditionCalendar[] {
  return (sites[0]?.programmes ?? []).flatMap(({ edition, draft, start }) => {
    const written = files.find((file) => file.edition === edition);
    if (draft && !written?.ledger) return [];
    const versions = sites.flatMap(({ locale, programmes }) => {
      const programme = programmes.find((each) => each.edition === edition);
      return programme ? [{ programme, t: createTranslator(locale) }] : [];
    });
    const publications = listPublications(versions);
    const update = updateLedger(written?.ledger, publications, {
      edition,
      domain: sites[0]?.calendarDomain ?? '',
      now: now ?? previewTime(written?.ledger, start),
      hash: hashText,
    });
    const isUpToDate = written?.ledger !== undefined && update.issues.length + update.changes.length === 0;
    return [{ edition, versions, publications, written, update, isUpToDate }];
  });
}

function previewTime(ledger: Ledger | undefined, start: Programme['start']): string {
  const latest = ledger?.events
    .map((entry) => modifiedIn(entry))
    .sort()
    .at(-1);
  return latest ?? `${start}T00:00:00Z`;
}

/** @throws PlainError if a ledger does not say what the content says */
export function refuseStale(calendars: readonly EditionCalendar[], language: string): void {
  const stale = calendars.filter(({ isUpToDate }) => !isUpToDate);
  if (stale.length === 0) return;
  const lines = stale.map(({ edition, update }) => `${edition}: ${summariseUpdate(update, language)}`);
  throw new PlainError(
    [
      'This content has not been published to subscribers, who would see:',
      ...lines,
      'On GitHub the workflow "Publish" does that, and the branch published is built. Elsewhere run npm run calendar -- --write, look at what it says, and commit the file that it writes.',
    ].join('\n'),
  );
}

/** What subscribers will see, in words: "Workshop 1 is cancelled; 16 unchanged". */
export function summariseUpdate(update: EditionCalendar['update'], language: string): string {
  const t = createTranslator('en');
  const changes = update.changes.filter(({ languages }) => languages.length > 0);
  const { unchanged } = update;
  const { clauses, added } = describeUpdate(
    { changes, unchanged },
    { t, locale: language, dateLocale: t('locale') },
  );
  return [...clauses, ...(added > 0 ? [`${added} new`] : []), `${unchanged} unchanged`].join('; ');
}
