import { z } from 'zod';
import { countryField, nameField, sourceSchema, urlField } from './fields.ts';
import { title, words } from '../text.ts';

export const partnerLists = ['domestic', 'international'] as const;

/** A picture in `public/`, with the words for those who cannot see it. */
export const imageSchema = z.strictObject({
  file: nameField('The path of the picture inside public/, such as partners/university.svg.'),
  alt: words('What the picture shows, for people who cannot see it.'),
});

/** `partners/*.yaml`. */
export const partnerSchema = z.strictObject({
  name: title('The name, as the organiser writes it.'),
  list: z.enum(partnerLists).meta({ description: "The organiser's list: domestic or international." }),
  kind: z.enum(['school', 'institution']).meta({ description: 'school or institution.' }),
  order: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'The place in its list; without it, after those that have one, by file name.' }),
  country: countryField('The country as two capital letters (ISO 3166): KR, CH.').optional(),
  city: title('The city.').optional(),
  url: urlField('The home page.').optional(),
  logo: imageSchema.optional().meta({ description: 'The logo.' }),
  source: sourceSchema.optional().meta({
    description: "Where city and country were read: pages cite it beside them. The name is the organiser's.",
  }),
});
export type PartnerData = z.infer<typeof partnerSchema>;
