import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { icons, writeIcons } from '../../../src/exports/pictures/icons.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'icons-'));
});
afterEach(() => rmSync(dir, { recursive: true }));
const copyFavicon = () =>
  cpSync(join(import.meta.dirname, '../../../public/favicon.svg'), join(dir, 'favicon.svg'));

it('draws the icons of home screens from favicon.svg, square and without transparency', async () => {
  copyFavicon();
  expect(await writeIcons(dir)).toEqual(Object.keys(icons));
  for (const [name, side] of Object.entries(icons)) {
    const image = sharp(join(dir, name));
    expect(await image.metadata()).toMatchObject({ format: 'png', width: side, height: side });
    expect((await image.stats()).isOpaque).toBe(true);
  }
});

it('leaves an icon that is there already', async () => {
  copyFavicon();
  writeFileSync(join(dir, 'apple-touch-icon.png'), 'mine');
  expect(await writeIcons(dir)).toEqual(['icon-192.png', 'icon-512.png']);
  expect(readFileSync(join(dir, 'apple-touch-icon.png'), 'utf8')).toBe('mine');
});

it('draws none without a favicon.svg', async () => {
  expect(await writeIcons(dir)).toEqual([]);
});
