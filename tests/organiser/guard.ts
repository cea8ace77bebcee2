import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const content = resolve(import.meta.dirname, '../../content');
const site = resolve(content, 'site.yaml');

/** Whether `content/` holds the organiser's programme of 2022: only then the tests of this folder run. */
export const isOrganisersContent =
  existsSync(resolve(content, '2022')) &&
  existsSync(site) &&
  /^calendarDomain: we-gov\.org$/m.test(readFileSync(site, 'utf8'));
