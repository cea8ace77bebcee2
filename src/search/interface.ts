/** A value of a filter, and its name. */
export interface Choice {
  value: string;
  label: string;
}

/** A phase, by its number. */
export interface PhaseChoice extends Choice {
  /** Its name as people may type it, "Phase 2", where it is not the same. */
  typed?: string;
}

/** Words with a number in them, "# results", for each plural form that the language has. */
export type CountWords = Partial<Record<Intl.LDMLPluralRule, string>>;

/** Another language of the site. */
export interface OtherLanguage {
  locale: string;
  /** The folder of its index. */
  index: string;
  /** Its search page. */
  page: string;
  /** "3 results in Korean", in the language of the page. */
  results: CountWords;
}

/** What the search needs to show itself in one language: fetched when it is opened. Paths have the base. */
export interface SearchInterface {
  /** The search page. */
  page: string;
  words: Record<SearchWord, string>;
  results: CountWords;
  /** The kinds that there are, "all" not among them. */
  kinds: Choice[];
  phases: PhaseChoice[];
  editions: Choice[];
  others: OtherLanguage[];
}

/** The words of the interface, in the catalogues under `search.`. Those in braces are put in by the browser. */
export const searchWordKeys = [
  'all',
  'allEditions',
  'allKinds',
  'allPhases',
  'close',
  'edition',
  'failed',
  'field',
  'filters',
  'hint',
  'index',
  'keys',
  'kind',
  'loading',
  'more',
  'none',
  'noneFiltered',
  'phase',
  'placeholder',
  'retry',
  'slash',
  'slow',
  'suggestion',
  'title',
  'unfilter',
] as const;
export type SearchWord = (typeof searchWordKeys)[number] | 'cancelled' | 'postponed';
