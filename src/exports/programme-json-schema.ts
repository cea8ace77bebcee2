import { z } from 'zod';
import { collections, editionCollections, type EditionCollection } from '../model/registry.ts';
import { attendanceSchema, eventKindSchema } from '../model/schemas/event.ts';
import { authorSchema, statusSchema } from '../model/schemas/fields.ts';
import { partnerLists } from '../model/schemas/partner.ts';
import { prizeKinds } from '../model/schemas/prize.ts';
import { stateSchema } from '../model/schemas/programme.ts';

/** The version of programme.json. It rises when a field is removed or changes its meaning, not when one is added. */
export const exportVersion = 1;

const textSchema = z
  .strictObject({
    text: z.string().meta({ description: 'The words.' }),
    lang: z.string().meta({ description: 'The language that they are written in (BCP 47).' }),
  })
  .meta({ id: 'text', description: 'Words, in the language of the file where they are translated.' });

const id = z.string().meta({ description: 'The name of the entry, fixed for life.' });
const day = z.iso.date().meta({ description: 'A day in the time zone of the programme.' });
const url = z.url().meta({ description: 'A full address.' });
const page = z.url().meta({ description: 'Its page.' });
const calendar = z.url().optional().meta({ description: 'Its calendar feed (.ics). A draft has none.' });
const sourceSchema = z
  .strictObject({
    publisher: z.string(),
    title: z.string(),
    date: z.string().optional().meta({ description: 'A year, a month or a day.' }),
    url: url.optional(),
  })
  .meta({ id: 'source', description: 'Where something was read.' });
const sources = z.array(sourceSchema).meta({ description: 'Where this was read.' });
const sourced = z.strictObject({ text: textSchema, source: sourceSchema.optional() });
const moment = z
  .union([z.iso.date(), z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)])
  .meta({ description: 'A day, or a day and a time in the time zone of the event.' });
const status = { status: statusSchema, statusNote: textSchema.optional() };
const author = authorSchema.meta({
  description: 'Who wrote summary and text. The editors of the site: the organiser published the title only.',
});
const link = z.strictObject({ label: textSchema, url });

const phase = z.strictObject({
  id,
  number: z.int(),
  title: textSchema,
  activity: textSchema,
  start: day,
  end: day,
  calendar,
});
const week = z.strictObject({
  id,
  url: page,
  calendar,
  phase: id.meta({ description: 'The id of its phase.' }),
  number: z.int().meta({ description: 'Its number, which begins anew in each phase.' }),
  start: day,
  end: day,
  kind: z.enum(['week', 'orientation', 'break']),
  topic: id.optional().meta({ description: 'The id of its topic.' }),
  title: textSchema,
  activity: textSchema,
  author: author.optional(),
  resources: z.array(link).optional(),
  source: sources.optional(),
  ...status,
});
const venue = z.strictObject({
  name: textSchema,
  room: textSchema.optional(),
  address: textSchema.optional(),
  city: textSchema.optional(),
  country: z.string().optional(),
  url: url.optional(),
});
const event = z.strictObject({
  id,
  url: page,
  calendar,
  title: textSchema,
  kind: eventKindSchema.optional().meta({ description: 'deadline: something is due at its start.' }),
  start: moment,
  end: moment.optional().meta({ description: 'Left out for one day, for deadlines, and if it is open.' }),
  timezone: z.string().meta({ description: 'The IANA time zone of its times.' }),
  time: z.literal('unannounced').optional().meta({ description: 'Its day is known, its time is not.' }),
  attendance: attendanceSchema.optional(),
  venues: z.array(venue),
  join: url.optional(),
  people: z.array(z.strictObject({ person: id, role: textSchema })),
  source: sources.optional(),
  ...status,
});
const topic = z.strictObject({
  id,
  url: page,
  title: textSchema,
  sdgs: z.array(z.int().min(1).max(17)),
  summary: textSchema,
  author,
});
const partner = z.strictObject({
  id,
  name: textSchema,
  list: z.enum(partnerLists),
  kind: z.enum(['school', 'institution']),
  order: z.int().optional(),
  country: z.string().optional(),
  city: textSchema.optional(),
  url: url.optional(),
  logo: z.strictObject({ file: url, alt: textSchema }).optional(),
  source: sourceSchema.optional(),
});
const prize = z.strictObject({
  id,
  kind: z.enum(prizeKinds),
  title: textSchema,
  order: z.int().optional(),
  rank: z.int().optional(),
  amount: z.strictObject({ value: z.number(), currency: z.string() }).optional(),
  givenBy: textSchema.optional(),
  body: textSchema.optional(),
});

/** Collections whose entries are exported in a form of their own. */
const ownForms = {
  phases: phase,
  weeks: week,
  events: event,
  topics: topic,
  partners: partner,
  prizes: prize,
  pages: z.strictObject({
    id,
    url: page,
    title: textSchema,
    summary: textSchema,
    source: sources.optional(),
    updated: day.optional(),
  }),
} satisfies Partial<Record<EditionCollection, z.ZodType>>;

/** The other collections: their entries are exported with the fields of their schema. */
type PlainCollection = Exclude<EditionCollection, keyof typeof ownForms>;
export const plainCollections = editionCollections.filter(
  (name): name is PlainCollection => !(name in ownForms),
);

/** The exported form of a schema: text bears its language. */
function toExported(schema: z.ZodType): z.ZodType {
  if (schema.meta()?.['words']) return textSchema;
  if (schema instanceof z.ZodOptional) return toExported(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodDefault) return toExported(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return z.array(toExported(schema.element as z.ZodType));
  if (schema instanceof z.ZodObject) return z.strictObject(exportFields(schema));
  return schema;
}

function exportFields({ shape }: z.ZodObject): Record<string, z.ZodType> {
  const fields = Object.entries<z.ZodType>(shape);
  return Object.fromEntries(fields.map(([key, field]) => [key, toExported(field)]));
}

const plainForms = Object.fromEntries(
  plainCollections.map((name) => [
    name,
    z.array(z.strictObject({ id, ...exportFields(collections[name].schema) })),
  ]),
) as unknown as Record<PlainCollection, z.ZodArray<z.ZodObject>>;

/** `programme.json`: an edition of the programme in one language. */
export const exportSchema = z
  .strictObject({
    $schema: z.url().meta({ description: 'The address of this schema.' }),
    version: z.literal(exportVersion).meta({ description: 'The form of this file.' }),
    edition: id.meta({ description: 'The edition: one a year.' }),
    language: z.string().meta({ description: 'The language of the file (BCP 47).' }),
    url: page,
    calendar,
    organiser: z.strictObject({ name: textSchema, fullName: textSchema.optional(), url: url.optional() }),
    publisher: z
      .strictObject({
        name: textSchema,
        relation: z.enum(['on-behalf', 'independent']).meta({
          description:
            'on-behalf: the organiser or somebody on its behalf. independent: the organiser has no part in it.',
        }),
        address: textSchema.optional(),
        url: url.optional(),
        email: z.string(),
      })
      .optional()
      .meta({ description: 'Who publishes the site. Without one it is an unofficial preview.' }),
    license: z.strictObject({ name: textSchema, url }).optional().meta({
      description: 'The licence of texts and data, but not of quotations, names, logos and images of others.',
    }),
    title: textSchema,
    theme: textSchema,
    goal: textSchema,
    start: day,
    end: day,
    timezone: z.string().meta({ description: 'The IANA time zone of all dates.' }),
    state: stateSchema.meta({ description: 'Where the programme stood when the site was made.' }),
    applications: z
      .strictObject({ opens: day.optional(), closes: day.optional(), url: url.optional() })
      .optional(),
    audience: sourced,
    cost: sourced,
    format: sourced,
    results: z.array(sourced).optional(),
    source: sources.optional(),
    phases: z.array(ownForms.phases),
    weeks: z.array(ownForms.weeks).meta({ description: 'First to last.' }),
    events: z.array(ownForms.events).meta({ description: 'What is held beside the weeks, first to last.' }),
    topics: z.array(ownForms.topics),
    partners: z.array(ownForms.partners),
    prizes: z.array(ownForms.prizes),
    ...plainForms,
    pages: z.array(ownForms.pages),
  })
  .meta({ title: 'An edition of a programme' });
export type Export = z.infer<typeof exportSchema>;

/**
 * Returns the JSON Schema (2020-12) of `programme.json`.
 * @param address the full URL where it is published
 */
export function describeExport(address: string): object {
  return { ...z.toJSONSchema(exportSchema), $id: address };
}
