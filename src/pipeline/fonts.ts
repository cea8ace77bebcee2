import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFonts } from './font-subsets.ts';
import { formatAmount } from '../format/amounts.ts';
import { listDateWords } from '../format/dates.ts';
import { createTranslator } from '../i18n/translator.ts';
import { root } from './environment.ts';
import type { BuildContext } from './context.ts';

/** Cuts the typeface to what the content and the interface are written with. */
export async function makeFonts({ content }: BuildContext): Promise<string> {
  const { originals } = content.library;
  const { languages = [] } = originals.site[0]?.data ?? {};
  const words = await Promise.all(
    languages.map((language) => readFile(join(root, `src/i18n/${language}.json`), 'utf8')),
  );
  const zones = [...originals.programmes, ...originals.events].flatMap(({ data }) => data.timezone ?? []);
  const countries = [
    ...originals.partners.map(({ data }) => data.country),
    ...originals.events.flatMap(({ data }) => data.venues.map(({ country }) => country)),
  ].filter((code) => code !== undefined);
  const nameOf = (type: 'language' | 'region', language: string, code: string) =>
    new Intl.DisplayNames(language, { type }).of(code) ?? '';
  const dates = languages.map((language) => listDateWords(createTranslator(language)('locale'), zones));
  const names = languages.map((language) => nameOf('language', language, language));
  const places = languages.flatMap((language) => countries.map((code) => nameOf('region', language, code)));
  const signs = languages.flatMap((language) =>
    originals.prizes.flatMap(({ data: { amount } }) =>
      amount ? [formatAmount(amount, createTranslator(language))] : [],
    ),
  );
  const library = JSON.stringify(content.library);
  const text = [library, ...words, ...dates, ...names, ...places, ...signs].join('');
  const { dir, sizes } = await writeFonts(root, text, names.join(''));
  // Astro's configuration reads it.
  process.env['FONTS_DIR'] = dir;
  return Object.entries(sizes)
    .map(([name, bytes]) => `${name} ${Math.ceil(bytes / 1024)} KB`)
    .join(', ');
}
