import { z } from 'zod';
import { authorSchema } from './fields.ts';
import { title, words } from '../text.ts';

/** `topics/*.mdx`: a subject of the curriculum. Weeks point to topics, never the other way. */
export const topicSchema = z.strictObject({
  title: title('The title.'),
  sdgs: z
    .array(z.int().min(1).max(17))
    .default([])
    .meta({ description: 'Numbers of the Sustainable Development Goals that it is about, 1 to 17.' }),
  summary: words('One or two sentences: they stand on cards and in search results.'),
  author: authorSchema.default('editors').meta({
    description:
      'Who wrote summary and text: organiser (it was published with the programme), or editors (the default): background that the editors of this site wrote, marked as such.',
  }),
});
export type TopicData = z.infer<typeof topicSchema>;
