import { isPlainDate } from '../model/date.ts';
import { revisingFields, type Ledger, type LedgerEntry } from './ledger.ts';

/** Something in a ledger that cannot be, and where: a dotted path of its fields. */
export interface LedgerFault {
  field: string;
  code: string;
  message: string;
  /** What to do, where it is another thing than taking the file back. */
  fix?: string;
}

/**
 * Finds what no command has written: a ledger that was edited by hand, merged wrongly, or copied.
 * @param edition the folder that the ledger lies in
 */
export function checkLedger(ledger: Ledger, edition: string): LedgerFault[] {
  const copied: LedgerFault = {
    field: 'edition',
    code: 'ledger-edition',
    message: `This ledger is that of the edition ${ledger.edition}, and it lies in the folder ${edition}.`,
    fix: `If you copied the folder to begin a new edition, delete this file and run npm run calendar: the new edition begins with a ledger of its own.`,
  };
  return [
    ...(ledger.edition === edition ? [] : [copied]),
    ...findRepeated(ledger.events, 'uid', ({ uid }) => [uid]),
    ...findRepeated(ledger.events, 'id', ({ kind, id, former = [] }) =>
      [id, ...former].map((name) => `${kind} ${name}`),
    ),
    ...ledger.events.flatMap((entry, index) =>
      checkEntry(entry).map((fault) => ({ ...fault, field: `events.${index}.${fault.field}` })),
    ),
  ];
}

function findRepeated(
  entries: readonly LedgerEntry[],
  field: string,
  valuesOf: (entry: LedgerEntry) => string[],
): LedgerFault[] {
  const seen = new Map<string, LedgerEntry>();
  return entries.flatMap((entry, index) =>
    valuesOf(entry).flatMap((value) => {
      const first = seen.get(value);
      seen.set(value, first ?? entry);
      if (!first || first === entry) return [];
      const message = `"${value}" stands for two entries: ${first.uid} and ${entry.uid}.`;
      return [{ field: `events.${index}.${field}`, code: 'ledger-repeated', message }];
    }),
  );
}

function checkEntry({ facts, history = [], modified, sequence }: LedgerEntry): LedgerFault[] {
  const revisions = new Set(
    history
      .filter(
        ({ field, from }) => revisingFields.includes(field) && (field !== 'status' || from !== undefined),
      )
      .map(({ date }) => date),
  ).size;
  const last = history.at(-1)?.date ?? '';
  const isTimed = !isPlainDate(facts.start);
  const faults: [boolean, Omit<LedgerFault, 'code'>][] = [
    [
      facts.end < facts.start,
      { field: 'facts.end', message: `It ends (${facts.end}) before it starts (${facts.start}).` },
    ],
    [
      isTimed === isPlainDate(facts.end) || isTimed !== (facts.timezone !== undefined),
      {
        field: 'facts.start',
        message: 'Start and end are either days without a timezone, or times with one.',
      },
    ],
    [
      sequence < revisions,
      {
        field: 'sequence',
        message: `The sequence is ${sequence}, and by its history it is at least ${revisions}. It never falls, since clients ignore what is older than they have.`,
      },
    ],
    [
      modified < last,
      { field: 'modified', message: `It was modified on ${modified}, before its last change on ${last}.` },
    ],
  ];
  return faults.flatMap(([isWrong, fault]) => (isWrong ? [{ ...fault, code: 'ledger-nonsense' }] : []));
}
