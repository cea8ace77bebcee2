import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPaths } from '../model/address.ts';
import { listCards, pictureAddressOf } from '../exports/pictures/card.ts';
import { createTranslator } from '../i18n/translator.ts';
import { count } from './content.ts';
import { root } from './environment.ts';
import type { BuildContext } from './context.ts';

/** Draws the share pictures, one for each page that was built, and the icons. */
export async function drawPictures({ model, site: dir }: BuildContext): Promise<string> {
  // Loaded late, as Astro is, so that errors in the content show a second sooner.
  const { writePictures } = await import('../exports/pictures/paint.ts');
  const { writeIcons } = await import('../exports/pictures/icons.ts');
  const { published } = model;
  const toPath = createPaths({ base: '/', defaultLocale: published[0]?.locale ?? 'en' });
  const files = published.flatMap((site) => {
    const { locale } = site;
    return (
      listCards(site, createTranslator(locale))
        // Pages without a picture of their own, such as an error's, show that of the home page.
        .filter(
          ({ address }) => address === '/' || existsSync(join(dir, toPath(address, locale), 'index.html')),
        )
        .map((card) => ({ path: toPath(pictureAddressOf(card.address), locale).slice(1), card }))
    );
  });
  const { drawn, bytes } = await writePictures(root, dir, files);
  const average = files.length === 0 ? 0 : Math.ceil(bytes / files.length / 1024);
  const icons = await writeIcons(dir);
  return [
    `${count(files, 'picture')} (${drawn} drawn, ${average} KB each)`,
    ...(icons.length > 0 ? [count(icons, 'icon')] : []),
  ].join(', ');
}
