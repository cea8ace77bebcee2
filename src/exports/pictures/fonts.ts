import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Font } from 'satori';
import subsetFont from 'subset-font';

/** The weights of the site's signs and of its strong text: their names for satori, which wants hundreds. */
export const weights = { sign: 700, strong: 600 } as const;
type Weight = keyof typeof weights;

interface Face {
  name: string;
  file: (weight: Weight) => string;
  /** Where one file has all weights: those of the site (styles/tokens.css). */
  axis?: Record<Weight, number>;
}
const axis = { sign: 750, strong: 600 };

/** The typefaces, each under its own name: satori looks for a character in one after the other. */
const faces: Face[] = [
  ...['latin', 'latin-ext'].map((part) => ({
    name: `Archivo ${part}`,
    file: () => `@fontsource-variable/archivo/files/archivo-${part}-wght-normal.woff2`,
    axis,
  })),
  { name: 'SUIT', file: () => '@sun-typeface/suit/fonts/variable/woff2/SUIT-Variable.woff2', axis },
  {
    // On pages, systems bring a typeface for Arabic. A picture has none but these.
    name: 'Plex Arabic',
    file: (weight) =>
      `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weights[weight]}-normal.woff2`,
  },
];

export const families = faces.map(({ name }) => name).join(', ');

/**
 * The typefaces at the weights of a picture, cut to the characters in use: satori reads no WOFF2 and no
 * variable font.
 * @param root the project's folder
 * @param text all text of the pictures
 */
export async function loadFaces(root: string, text: string): Promise<Font[]> {
  const characters = [...new Set(text)].sort().join('');
  const load = async ({ name, file, axis: variationAxes }: Face, weight: Weight): Promise<Font> => {
    const font = await readFile(join(root, 'node_modules', file(weight)));
    const data = await subsetFont(font, characters, {
      targetFormat: 'sfnt',
      ...(variationAxes ? { variationAxes: { wght: variationAxes[weight] } } : {}),
    });
    return { name, data, weight: weights[weight], style: 'normal' };
  };
  return Promise.all(faces.flatMap((face) => [load(face, 'sign'), load(face, 'strong')]));
}
