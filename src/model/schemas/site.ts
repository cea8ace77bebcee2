import { z } from 'zod';
import { sourceSchema, urlField } from './fields.ts';
import { words } from '../text.ts';

/** `content/site.yaml`: what holds for all editions. */
export const siteSchema = z.strictObject({
  name: words('The name of the site, the same every year.'),
  organiser: z
    .strictObject({
      name: words('The name by which the organiser is known.'),
      fullName: words('The full name, where the name is short for something.').optional(),
      url: urlField('The home page of the organiser.').optional(),
    })
    .meta({ description: 'Who holds the programme.' }),
  url: urlField('The public address of this site, such as https://champions.example.org.').optional(),
  calendarDomain: z
    .string()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/)
    .meta({
      form: 'domain',
      description:
        'A domain of the organiser, part of every calendar id. Never change it: subscribers would get all events twice.',
    }),
  languages: z
    .array(
      z
        .string()
        .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
        .meta({ form: 'language' }),
    )
    .min(1)
    .meta({ description: 'Language codes, such as en and ko; the first is the default.' }),
  current: z
    .union([z.string(), z.int()])
    .transform(String)
    .meta({ description: 'The edition that the home page shows: the name of its folder, such as 2022.' }),
  contact: z
    .strictObject({
      email: z.email().optional().meta({ description: 'An address that somebody reads.', form: 'email' }),
      url: urlField('A page with ways to get in touch.').optional(),
    })
    .optional()
    .meta({ description: 'How visitors reach the organiser.' }),
  repository: urlField(
    'Where these files are kept, such as https://github.com/owner/name: gives each page a link "edit this page".',
  ).optional(),
});
export type SiteData = z.infer<typeof siteSchema>;

/** `content/history/*.yaml`: what is known of an edition that has no content folder. */
export const historySchema = z.strictObject({
  year: z.int().min(1900).max(2999).meta({ description: 'The year of the edition.' }),
  name: words('The name of the edition.'),
  places: z.array(words('A city.')).optional().meta({ description: 'The cities where it was held.' }),
  facts: z.array(words('A sentence.')).min(1).meta({ description: 'What is known, a sentence each.' }),
  source: sourceSchema.meta({ description: 'Where this was read.' }),
});
export type HistoryData = z.infer<typeof historySchema>;
