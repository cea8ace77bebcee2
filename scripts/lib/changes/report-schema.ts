import { z } from 'zod';
import { calendarKinds, changedFieldSchema } from '../../../src/calendar/ledger.ts';
import messages from '../../../src/i18n/en.json' with { type: 'json' };
import { dateOrTimeField } from '../../../src/model/date.ts';
import { collectionNames, collections } from '../../../src/model/registry.ts';
import type { MessageKey } from '../../../src/model/translate.ts';

/** Limits of a report, which may come from an untrusted file. Texts and paths in characters, lists in items. */
export const limits = {
  bytes: 1_000_000,
  text: 300,
  path: 600,
  list: 200,
  editions: 50,
  records: 60,
} as const;

/** A field of an entry: those with a message, and `translation`, whose `from` and `to` are its language. */
export type ReportField = FieldOf<MessageKey> | 'translation';
type FieldOf<Key> = Key extends `report.field.${infer Field}` ? Field : never;

/** Whether a report has a message for a field. Fields of the ledger have messages of their own. */
export const isReportField = (field: string): field is ReportField =>
  field === 'translation' || Object.hasOwn(messages, `report.field.${field}`);

/** What entries other than weeks and events are called. */
const undatedKinds = collectionNames
  .filter((name) => name !== 'weeks' && name !== 'events')
  .map((name) => collections[name].noun);
export type UndatedKind = (typeof undatedKinds)[number];

const textField = z.string().max(limits.text);
const pathField = z.string().max(limits.path);
const languageField = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/);
const textsField = z
  .record(languageField, textField)
  .refine((texts) => Object.keys(texts).length <= limits.records);
const reportField = z.string().refine(isReportField);
const valueField = z.union([textField, textsField]).optional();
const momentField = dateOrTimeField('A day, or a day and time.');

const list = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item).max(limits.list),
    /** How many items were left out. */
    more: z.int().min(0),
  });

const calendarEntrySchema = z.strictObject({
  kind: z.enum(calendarKinds),
  id: pathField,
  facts: z.strictObject({
    name: textsField.optional(),
    title: textsField,
    kind: z.literal('deadline').optional(),
    start: momentField,
    end: momentField.optional(),
    time: z.literal('unannounced').optional(),
  }),
});

const isMoment = (value: unknown) => value === undefined || momentField.safeParse(value).success;
const recordSchema = z
  .strictObject({ field: changedFieldSchema, from: valueField, to: valueField })
  .refine(({ field, from, to }) => !/^(start|end)$/.test(field) || (isMoment(from) && isMoment(to)));

const detailSchema = z.strictObject({
  field: reportField,
  from: textField.optional(),
  to: textField.optional(),
});
export type DetailChange = z.infer<typeof detailSchema>;

/** `published`: was a draft. `withdrawn`: is a draft again. */
const entryStatusSchema = z.enum(['new', 'published', 'changed', 'withdrawn', 'gone']);

const datedSchema = z.strictObject({
  entry: calendarEntrySchema,
  records: z.array(recordSchema).max(limits.records),
  what: entryStatusSchema,
  /** Changes of fields that are not in the calendar. */
  details: z.array(detailSchema).max(limits.records),
});
/** A change of a week or an event on its page. */
export type DatedChange = z.infer<typeof datedSchema>;

const undatedSchema = z.strictObject({
  kind: z.enum(undatedKinds),
  id: pathField,
  title: textField,
  /** The number of a phase, which names it. */
  number: z.int().min(1).max(3999).optional(),
  what: entryStatusSchema,
  details: z.array(detailSchema).max(limits.records),
});
export type UndatedChange = z.infer<typeof undatedSchema>;

const subscriberChangeSchema = z.strictObject({
  entry: calendarEntrySchema,
  isNew: z.boolean(),
  records: z.array(recordSchema).max(limits.records),
});
/** A change of a week or an event in subscribed calendars. */
export type SubscriberChange = z.infer<typeof subscriberChangeSchema>;

const addressSchema = z.strictObject({
  address: pathField,
  /** `closed`: it shows that the week or event is no longer held. */
  what: z.enum(['new', 'moved', 'closed', 'gone']),
  /** The new address of what has moved. */
  to: pathField.optional(),
  /** Whether the old address redirects to the new one. */
  isRedirected: z.boolean().optional(),
  /** Whether the pages below it are meant as well. */
  hasPages: z.boolean().optional(),
});
export type AddressChange = z.infer<typeof addressSchema>;

const translationSchema = z.strictObject({
  file: pathField,
  lang: languageField,
  /** Fields of the original that have changed. */
  fields: z.array(reportField).max(limits.records),
});
export type OutdatedTranslation = z.infer<typeof translationSchema>;

const editionSchema = z.strictObject({
  edition: pathField,
  title: textField,
  /** `draft`: new, as a draft. `hidden`: a draft as before. `unread`: its earlier programme.yaml is not valid. */
  what: z.enum(['new', 'draft', 'published', 'kept', 'hidden', 'withdrawn', 'gone', 'unread']),
  weeks: z.int().min(0),
  events: z.int().min(0),
  topics: z.int().min(0),
  visitors: list(z.union([datedSchema, undatedSchema])),
  subscribers: z.strictObject({
    ...list(subscriberChangeSchema).shape,
    /** Entries whose content is as before, and whose text this version of the program words differently. */
    reworded: z.int().min(0),
    unchanged: z.int().min(0),
  }),
  addresses: list(addressSchema),
  translations: list(translationSchema),
});
export type EditionReport = z.infer<typeof editionSchema>;

/** What visitors and subscribers see change between two states of the content, independent of language. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  /** The language of the texts: the default language of the site. */
  locale: languageField,
  before: z.strictObject({
    /** The branch, tag or commit that was asked for. */
    name: textField,
    commit: z.string().regex(/^[0-9a-f]{40,64}$/),
    /** `absent`: there was no content. `partial`: some files were not valid. */
    content: z.enum(['whole', 'partial', 'absent']),
    /** Files that were not valid. */
    unread: z.array(pathField).max(limits.list),
  }),
  site: list(undatedSchema),
  translations: list(translationSchema),
  editions: z.array(editionSchema).max(limits.editions),
});
export type Report = z.infer<typeof reportSchema>;

/** Parses the JSON of a report, which may be untrusted; undefined if it is not valid. */
export function parseReport(json: string): Report | undefined {
  try {
    return reportSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}
