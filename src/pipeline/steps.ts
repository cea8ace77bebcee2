import type { ReadContent } from '../reader/read.ts';
import type { Settings } from './settings.ts';
import { checkContent } from './content.ts';
import { checkCalendars, writeFeeds } from './feeds.ts';
import { makeFonts } from './fonts.ts';
import { buildPages } from './pages.ts';
import { drawPictures } from './pictures.ts';
import { indexSearch } from './search.ts';

/** What the steps of a build share. Folders are absolute. */
export interface BuildContext {
  settings: Settings;
  content: ReadContent;
  /** The folder that the site is made in; it is published when all steps are done. */
  site: string;
  /** A folder for what is needed during the build alone. */
  work: string;
}

/** A step of a build: one line of its report. */
export interface BuildStep {
  name: string;
  /**
   * Does the step.
   * @returns its counts in words, such as "15 weeks, 3 events"
   * @throws if the site must not be published
   */
  run: (context: BuildContext) => Promise<string>;
}

/** A build, step by step. */
export const steps: BuildStep[] = [
  { name: 'Content', run: checkContent },
  { name: 'Calendar', run: checkCalendars },
  { name: 'Fonts', run: makeFonts },
  { name: 'Pages', run: buildPages },
  { name: 'Pictures', run: drawPictures },
  { name: 'Feeds', run: writeFeeds },
  { name: 'Search', run: indexSearch },
];
