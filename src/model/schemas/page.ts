import { z } from 'zod';
import { dateField } from '../date.ts';
import { sourcesField } from './fields.ts';
import { title, words } from '../text.ts';

/** `pages/*.mdx`: about, take-part, questions. */
export const pageSchema = z.strictObject({
  title: title('The title.'),
  summary: words('One or two sentences for search engines and shared links.'),
  source: sourcesField('Where this was read: one source or a list. They are listed at the end of the page.'),
  updated: dateField('The day of the last change: the page shows it.').optional(),
});

/** The pages that every edition has: their addresses and places in the menu are fixed. */
export const pageIds = ['about', 'take-part', 'questions'] as const;
