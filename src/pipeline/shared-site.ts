import type { LoadedSite } from './load.ts';

/** Astro runs bundled copies of the modules that pages import: what it shares with us lies in the global scope. */
const shared = globalThis as typeof globalThis & Record<symbol, LoadedSite | undefined>;
const key = Symbol.for('programme-microsite.site');

/** Hands a loaded site to Astro's configuration, content loader and pages, which run in this process. */
export function shareSite(site: LoadedSite): LoadedSite {
  shared[key] = site;
  return site;
}

/** The site that was shared last; undefined where Astro was started by itself. */
export const sharedSite = (): LoadedSite | undefined => shared[key];

/** @throws if no site was shared: astro.config.mjs does so at the latest */
export function requireSharedSite(): LoadedSite {
  const site = sharedSite();
  if (!site) throw new Error('No site is loaded. Use the configuration in astro.config.mjs.');
  return site;
}
