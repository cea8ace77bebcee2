import { z } from 'zod';
import { title } from '../text.ts';

/** `people/*.yaml`. */
export const personSchema = z.strictObject({
  name: title('The name, as the person writes it.'),
  role: title('The position.'),
  organisation: title('The organisation.'),
});
export type PersonData = z.infer<typeof personSchema>;
