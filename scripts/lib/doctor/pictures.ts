import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import { isPicture, type Picture } from './advice-picture.ts';

/** Looks at every picture of a folder and the folders in it. */
export async function measurePictures(dir: string): Promise<Picture[]> {
  const items = existsSync(dir) ? readdirSync(dir, { recursive: true, withFileTypes: true }) : [];
  const files = items.filter((item) => item.isFile() && isPicture(item.name));
  return Promise.all(
    files.map(async ({ parentPath, name }): Promise<Picture> => {
      const file = join(parentPath, name);
      const found = { path: relative(dir, file).replaceAll('\\', '/'), bytes: statSync(file).size };
      try {
        const { format, width, height } = await sharp(file).metadata();
        return { ...found, isSound: true, pixels: format === 'svg' ? undefined : { width, height } };
      } catch {
        return { ...found, isSound: false, pixels: undefined };
      }
    }),
  );
}
