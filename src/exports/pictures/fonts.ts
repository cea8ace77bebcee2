import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Font } from 'satori';
import subsetFont from 'subset-font';

/** The font weights of signs and of strong text. satori takes hundreds only. */
export const weights = { sign: 700, strong: 600 } as const;
type Weight = keyof typeof weights;

interface Face {
  name: string;
  file: (weight: Weight) => string;
  /** The weights of a variable font (styles/tokens.css). */
  axis?: Record<Weight, number>;
}
const axis = { sign: 750, strong: 600 };

/** The fonts in the order in which satori looks for a character. */
const faces: Face[] = [
  ...['latin', 'latin-ext'].map((part) => ({
    name: `Archivo ${part}`,
    file: () => `@fontsource-variable/archivo/files/archivo-${part}-wght-normal.woff2`,
    axis,
  })),
  { name: 'SUIT', file: () => '@sun-typeface/suit/fonts/variable/woff2/SUIT-Variable.woff2', axis },
  {
    // Pages use the system's Arabic font; pictures have no other fonts than these.
    name: 'Plex Arabic',
    file: (weight) =>
      `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weights[weight]}-normal.woff2`,
  },
];

/** The packages that decide how a picture looks, beside this folder. */
export const packages = [
  'satori',
  '@resvg/resvg-js',
  'sharp',
  'subset-font',
  '@fontsource-variable/archivo',
  '@sun-typeface/suit',
  '@fontsource/ibm-plex-sans-arabic',
];

export const families = faces.map(({ name }) => name).join(', ');

/**
 * Loads static fonts, subset to the characters in use: satori reads neither WOFF2 nor variable fonts.
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
