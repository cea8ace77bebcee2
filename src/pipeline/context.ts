import type { LoadedSite, SiteModel } from './load.ts';
import type { Address } from './settings.ts';

/** What the steps of a build share. Folders are absolute. */
export interface BuildContext extends LoadedSite {
  model: SiteModel;
  address: Address;
  /** The folder that the site is built in; it is published when all steps are done. */
  site: string;
  pictures: Pictures;
  /** A folder for what is needed during the build alone. */
  work: string;
}

/** Share pictures that are drawn beside the other steps of a build. */
export interface Pictures {
  /** The pictures of all pages that there may be. */
  files: { name: string; page: string; path: string }[];
  /** The folder that the drawings come to. */
  dir: string;
  /** Fulfilled when all are drawn. */
  drawn: Promise<void>;
  stop(): Promise<unknown>;
}
