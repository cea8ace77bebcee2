import { z } from 'zod';
import { words } from '../text.ts';

/** `people/*.yaml`. */
export const personSchema = z.strictObject({
  name: words('The name, as the person writes it.'),
  role: words('The position.'),
  organisation: words('The organisation.'),
});
export type PersonData = z.infer<typeof personSchema>;
