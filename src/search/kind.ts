/** What can be found, in the order of the filter. Browsers load this file: it imports nothing. */
export const searchKinds = ['week', 'topic', 'event', 'partner', 'prize', 'page'] as const;
export type SearchKind = (typeof searchKinds)[number];

/**
 * How much a match in each part of a record counts, 1 being a match in its text. A title is what people
 * remember; the inside of a Korean word is a last resort.
 */
export const searchWeights = { title: 5, label: 3, dates: 1, words: 1, insideTitle: 2, inside: 0.2, tags: 0 };
