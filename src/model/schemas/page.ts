import { z } from 'zod';
import { words } from '../text.ts';

/** `pages/*.mdx`: about, take-part, questions. */
export const pageSchema = z.strictObject({
  title: words('The title.'),
  summary: words('One or two sentences for search engines and shared links.'),
});

/** The pages that every edition has: their addresses and places in the menu are fixed. */
export const pageIds = ['about', 'take-part', 'questions'] as const;
