import type { LoadedSite, SiteModel } from './load.ts';
import type { Address } from './settings.ts';

/** What the steps of a build share. Folders are absolute. */
export interface BuildContext extends LoadedSite {
  model: SiteModel;
  address: Address;
  /** The folder that the site is built in; it is published when all steps are done. */
  site: string;
  /** A folder for what is needed during the build alone. */
  work: string;
}
