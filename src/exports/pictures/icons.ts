import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { findIcon } from '../../reader/icon.ts';
import { colours } from './board.ts';

/** The home screen icons: file name and side in pixels. */
export const icons = { 'apple-touch-icon.png': 180, 'icon-192.png': 192, 'icon-512.png': 512 } as const;

/**
 * Draws the home screen icons from `favicon.svg`. Existing icons are kept.
 * @param dir the site's folder
 * @returns the names of the files written; none without a `favicon.svg`
 */
export async function writeIcons(dir: string): Promise<string[]> {
  const source = findIcon(dir);
  if (source === undefined) return [];
  const svg = await readFile(source, 'utf8');
  const missing = Object.entries(icons).filter(([name]) => !existsSync(join(dir, name)));
  for (const [name, side] of missing) {
    const { pixels, width, height } = new Resvg(svg, {
      fitTo: { mode: 'width', value: side },
      font: { loadSystemFonts: false },
    }).render();
    const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
      // Systems crop icons to their own shape, and show transparent corners as black.
      .flatten({ background: colours.board })
      .png({ palette: true, effort: 1 })
      .toBuffer();
    await writeFile(join(dir, name), png);
  }
  return missing.map(([name]) => name);
}
