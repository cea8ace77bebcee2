import { collections, type CollectionName } from '../../../src/model/registry.ts';

/** What a new file is, for whoever has made it. */
export interface Made {
  collection: CollectionName;
  /** The file, as the check names it. */
  file: string;
  /** The languages that originals are translated into. */
  languages: readonly string[];
}

/** Says what to do with a new file, a line each. */
export function listNext({ collection, file, languages }: Made): string[] {
  const isPage = collections[collection].ending === 'mdx';
  const translations = languages.map((language) => file.replace(/\.\w+$/, `.${language}$&`));
  return [
    `Open it and fill in what else is known: each field says what it is for.${isPage ? ' The text for visitors goes below the second line ---.' : ''}`,
    ...(extra[collection] ?? []),
    ...(translations.length > 0
      ? [`Its words in other languages go beside it: ${translations.join(', ')}.`]
      : []),
    'npm run check says whether all is well.',
    ...(collection === 'weeks' || collection === 'events'
      ? ['npm run calendar writes down what subscribers will be told.']
      : []),
  ];
}

/** What only one kind of file needs. */
const extra: Partial<Record<CollectionName, string[]>> = {
  partners: ['A logo goes into public/partners/; then name it in "logo".'],
  people: ['Events name their people: see "people" in the file of an event.'],
  topics: ['Weeks name their topic: see "topic" in the file of a week.'],
};
