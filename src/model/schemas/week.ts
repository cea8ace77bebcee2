import { z } from 'zod';
import { dateField } from '../date.ts';
import { authorSchema, idField, sourcesField, statusFields, urlField } from './fields.ts';
import { title } from '../text.ts';

/** `weeks/*.mdx`: one file is one page and one calendar event. */
export const weekSchema = z.strictObject({
  phase: idField('The phase: the name of its file, such as phase-1.'),
  number: z.int().min(1).meta({ description: 'The number of the week; it begins anew in each phase.' }),
  start: dateField('The first day.'),
  end: dateField('The last day: the same as start for a single day.'),
  kind: z
    .enum(['week', 'orientation', 'break'])
    .default('week')
    .meta({ description: 'week (the default), orientation, or break when nothing is held.' }),
  topic: idField('The topic: the name of its file. A week has a topic or a title.').optional(),
  title: title('The title of a week that has no topic.').optional(),
  activity: title("What is done, where it differs from the phase's activity.").optional(),
  author: authorSchema.optional().meta({
    description:
      'Who wrote the text below the fields: organiser (it was published with the programme), or editors of this site, marked as such.',
  }),
  resources: z
    .array(
      z.strictObject({
        label: title('What the link leads to.'),
        url: urlField('The address.'),
      }),
    )
    .optional()
    .meta({ description: 'Recordings, slides and readings of this week.' }),
  source: sourcesField("Where its text was read, beside the programme's own source: one source or a list."),
  ...statusFields,
});
export type WeekData = z.infer<typeof weekSchema>;
