/** Kinds of records, in the order of the filter. Browsers load this module: it imports nothing. */
export const searchKinds = ['week', 'topic', 'event', 'partner', 'prize', 'page'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** The weight of a match in each part of a record, relative to its text. */
export const searchWeights = { title: 5, label: 3, dates: 1, words: 1, insideTitle: 2, inside: 0.2, tags: 0 };
