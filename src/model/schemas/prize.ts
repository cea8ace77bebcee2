import { z } from 'zod';
import { limits } from '../limits.ts';
import { title, words } from '../text.ts';

export const prizeKinds = ['award', 'money', 'opportunity'] as const;

/** `prizes/*.yaml`. */
export const prizeSchema = z.strictObject({
  kind: z.enum(prizeKinds).meta({ description: 'award, money or opportunity.' }),
  title: title('The title.'),
  order: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'The place among its kind; without it, after those that have one, by file name.' }),
  rank: z.int().min(1).optional().meta({ description: 'Prize money only: 1 for the first place.' }),
  amount: z
    .strictObject({
      value: z
        .number()
        .positive()
        .max(limits.amount)
        .meta({ description: 'The amount, digits only: 3000000.' }),
      currency: z
        .string()
        .meta({ description: 'The currency as three capital letters (ISO 4217): KRW, EUR.', currency: true }),
    })
    .optional()
    .meta({ description: 'Prize money only.' }),
  givenBy: title('Who gives or signs it.').optional(),
  body: words('More about it, in a sentence or two.').optional(),
});
export type PrizeData = z.infer<typeof prizeSchema>;
