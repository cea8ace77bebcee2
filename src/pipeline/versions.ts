import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the installed version of a package, for the keys of caches.
 * @param root the project's folder
 * @returns such as "satori@0.63.2"
 */
export function readVersion(root: string, name: string): string {
  const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  return `${name}@${(JSON.parse(text) as { version: string }).version}`;
}
