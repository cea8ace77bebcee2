import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toParts } from '../reader/parts.ts';
import { createPaths } from '../model/address.ts';
import { assembleSite } from '../model/assemble.ts';
import { listCards, pictureAddressOf } from '../exports/pictures/card.ts';
import { createTranslator } from '../i18n/translator.ts';
import { count } from './content.ts';
import { root } from './environment.ts';
import type { BuildContext } from './steps.ts';

/** Draws the pictures that stand where pages are shared, one for each page that was made, and the icons. */
export async function drawPictures({ settings, content, site: dir }: BuildContext): Promise<string> {
  // Loaded only now, as all of Astro is: content that is wrong is told of a second sooner.
  const { writePictures } = await import('../exports/pictures/paint.ts');
  const { writeIcons } = await import('../exports/pictures/icons.ts');
  const parts = toParts(content.library);
  const languages = content.library.originals.site[0]?.data.languages ?? [];
  const toPath = createPaths({ base: '/', defaultLocale: languages[0] ?? 'en' });
  const files = languages.flatMap((locale) => {
    const site = assembleSite(parts, { locale, drafts: !settings.publish });
    return (
      listCards(site, createTranslator(locale))
        // That of home is shown for every page without its own, such as an error's.
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
