import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFonts } from '../../src/build/fonts.ts';
import { root } from './environment.ts';
import type { BuildContext } from './steps.ts';

/** Cuts the typeface to what the content and the interface are written with. */
export async function makeFonts({ content, work }: BuildContext): Promise<string> {
  const folder = join(root, 'src/i18n');
  const catalogues = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const words = await Promise.all(catalogues.map((name) => readFile(join(folder, name), 'utf8')));
  const dir = join(work, 'fonts');
  const { languages = [] } = content.library.originals.site[0]?.data ?? {};
  const names = languages.map((language) =>
    new Intl.DisplayNames(language, { type: 'language' }).of(language),
  );
  const sizes = await writeFonts(root, dir, JSON.stringify(content.library) + words.join(''), names.join(''));
  // Astro's configuration reads it.
  process.env['FONTS_DIR'] = dir;
  return Object.entries(sizes)
    .map(([name, bytes]) => `${name} ${Math.ceil(bytes / 1024)} KB`)
    .join(', ');
}
