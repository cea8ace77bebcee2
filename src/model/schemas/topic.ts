import { z } from 'zod';
import { words } from '../text.ts';

/** `topics/*.mdx`: a subject of the curriculum. Weeks point to topics, never the other way. */
export const topicSchema = z.strictObject({
  title: words('The title.'),
  sdgs: z
    .array(z.int().min(1).max(17))
    .default([])
    .meta({ description: 'Numbers of the Sustainable Development Goals that it is about, 1 to 17.' }),
  summary: words('One or two sentences: they stand on cards and in search results.'),
});
export type TopicData = z.infer<typeof topicSchema>;
