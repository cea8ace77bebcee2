import { z } from 'zod';
import { isCountry } from '../country.ts';
import { limits } from '../limits.ts';
import { singleLine, words } from '../text.ts';

/**
 * A public address. Only https: a link that is not encrypted can be changed on its way. The second look is for what
 * browsers mend or take for a part of the address: one slash, or words behind it.
 */
export const urlField = (description: string) =>
  z
    .url({ protocol: /^https$/, hostname: z.regexes.domain, abort: true })
    .regex(/^https:\/\/\S+$/i)
    .meta({ description, form: 'url' });

/** A country as ISO 3166 codes it. */
export const countryField = (description: string) =>
  z
    .string()
    .regex(/^[A-Z]{2}$/, { abort: true })
    .refine(isCountry)
    .meta({ description, form: 'country' });

/** The id of another entry: its file's name without the ending. */
export const idField = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .meta({ description, form: 'id' });

/** A short text that is no words for visitors: a name of a person, a room, a code. */
export const nameField = (description: string) =>
  z.string().trim().min(1).regex(singleLine).meta({ description, form: 'line' });

/** The id of an event in calendars, in one line (RFC 5545, section 3.8.4.7). */
export const uidField = (description: string) =>
  z.string().trim().min(1).max(limits.uidLength).regex(singleLine).meta({ description, form: 'line' });

/** Where a fact was read: whoever doubts it can look it up. */
export const sourceSchema = z.strictObject({
  publisher: nameField('Who published it, such as WeGO or The Korea Times.'),
  title: nameField('The title of the page, slide deck or article.'),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional()
    .meta({ description: 'When it was published: 2022, 2022-05 or 2022-05-16.', form: 'published' }),
  url: urlField('Its address, if you have seen it there.').optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** One source, or a list of them. */
export const sourcesField = (description: string) =>
  z
    .union([sourceSchema, z.array(sourceSchema).min(1)])
    .transform((source) => [source].flat())
    .optional()
    .meta({ description });

/** Who wrote a text: the organiser published it, or the editors of the site added it. */
export const authorSchema = z.enum(['organiser', 'editors']);
export type Author = z.infer<typeof authorSchema>;

/** A sentence for visitors with the place where the fact was read. */
export const sourcedSchema = z.strictObject({
  text: words('The sentence that visitors read.'),
  source: sourceSchema.optional().meta({ description: 'Where this was read.' }),
});

/** A sourced sentence of the programme, with its own description for authors. */
export const sourcedField = (description: string) => sourcedSchema.meta({ description });

export const statusSchema = z.enum(['scheduled', 'cancelled', 'postponed']);
export type Status = z.infer<typeof statusSchema>;

/** The fields that weeks and events share. */
export const statusFields = {
  status: statusSchema.default('scheduled').meta({
    description: 'Whether it takes place: scheduled (the default), cancelled or postponed.',
  }),
  statusNote: words('Why it is cancelled or postponed, in a sentence.').optional(),
  draft: z
    .boolean()
    .default(false)
    .meta({ description: 'true keeps it out of the published site; a preview shows it, marked.' }),
  uid: uidField(
    'Only when a command asks for it: the calendar id of an event that was renamed, so that subscribers keep it.',
  ).optional(),
};
