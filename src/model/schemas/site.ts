import { z } from 'zod';
import { dateField } from '../date.ts';
import { sourceSchema, urlField } from './fields.ts';
import { title, words } from '../text.ts';

/** Who answers for the site: the organiser itself or somebody on its behalf, or somebody independent of it. */
const publisherSchema = z.strictObject({
  name: title('The name of the person or organisation.'),
  relation: z.enum(['on-behalf', 'independent']).meta({
    description:
      'on-behalf: the organiser itself, or somebody on its behalf. independent: the organiser has no part in it.',
  }),
  address: words('The postal address.').optional(),
  url: urlField('A page about the publisher. Give this or the postal address.').optional(),
  email: z.email().meta({
    description: 'Where visitors report errors: an address that somebody reads.',
    form: 'email',
  }),
});

const licenseSchema = z.strictObject({
  name: title('Its name, such as CC BY 4.0.'),
  url: urlField('The address of its text.'),
});

/** The parts of an accessibility statement that only people can know. */
const accessibilitySchema = z.strictObject({
  status: z.enum(['full', 'partial', 'none']).meta({
    description: 'Whether the site conforms to the guidelines: full, partial or none.',
  }),
  date: dateField('The day of the last assessment.'),
  method: words('How it was assessed, and by whom.'),
  faults: z
    .array(words('A known fault, and what helps until it is mended.'))
    .default([])
    .meta({ description: 'Known faults, a sentence each.' }),
});

/** `content/site.yaml`: what holds for all editions. */
export const siteSchema = z.strictObject({
  name: title('The name of the site, the same every year.'),
  organiser: z
    .strictObject({
      name: title('The name by which the organiser is known.'),
      fullName: title('The full name, where the name is short for something.').optional(),
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
  publisher: publisherSchema.optional().meta({
    description: 'Who publishes this site and answers for it. A site without one is an unofficial preview.',
  }),
  license: licenseSchema.optional().meta({
    description:
      'The licence of the texts and data of this site. It does not cover quotations, names, logos and images of others.',
  }),
  host: z
    .strictObject({
      name: title('The name of the host.'),
      url: urlField('Its privacy policy.').optional(),
    })
    .optional()
    .meta({ description: 'Who runs the server, and keeps its logs: the page on privacy names it.' }),
  accessibility: accessibilitySchema.optional().meta({ description: 'For the accessibility statement.' }),
  reviewed: dateField('The day on which somebody last compared all pages with their sources.').optional(),
  repository: urlField(
    'Where these files are kept, such as https://github.com/owner/name: gives each page a link "edit this page".',
  ).optional(),
  verificationFiles: z
    .array(
      z
        .string()
        .regex(/^[\w.-]+(?:\/[\w.-]+)*\.(?:html?|xml)$/)
        .meta({
          description: 'A path inside public/, such as google0123456789abcdef.html.',
          form: 'verification',
        }),
    )
    .optional()
    .meta({
      description:
        'HTML or XML files in public/ with which services check that the site is yours; no other such file is published.',
    }),
});
export type SiteData = z.infer<typeof siteSchema>;

/** `content/history/*.yaml`: what is known of an edition that has no content folder. */
export const historySchema = z.strictObject({
  year: z.int().min(1900).max(2999).meta({ description: 'The year of the edition.' }),
  name: title('The name of the edition.'),
  places: z.array(title('A city.')).optional().meta({ description: 'The cities where it was held.' }),
  facts: z.array(words('A sentence.')).min(1).meta({ description: 'What is known, a sentence each.' }),
  source: sourceSchema.meta({ description: 'Where this was read.' }),
});
export type HistoryData = z.infer<typeof historySchema>;
