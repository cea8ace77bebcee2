import { z } from 'zod';
import { collectionNames, collections } from '../../../src/model/registry.ts';
import { dateOrTimeField } from '../../../src/model/date.ts';
import { calendarKinds, changedFieldSchema } from '../../../src/calendar/ledger.ts';

/** How much a report holds: it is also read from files that anybody may have written. */
export const limits = {
  bytes: 1_000_000,
  text: 300,
  path: 600,
  list: 200,
  editions: 50,
  records: 60,
} as const;

/** What can be said of an entry beside what calendars know of weeks and events, in the order in which it is said. */
export const reportFields = [
  ...['title', 'theme', 'goal', 'start', 'end', 'timezone', 'state', 'opens', 'closes', 'apply', 'audience'],
  ...['cost', 'format', 'result', 'year', 'places', 'fact', 'number', 'kind', 'list', 'rank', 'amount'],
  ...['givenBy', 'description', 'role', 'organisation', 'sdgs', 'summary', 'activity', 'resources'],
  ...['statusNote', 'attendance', 'venues', 'people', 'country', 'city', 'url', 'logo', 'order', 'organiser'],
  ...['contact', 'languages', 'current', 'calendarDomain', 'repository', 'source', 'text', 'translation'],
] as const;
export type ReportField = (typeof reportFields)[number];

/** What a report speaks of beside weeks and events. */
export const undatedKinds = collectionNames
  .filter((name) => name !== 'weeks' && name !== 'events')
  .map((name) => collections[name].noun);
export type UndatedKind = (typeof undatedKinds)[number];

const textField = z.string().max(limits.text);
const pathField = z.string().max(limits.path);
const languageField = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/);
const textsField = z
  .record(languageField, textField)
  .refine((texts) => Object.keys(texts).length <= limits.records);
const valueField = z.union([textField, textsField]).optional();

const list = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item).max(limits.list),
    /** How many there are beside those that are listed. */
    more: z.int().min(0),
  });

const momentField = dateOrTimeField('A day, or a day and time.');

const entrySchema = z.strictObject({
  kind: z.enum(calendarKinds),
  id: pathField,
  facts: z.strictObject({
    name: textsField.optional(),
    title: textsField,
    start: momentField,
    end: momentField,
    time: z.literal('unannounced').optional(),
  }),
});

const isMoment = (value: unknown) => value === undefined || momentField.safeParse(value).success;

const toldSchema = z.strictObject({
  entry: entrySchema,
  isNew: z.boolean(),
  records: z
    .array(
      z
        .strictObject({ field: changedFieldSchema, from: valueField, to: valueField })
        .refine(({ field, from, to }) => !/^(start|end)$/.test(field) || (isMoment(from) && isMoment(to))),
    )
    .max(limits.records),
});

const recordSchema = z.strictObject({
  field: z.enum(reportFields),
  from: textField.optional(),
  to: textField.optional(),
});
export type ReportRecord = z.infer<typeof recordSchema>;

/** `published`: it was a draft. `withdrawn`: it is a draft again. */
const whatSchema = z.enum(['new', 'published', 'changed', 'withdrawn', 'gone']);

const datedSchema = z.strictObject({
  ...toldSchema.omit({ isNew: true }).shape,
  what: whatSchema,
  /** What has changed that calendars do not know. */
  details: z.array(recordSchema).max(limits.records),
});
/** A week or an event that visitors see otherwise than before. */
export type DatedChange = z.infer<typeof datedSchema>;

const undatedSchema = z.strictObject({
  kind: z.enum(undatedKinds),
  id: pathField,
  title: textField,
  /** The number of a phase, which it is called by. */
  number: z.int().min(1).max(3999).optional(),
  what: whatSchema,
  details: z.array(recordSchema).max(limits.records),
});
export type UndatedChange = z.infer<typeof undatedSchema>;

const addressSchema = z.strictObject({
  address: pathField,
  /** `closed`: it leads to a page that says that it is no longer held. */
  what: z.enum(['new', 'moved', 'closed', 'gone']),
  /** Where it is now. */
  to: pathField.optional(),
  /** Whether the old address leads there. */
  isRedirected: z.boolean().optional(),
  /** Whether it stands for all pages below it as well. */
  hasPages: z.boolean().optional(),
});
export type AddressChange = z.infer<typeof addressSchema>;

const translationSchema = z.strictObject({
  file: pathField,
  lang: languageField,
  /** What the original says otherwise now. */
  fields: z.array(z.enum(reportFields)).max(limits.records),
});
export type OldTranslation = z.infer<typeof translationSchema>;

const editionSchema = z.strictObject({
  edition: pathField,
  title: textField,
  /** `draft`: it is new, as a draft. `hidden`: it is a draft still. `unread`: what it was could not be read. */
  what: z.enum(['new', 'draft', 'published', 'kept', 'hidden', 'withdrawn', 'gone', 'unread']),
  weeks: z.int().min(0),
  events: z.int().min(0),
  topics: z.int().min(0),
  visitors: list(z.union([datedSchema, undatedSchema])),
  subscribers: z.strictObject({ ...list(toldSchema).shape, unchanged: z.int().min(0) }),
  /** How the ledger stands that lies in the folder now. */
  ledger: z.strictObject({
    /** `unclear`: somebody has to say first whether a file was renamed. `none`: it needs none. */
    state: z.enum(['current', 'behind', 'unclear', 'none']),
    file: pathField,
    /** The files with questions. */
    open: z.array(pathField).max(limits.records),
  }),
  addresses: list(addressSchema),
  translations: list(translationSchema),
});
export type EditionReport = z.infer<typeof editionSchema>;

/** What visitors and subscribers will see change between two states of the content: as data, for any language. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  /** The language of its texts: the default language of the site. */
  locale: languageField,
  before: z.strictObject({
    /** What it was asked for by: a branch, a tag, a commit. */
    name: textField,
    commit: z.string().regex(/^[0-9a-f]{40,64}$/),
    /** `absent`: there was no content. `partial`: some files could not be read. */
    content: z.enum(['whole', 'partial', 'absent']),
    unread: z.array(pathField).max(limits.list),
  }),
  site: list(undatedSchema),
  translations: list(translationSchema),
  editions: z.array(editionSchema).max(limits.editions),
});
export type Report = z.infer<typeof reportSchema>;
