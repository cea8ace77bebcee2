import { z } from 'zod';
import { addressOf } from '../model/address.ts';
import { limits } from '../model/limits.ts';
import { dateOrTimeField, isPlainDate } from '../model/date.ts';
import { idField, nameField, statusSchema, urlField } from '../model/schemas/fields.ts';
import type { Programme } from '../model/site.ts';
import type { Text } from '../model/text.ts';

export const calendarKinds = ['week', 'event'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const instantField = (description: string) => z.string().regex(instant).meta({ description });

const localisedSchema = z.record(z.string(), z.string());
/** A text in each language of the site, by locale. */
export type LocalisedText = z.infer<typeof localisedSchema>;
const localisedField = (description: string) => localisedSchema.meta({ description });

/** The field values of a week or event that calendars show. */
export const fieldValuesSchema = z.strictObject({
  name: localisedField('The number of a week with its phase, in each language.').optional(),
  title: localisedField('The title in each language.'),
  kind: z.literal('deadline').optional().meta({ description: 'deadline: something is due at the start.' }),
  start: dateOrTimeField('The first day, or day and time.'),
  end: dateOrTimeField('The last day, or day and time; none for a deadline or an open end.').optional(),
  timezone: nameField('The time zone of its times.').optional(),
  time: z.literal('unannounced').optional().meta({ description: 'unannounced: its time was not published.' }),
  status: z
    .enum([...statusSchema.options, 'removed'])
    .meta({ description: 'scheduled, cancelled, postponed, or removed: no longer in the content.' }),
  location: localisedField('The venues in each language.').optional(),
  join: urlField('The link to join online.').optional(),
  phase: idField('The phase of a week.').optional(),
});
export type FieldValues = z.infer<typeof fieldValuesSchema>;

/** The fields of a change: a field value, the id, or the description, whose text the ledger does not keep. */
export const changedFieldSchema = z.enum([...fieldValuesSchema.keyof().options, 'id', 'description']);
export type ChangedField = z.infer<typeof changedFieldSchema>;

const valueSchema = z.union([z.string(), localisedSchema]);

export const recordSchema = z.strictObject({
  date: instantField('When it changed, in UTC.'),
  field: changedFieldSchema.meta({ description: 'The field that changed.' }),
  from: valueSchema.optional().meta({ description: 'The value before, if any.' }),
  to: valueSchema.optional().meta({ description: 'The value after, if any.' }),
});
export type ChangeRecord = z.infer<typeof recordSchema>;

const hashField = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .meta({ description });

/** When the text of an entry last changed in a language. */
const stampSchema = z.strictObject({
  modified: instantField('LAST-MODIFIED and DTSTAMP: the last change of anything shown, in UTC.'),
  hash: hashField('A hash of all text that clients show.'),
});

export const ledgerEntrySchema = z.strictObject({
  uid: nameField('The UID in calendars (RFC 5545, section 3.8.4.7), fixed for life.'),
  kind: z.enum(calendarKinds).meta({ description: 'week or event.' }),
  id: idField('The name of its file without the extension; the last one, if the file is gone.'),
  former: z
    .array(idField('A former id.'))
    .min(1)
    .optional()
    .meta({ description: 'Former ids, under which its old addresses still work.' }),
  sequence: z.int().min(0).max(limits.sequence).meta({
    description: 'SEQUENCE (RFC 5545, section 3.8.7.4): raised by changes of time, place or status.',
  }),
  stamps: z.record(z.string(), stampSchema).meta({ description: 'The stamps of each language.' }),
  source: hashField(
    'A hash of the fields that the site words itself: the name of a week, the place of an event.',
  ).optional(),
  facts: fieldValuesSchema.meta({ description: 'The field values as last published.' }),
  history: z.array(recordSchema).min(1).optional().meta({ description: 'All changes, oldest first.' }),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** `content/<edition>/calendar.lock.yaml`: the last published state of an edition's calendar. */
export const ledgerSchema = z.strictObject({
  version: z.literal(2).meta({ description: 'The version of this file format: 2.' }),
  edition: nameField('The edition: the name of the folder.'),
  events: z.array(ledgerEntrySchema).meta({ description: 'Sorted by uid.' }),
});
export type Ledger = z.infer<typeof ledgerSchema>;

/** The first version of the format, which had one stamp for all languages. */
export const firstLedgerSchema = ledgerSchema.extend({
  version: z.literal(1),
  events: z.array(ledgerEntrySchema.omit({ stamps: true, source: true }).extend(stampSchema.shape)),
});

/** Gives each language the stamp that was common to all: its hash is that of the text in all languages. */
export function upgradeLedger({ edition, events }: z.infer<typeof firstLedgerSchema>): Ledger {
  return {
    version: 2,
    edition,
    events: events.map(({ modified, hash, ...entry }) => ({
      ...entry,
      stamps: Object.fromEntries(
        Object.keys(entry.facts.title).map((locale) => [locale, { modified, hash }]),
      ),
    })),
  };
}

/** When an entry was last modified in a language; without one, or without a stamp of it, in any. */
export function modifiedIn({ stamps }: Pick<LedgerEntry, 'stamps'>, locale?: string): string {
  const latest = Object.values(stamps)
    .map(({ modified }) => modified)
    .sort()
    .at(-1);
  return stamps[locale ?? '']?.modified ?? latest ?? '';
}

/** Fields whose changes raise SEQUENCE: clients compare it before they move an event. */
export const sequenceFields: readonly ChangedField[] = [
  'kind',
  'start',
  'end',
  'timezone',
  'time',
  'status',
  'location',
  'join',
];

/** The UID of a new entry. It is derived once and then kept, whatever the file is called. */
export function createUid(edition: string, { kind, id }: Pick<LedgerEntry, 'kind' | 'id'>, domain: string) {
  return `${edition}-${kind}-${id}@${domain}`;
}

/** An id that was published, and whose file is gone or renamed. */
export interface FormerId {
  kind: CalendarKind;
  id: string;
  /** Removed entries have no page now; renamed ones have that of their own id. */
  entry: LedgerEntry;
}

/** Lists the former ids of renamed entries, and all ids of removed ones. */
export function listFormerIds({ events }: Ledger): FormerId[] {
  return events.flatMap((entry) => {
    const { kind, id: last, former = [], facts } = entry;
    const ids = facts.status === 'removed' ? [last, ...former] : former;
    return ids.map((id) => ({ kind, id, entry }));
  });
}

/** A page address that was published before a file was renamed or removed. */
export interface FormerAddress {
  folder: 'weeks' | 'events';
  id: string;
  address: string;
  title: Text;
  /** The page to redirect to; undefined if the entry was removed. */
  target: string | undefined;
}

/**
 * Lists the former page addresses of an edition, without those that are in use again.
 * @param defaultLocale the language of titles that the ledger lacks in the language of the programme
 */
export function listFormerAddresses(
  ledger: Ledger,
  { edition, locale, weeks, events }: Programme,
  defaultLocale: string,
): FormerAddress[] {
  const used = new Set([...weeks, ...events].map(({ id }) => id));
  return listFormerIds(ledger)
    .filter(({ id }) => !used.has(id))
    .map(({ kind, id, entry }) => {
      const { title, status } = entry.facts;
      const lang = title[locale] === undefined ? defaultLocale : locale;
      return {
        folder: kind === 'week' ? 'weeks' : 'events',
        id,
        address: addressOf[kind](edition, id),
        title: { text: title[lang] ?? entry.id, lang },
        target: status === 'removed' ? undefined : addressOf[kind](edition, entry.id),
      };
    });
}

/** A contradiction in a ledger. */
export interface LedgerFault {
  /** Dotted path of the field. */
  field: string;
  code: string;
  message: string;
  /** What to do, where restoring the file is not the answer. */
  fix?: string;
}

/**
 * Finds contradictions that no command writes: ledgers edited by hand, merged wrongly, or copied.
 * @param edition the folder of the ledger
 */
export function checkLedger(ledger: Ledger, edition: string): LedgerFault[] {
  const copied: LedgerFault = {
    field: 'edition',
    code: 'ledger-edition',
    message: `This ledger is that of the edition ${ledger.edition}, and it lies in the folder ${edition}.`,
    fix: `If you copied the folder to begin a new edition, delete this file: the new edition gets a ledger of its own when it is published.`,
  };
  return [
    ...(ledger.edition === edition ? [] : [copied]),
    ...findRepeated(ledger.events, 'uid', ({ uid }) => [uid]),
    ...findRepeated(ledger.events, 'id', ({ kind, id, former = [] }) =>
      [id, ...former].map((name) => `${kind} ${name}`),
    ),
    ...ledger.events.flatMap((entry, index) =>
      checkEntry(entry).map(({ field, message }) => ({
        field: `events.${index}.${field}`,
        code: 'ledger-nonsense',
        message,
      })),
    ),
  ];
}

const keepOne =
  'Keep the line that was published and delete the other. If neither was, keep either: what the content says is added when it is published.';

function findRepeated(
  entries: readonly LedgerEntry[],
  field: string,
  valuesOf: (entry: LedgerEntry) => string[],
): LedgerFault[] {
  const owners = new Map<string, LedgerEntry>();
  return entries.flatMap((entry, index) =>
    valuesOf(entry).flatMap((value) => {
      const owner = owners.get(value) ?? entry;
      owners.set(value, owner);
      if (owner === entry) return [];
      const isTwice = owner.uid === entry.uid;
      const message = isTwice
        ? `The entry ${entry.uid} is there twice: two branches have changed it.`
        : `"${value}" stands for two entries: ${owner.uid} and ${entry.uid}.`;
      const fix = isTwice ? { fix: keepOne } : {};
      return [{ field: `events.${index}.${field}`, code: 'ledger-repeated', message, ...fix }];
    }),
  );
}

function checkEntry(entry: LedgerEntry) {
  const { facts, history = [], sequence } = entry;
  const { start, end, timezone } = facts;
  const faults: { field: string; message: string }[] = [];
  if (end !== undefined && end < start) {
    faults.push({ field: 'facts.end', message: `It ends (${end}) before it starts (${start}).` });
  }
  if (isPlainDate(start) !== isPlainDate(end ?? start) || isPlainDate(start) !== (timezone === undefined)) {
    faults.push({
      field: 'facts.start',
      message: 'Start and end are either days without a timezone, or times with one.',
    });
  }
  // A new entry has a first status, which is no revision; nor is a location that changed in a translation alone.
  const revisions = history.filter(
    ({ field, from }) =>
      sequenceFields.includes(field) && field !== 'location' && (field !== 'status' || from !== undefined),
  );
  const least = new Set(revisions.map(({ date }) => date)).size;
  if (sequence < least) {
    faults.push({
      field: 'sequence',
      message: `The sequence is ${sequence}, and by its history it is at least ${least}. It never falls, since clients ignore what is older than they have.`,
    });
  }
  const modified = modifiedIn(entry);
  // The id of a phase is in no calendar, so its change has a date and no stamp.
  const last = history.findLast(({ field }) => field !== 'phase')?.date ?? '';
  if (modified < last) {
    faults.push({
      field: 'stamps',
      message: `It was modified on ${modified}, before its last change on ${last}.`,
    });
  }
  return faults;
}
