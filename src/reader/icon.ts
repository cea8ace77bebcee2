import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The site's icon. The icons of home screens are drawn from it: without it there are none. */
const icon = 'favicon.svg';

/**
 * Finds the icon that all others are drawn from.
 * @param dir the folder of public files, or the built site that they were copied into
 * @returns its path; undefined where the site has none, and so none that pages may name
 */
export function findIcon(dir: string): string | undefined {
  const path = join(dir, icon);
  return existsSync(path) ? path : undefined;
}
