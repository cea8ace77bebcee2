import { z } from 'zod';
import { dateField } from '../date.ts';
import { nameField, sourcedField, sourcedSchema, sourcesField, urlField } from './fields.ts';
import { title, words } from '../text.ts';

export const stateSchema = z.enum(['upcoming', 'open', 'running', 'ended']);
export type State = z.infer<typeof stateSchema>;

/** `content/<edition>/programme.yaml`: one edition of the programme. */
export const programmeSchema = z.strictObject({
  title: title('The title of this edition, with its year.'),
  theme: words('The theme, as announced.'),
  goal: words('The goal, as announced.'),
  start: dateField('The first day.'),
  end: dateField('The last day.'),
  timezone: nameField('The time zone that all times are in, as region and city: Asia/Seoul.').meta({
    timezone: true,
  }),
  state: stateSchema.meta({
    description:
      'Where the programme stands: upcoming, open (people can apply), running or ended. You set it; no page invites to what is over.',
  }),
  applications: z
    .strictObject({
      opens: dateField('The first day on which people can apply.').optional(),
      closes: dateField('The last day on which people can apply.').optional(),
      url: urlField('The form or page where people apply.').optional(),
    })
    .optional()
    .meta({ description: 'When and where people apply.' }),
  audience: sourcedField('Who can take part.'),
  cost: sourcedField('What it costs.'),
  format: sourcedField('How it is held: online, in person, lectures, workshops.'),
  results: z
    .array(sourcedSchema)
    .optional()
    .meta({ description: 'What came of it, a sentence each, once it is over.' }),
  source: sourcesField(
    'Where the organiser published theme, goal, dates, topics, prizes and partners: one source or a list. Pages that show them cite it.',
  ),
  draft: z
    .boolean()
    .default(false)
    .meta({ description: 'true keeps the whole edition out of the published site.' }),
});
export type ProgrammeData = z.infer<typeof programmeSchema>;
