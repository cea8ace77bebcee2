import { toParts } from '../src/reader/parts.ts';
import { assembleSite } from '../src/model/assemble.ts';
import { currentProgramme, type Programme, type Site } from '../src/model/site.ts';
import { createTranslator } from '../src/i18n/translator.ts';
import type { Translate } from '../src/model/translate.ts';
import { readSample, type Change } from './sample.ts';

/** The sample's programme after changes, in one of its languages. */
export function readProgramme(
  changes: Readonly<Record<string, Change>> = {},
  locale = 'en',
): { site: Site; programme: Programme; t: Translate } {
  const site = assembleSite(toParts(readSample(changes).library), { locale, drafts: false });
  const programme = currentProgramme(site);
  if (!programme) throw new Error('The sample has a current programme.');
  return { site, programme, t: createTranslator(locale) };
}

/** Addresses in full, as a site's `urlTo` gives them. */
export const urlTo = (address: string) => `https://small.example.org${address}`;
