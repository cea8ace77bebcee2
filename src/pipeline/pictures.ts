import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createPaths } from '../model/address.ts';
import { listCards, pictureAddressOf, type Card } from '../exports/pictures/card.ts';
import { packages } from '../exports/pictures/fonts.ts';
import type { PictureJob } from '../exports/pictures/worker.ts';
import { createTranslator } from '../i18n/translator.ts';
import { count } from './content.ts';
import { root } from './environment.ts';
import type { BuildContext, Pictures } from './context.ts';
import type { SiteModel } from './load.ts';
import { readVersion } from './versions.ts';

const sources = join(root, 'src/exports/pictures');

/**
 * Begins to draw the share pictures in a thread of their own: drawing takes longer than building the pages.
 * @param dir the folder of the drawings: those that lie there already are taken as they are
 */
export function startPictures({ published }: SiteModel, dir: string): Pictures {
  const toPath = createPaths({ base: '/', defaultLocale: published[0]?.locale ?? 'en' });
  const nameOf = createNames();
  const cards = new Map<string, Card>();
  const files = published.flatMap((site) =>
    listCards(site, createTranslator(site.locale)).map((card) => {
      const name = nameOf(card);
      cards.set(name, card);
      const page = join(toPath(card.address, site.locale), 'index.html');
      return { name, page, path: toPath(pictureAddressOf(card.address), site.locale) };
    }),
  );
  mkdirSync(dir, { recursive: true });
  const missing = [...cards].filter(([name]) => !existsSync(join(dir, name)));
  const pictures = { files, dir };
  if (missing.length === 0) return { ...pictures, drawn: Promise.resolve(), stop: () => Promise.resolve() };
  const job: PictureJob = { root, dir, files: missing.map(([name, card]) => ({ name, card })) };
  const worker = new Worker(new URL('../exports/pictures/worker.ts', import.meta.url), { workerData: job });
  const drawn = new Promise<void>((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', () => done());
  });
  // An error is thrown where the drawings are awaited; until then it must not end the process.
  drawn.catch(() => undefined);
  return { ...pictures, drawn, stop: () => worker.terminate() };
}

/** Names drawings after all that decides their bytes. */
function createNames(): (card: Card) => string {
  const base = createHash('sha256');
  for (const name of packages) base.update(readVersion(root, name));
  for (const file of readdirSync(sources).sort()) base.update(readFileSync(join(sources, file)));
  return (card) => {
    const hash = base.copy().update(JSON.stringify({ ...card, address: '' }));
    return `${hash.digest('hex').slice(0, 32)}.png`;
  };
}

/** Puts the share pictures beside their pages once they are drawn, and draws the icons. */
export async function placePictures({ pictures, site }: BuildContext): Promise<string> {
  await pictures.drawn;
  // Pages without a picture of their own, such as an error's, show that of the home page.
  const files = pictures.files.filter(({ page }) => page === '/index.html' || existsSync(join(site, page)));
  let bytes = 0;
  for (const { name, path } of files) {
    const target = join(site, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(pictures.dir, name), target);
    bytes += (await stat(target)).size;
  }
  const { writeIcons } = await import('../exports/pictures/icons.ts');
  const icons = await writeIcons(site);
  const average = files.length === 0 ? 0 : Math.ceil(bytes / files.length / 1024);
  return [
    `${count(files, 'picture')} (${average} KB each)`,
    ...(icons.length > 0 ? [count(icons, 'icon')] : []),
  ].join(', ');
}
