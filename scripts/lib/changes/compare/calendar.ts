import {
  updateLedger,
  type LedgerChange,
  type LedgerUpdate,
} from '../../../../src/calendar/ledger-update.ts';
import { calendarKinds, type Ledger } from '../../../../src/calendar/ledger.ts';
import { compareText } from '../../../../src/model/issue.ts';
import { compareDated, toTold } from './dated.ts';
import { pairEntries, type Pair } from './pair.ts';
import type { CalendarState, State } from './state.ts';
import { limits, type DatedChange, type EditionReport } from '../report-data.ts';
import type { Hash } from '../../../../src/model/translation.ts';

/** What two states of one edition are compared with. */
export interface EditionContext {
  edition: string;
  /** Before, and now. */
  states: readonly [State, State];
  hash: Hash;
  /** `calendarDomain` of site.yaml. */
  domain: string;
  /** The language of the report's texts. */
  locale: string;
}

export const findCalendar = ({ calendars }: State, edition: string): CalendarState | undefined =>
  calendars.find((each) => each.edition === edition);

/** A report bears no times, so any time does. */
const anyTime = '1970-01-01T00:00:00Z';

/** What would be written into a ledger for the content of now. */
function tell(
  ledger: Ledger | undefined,
  { publications }: CalendarState,
  { edition, domain, hash }: EditionContext,
): LedgerUpdate {
  return updateLedger(ledger, publications, { edition, domain, hash, now: anyTime });
}

/**
 * Compares the weeks and events of an edition, in the order of their days. A renamed file is found as
 * `npm run calendar` finds it.
 */
export function compareCalendar(context: EditionContext): { pairs: Pair[]; changes: DatedChange[] } {
  const { edition, states, locale } = context;
  const [before, now] = states;
  const own = findCalendar(now, edition);
  const told = own ? tell(findCalendar(before, edition)?.update.ledger, own, context).changes : [];
  const compared = calendarKinds.map((kind) => {
    const changes = new Map(
      told.filter(({ entry }) => entry.kind === kind).map((change) => [change.entry.id, change]),
    );
    const facts = new Map(
      own?.publications.filter((each) => each.kind === kind).map((each) => [each.id, each.fields]),
    );
    const pairs = pairEntries(
      kind === 'week' ? 'weeks' : 'events',
      edition,
      [before.library, now.library],
      listRenamed([...changes.values()]),
    );
    return {
      pairs,
      changes: pairs.flatMap((pair) => {
        const id = (pair.now ?? pair.before)?.id ?? '';
        return compareDated(pair, states, { told: changes.get(id), facts: facts.get(id), locale });
      }),
    };
  });
  return {
    pairs: compared.flatMap(({ pairs }) => pairs),
    changes: compared
      .flatMap(({ changes }) => changes)
      .sort((a, b) => compareText(a.entry.facts.start, b.entry.facts.start)),
  };
}

function listRenamed(changes: readonly LedgerChange[]): Map<string, string> {
  return new Map(
    changes.flatMap(({ entry, records }) =>
      records.flatMap(({ field, from }) =>
        field === 'id' && typeof from === 'string' ? [[entry.id, from] as const] : [],
      ),
    ),
  );
}

/**
 * Says what subscribers will get beside what they were told when the content was as before, and how the ledger
 * stands that is in the folder now.
 * @param file the path of the ledger from the project's root
 */
export function compareSubscribers(
  context: EditionContext,
  file: string,
): Pick<EditionReport, 'subscribers' | 'ledger'> {
  const { edition, states } = context;
  const [before, own] = states.map((state) => findCalendar(state, edition));
  if (!own)
    return {
      subscribers: { items: [], more: 0, unchanged: 0 },
      ledger: { state: 'none', file, open: [] },
    };
  // Where the ledger of then cannot be read, what it should have said stands for it.
  const written = states[0].ledgers.find((each) => each.edition === edition);
  const told = written && (written.ledger ?? before?.update.ledger);
  const { changes, unchanged, issues } = tell(told, own, context);
  const open = [...new Set([...issues, ...own.update.issues].map((issue) => issue.file))];
  const sorted = changes.toSorted((a, b) => compareText(a.entry.facts.start, b.entry.facts.start));
  return {
    subscribers: { ...listOf(open.length > 0 ? [] : sorted.map(toTold)), unchanged },
    ledger: {
      state: open.length > 0 ? 'unclear' : own.isUpToDate ? 'current' : 'behind',
      ...{ file, open: open.slice(0, limits.records) },
    },
  };
}

/** As much of a list as a report holds. */
export function listOf<Item>(items: readonly Item[]): { items: Item[]; more: number } {
  return { items: items.slice(0, limits.list), more: Math.max(0, items.length - limits.list) };
}
