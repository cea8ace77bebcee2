import { z } from 'zod';
import { title } from '../text.ts';

/** `phases/*.yaml`. First and last day are those of its weeks. */
export const phaseSchema = z.strictObject({
  number: z.int().min(1).meta({ description: 'The place of the phase: 1, 2, …' }),
  title: title('The title without the number: the site writes "Phase I" before it.'),
  activity: title("What is done in its weeks, as the schedule's column is headed."),
});
export type PhaseData = z.infer<typeof phaseSchema>;
