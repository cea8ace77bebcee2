import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteSchema, type SiteData } from '../model/schemas/site.ts';
import { stampLanguage } from '../model/text.ts';
import { parseYaml } from './yaml.ts';

/**
 * Reads site.yaml alone: what is needed before the collections are there.
 * @param dir the content folder
 * @throws if the file is missing or does not fit its schema, which the check rules out
 */
export function readSite(dir: string): SiteData {
  const { data } = parseYaml(readFileSync(join(dir, 'site.yaml'), 'utf8'), 'site.yaml');
  const site = siteSchema.parse(data);
  return stampLanguage(site, site.languages[0] ?? 'en');
}
