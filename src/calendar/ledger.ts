import { z } from 'zod';
import { calendarKinds } from './calendar-event.ts';
import { dateOrTimeField } from '../model/date.ts';
import { idField, nameField, statusSchema, urlField } from '../model/schemas/fields.ts';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const instantField = (description: string) => z.string().regex(instant).meta({ description });

/** A text in each language of the site. */
const textsSchema = z.record(z.string(), z.string());
export type Texts = z.infer<typeof textsSchema>;
const textsField = (description: string) => textsSchema.meta({ description });

/** The facts of an event that subscribers were told. What is absent was not told. */
export const factsSchema = z.strictObject({
  name: textsField('What a week is called beside its title, in each language.').optional(),
  title: textsField('The title in each language.'),
  start: dateOrTimeField('The first day, or day and time.'),
  end: dateOrTimeField('The last day, or day and time.'),
  timezone: nameField('The time zone of its times.').optional(),
  time: z.literal('unannounced').optional().meta({ description: 'unannounced: its time was not known.' }),
  status: z
    .enum([...statusSchema.options, 'removed'])
    .meta({ description: 'scheduled, cancelled, postponed, or removed: no longer in the content.' }),
  location: textsField('The places in each language.').optional(),
  join: urlField('The link by which people join online.').optional(),
  phase: idField('The phase of a week.').optional(),
});
export type Facts = z.infer<typeof factsSchema>;

/** What can change: a fact, the file's name, or the description, whose words are not kept. */
export const changedFieldSchema = z.enum([...factsSchema.keyof().options, 'id', 'description']);
export type ChangedField = z.infer<typeof changedFieldSchema>;

const valueSchema = z.union([z.string(), textsSchema]);

export const recordSchema = z.strictObject({
  date: instantField('When it changed, in UTC.'),
  field: changedFieldSchema.meta({ description: 'What changed.' }),
  from: valueSchema.optional().meta({ description: 'What it was, if it was anything.' }),
  to: valueSchema.optional().meta({ description: 'What it is since, if it is anything.' }),
});
export type ChangeRecord = z.infer<typeof recordSchema>;

export const ledgerEntrySchema = z.strictObject({
  uid: nameField('The id in calendars, fixed for life.'),
  kind: z.enum(calendarKinds).meta({ description: 'week or event.' }),
  id: idField('The name of its file, without the ending: the last one, if it is gone.'),
  former: z
    .array(idField('A name that its file had.'))
    .min(1)
    .optional()
    .meta({ description: 'Earlier names.' }),
  sequence: z.int().min(0).meta({ description: 'How often time, place or status have changed.' }),
  modified: instantField('When anything last changed, in UTC.'),
  hash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .meta({ description: 'A fingerprint of what subscribers see.' }),
  facts: factsSchema.meta({ description: 'What subscribers were told last.' }),
  history: z.array(recordSchema).min(1).optional().meta({ description: 'What has changed, oldest first.' }),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** `content/<edition>/calendar.lock.yaml`: what subscribers of an edition have been told so far. */
export const ledgerSchema = z.strictObject({
  version: z.literal(1).meta({ description: 'The form of this file: 1.' }),
  edition: nameField('The edition: the name of the folder.'),
  events: z.array(ledgerEntrySchema).meta({ description: 'Sorted by uid.' }),
});
export type Ledger = z.infer<typeof ledgerSchema>;

/** A change of one of these is a new revision: clients look at its number before they move anything. */
export const revisingFields: readonly ChangedField[] = [
  'start',
  'end',
  'timezone',
  'time',
  'status',
  'location',
  'join',
];

/** The uid that an entry gets when it is first written; later it is never derived again. */
export function firstUid(edition: string, { kind, id }: Pick<LedgerEntry, 'kind' | 'id'>, domain: string) {
  return `${edition}-${kind}-${id}@${domain}`;
}

/** What has a page or a feed under an address of its own, though its file is gone. */
export interface Moved {
  kind: LedgerEntry['kind'];
  /** The name that the file had. */
  id: string;
  entry: LedgerEntry;
}

/** Former names of files that are still there: old pages redirect, and old feeds serve the same event. */
export function listMoved(ledger: Ledger): Moved[] {
  return ledger.events
    .filter((entry) => entry.facts.status !== 'removed')
    .flatMap((entry) => (entry.former ?? []).map((id) => ({ kind: entry.kind, id, entry })));
}

/** What is no longer held, under every name that its file had: a short page, and a feed that cancels it. */
export function listRemoved(ledger: Ledger): Moved[] {
  return ledger.events
    .filter((entry) => entry.facts.status === 'removed')
    .flatMap((entry) => [entry.id, ...(entry.former ?? [])].map((id) => ({ kind: entry.kind, id, entry })));
}
