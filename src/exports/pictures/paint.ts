import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { directionOf } from '../../model/text.ts';
import type { Card } from './card.ts';
import { loadFaces } from './fonts.ts';
import { drawBoard, planTracks, size } from './board.ts';
import { layoutText } from './text.ts';

/** A card to draw, and the name of its file. */
export interface PictureFile {
  name: string;
  card: Card;
}

/**
 * Draws share pictures as PNG files of 1200 × 630 pixels. A file appears whole or not at all.
 * @param root the project's folder
 * @param dir an existing folder for the files
 */
export async function writePictures(root: string, dir: string, files: readonly PictureFile[]): Promise<void> {
  const paint = await createPainter(
    root,
    files.map(({ card }) => card),
  );
  const queue = files.values();
  // satori runs in this thread and sharp in others: a few pictures at a time keep both busy.
  const work = async () => {
    for (const { name, card } of queue) {
      const staging = join(dir, `${name}.${process.pid}`);
      await writeFile(staging, await paint(card));
      await rename(staging, join(dir, name));
    }
  };
  await Promise.all(Array.from({ length: 3 }, work));
}

/**
 * Creates the function that draws a card as a PNG.
 * @param root the project's folder
 * @param cards all cards that will be drawn: fonts are subset to their characters
 */
export async function createPainter(
  root: string,
  cards: readonly Card[],
): Promise<(card: Card) => Promise<Buffer>> {
  const fonts = await loadFaces(root, `0123456789…\uFEFF${JSON.stringify(cards)}`);
  return async (card) => {
    const direction = directionOf(card.locale);
    const plan = planTracks(card.tracks, direction === 'rtl');
    let words = await layoutText(card, plan, fonts, direction);
    if (words.missing.size > 0) {
      words = await layoutText(dropUnsupported(card, words.missing), plan, fonts, direction);
    }
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${drawBoard(plan, direction === 'rtl')}${words.svg}</svg>`;
    const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    // A palette is enough for so few colours, and takes a third of the bytes.
    return sharp(pixels, { raw: { ...size, channels: 4 } })
      .png({ palette: true, colours: 128, dither: 0, effort: 1 })
      .toBuffer();
  };
}

/**
 * Drops what no font can show: whole texts with unsupported letters, since the rest could mislead, and single
 * symbols of other texts.
 */
function dropUnsupported(card: Card, missing: ReadonlySet<string>): Card {
  const clean = (text: string | undefined) => {
    const unsupported = Array.from(text ?? '').filter((character) => missing.has(character));
    if (unsupported.some((character) => /\p{L}/u.test(character))) return undefined;
    return text?.replaceAll(/./gu, (character) => (missing.has(character) ? '' : character));
  };
  const { label, theme, dates, status } = card;
  return {
    ...card,
    brand: clean(card.brand) ?? '',
    label: clean(label),
    title: clean(card.title) ?? '',
    theme: clean(theme),
    dates: clean(dates),
    status: clean(status),
  };
}
