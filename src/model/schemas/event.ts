import { z } from 'zod';
import { dateOrTimeField } from '../date.ts';
import { countryField, idField, nameField, sourcesField, statusFields, urlField } from './fields.ts';
import { title } from '../text.ts';

export const attendanceSchema = z.enum(['online', 'in-person', 'hybrid']);

export const eventKindSchema = z.enum(['deadline']);

export const venueSchema = z.strictObject({
  name: title('The name of the place, or of the service for an online place (Zoom).'),
  room: title('Floor or room.').optional(),
  address: title('Street and number.').optional(),
  city: title('The city.').optional(),
  country: countryField('The country as two capital letters (ISO 3166): KR, DE.').optional(),
  url: urlField("The place's own page.").optional(),
});
export type Venue = z.infer<typeof venueSchema>;

/** `events/*.mdx`: something dated beside the weeks: a kick-off, a workshop, a deadline. */
export const eventSchema = z.strictObject({
  title: title('The title.'),
  kind: eventKindSchema.optional().meta({
    description: 'deadline: something is due at "start", and there is no "end". Leave it out otherwise.',
  }),
  start: dateOrTimeField('The first day, or day and time: 2022-02-23T15:00.'),
  end: dateOrTimeField(
    'The last day, or day and time; the same form as start. Leave it out for one day, or if the end is open.',
  ).optional(),
  timezone: nameField("The time zone of the times, where it is not the programme's.")
    .meta({ timezone: true })
    .optional(),
  time: z
    .literal('unannounced')
    .optional()
    .meta({ description: 'unannounced: the day is known, the time is not. Leave it out otherwise.' }),
  attendance: attendanceSchema
    .optional()
    .meta({ description: 'online, in-person or hybrid (both). Leave it out where nobody attends.' }),
  venues: z.array(venueSchema).default([]).meta({ description: 'The places, online ones too.' }),
  join: urlField('The link by which people join online.').optional(),
  people: z
    .array(
      z.strictObject({
        person: idField('The person: the name of the file in people/.'),
        role: title('What the person does at this event.'),
      }),
    )
    .default([])
    .meta({ description: 'Who speaks or presents.' }),
  source: sourcesField('Where this was read: one source or a list.'),
  ...statusFields,
});
export type EventData = z.infer<typeof eventSchema>;
