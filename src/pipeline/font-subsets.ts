import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { readVersion } from './versions.ts';

/** A file of the typeface, as Astro's font configuration takes it. */
export interface FontSource {
  src: [string];
  weight: string;
  style: 'normal';
  unicodeRange: [string];
}

const hangulFile = '@sun-typeface/suit/fonts/variable/woff2/SUIT-Variable.woff2';
// With the sign of the won.
const hangulRange = 'U+1100-11FF, U+20A9, U+3000-318F, U+A960-D7FF, U+FF00-FFEF';
const isHangul = (code: number) => code === 0x20a9 || (code >= 0x1100 && !(code >= 0x1e00 && code <= 0x2fff));

/** Cutting Latin weights would save 2 KB and shift edges of letters; Hangul is half as large at these. */
const latinWeights = [100, 900] as const;
const hangulWeights = [400, 700] as const;

/**
 * The typefaces: Archivo, and SUIT for Hangul. A browser fetches a file only for a character of its range,
 * so a page without Hangul loads none.
 */
const parts = [
  {
    name: 'latin',
    family: 'latin',
    file: '@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2',
    weights: latinWeights,
    range: 'U+0-FF, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212',
    includes: (code: number) => code <= 0xff || (code >= 0x2000 && code <= 0x2fff),
  },
  {
    name: 'latin-ext',
    family: 'latin',
    file: '@fontsource-variable/archivo/files/archivo-latin-ext-wght-normal.woff2',
    weights: latinWeights,
    range: 'U+100-24F, U+1E00-1EFF',
    includes: (code: number) => (code >= 0x100 && code <= 0x24f) || (code >= 0x1e00 && code <= 0x1eff),
  },
  {
    name: 'hangul',
    family: 'hangul',
    file: hangulFile,
    weights: hangulWeights,
    range: hangulRange,
    includes: isHangul,
  },
  {
    // The names of the languages alone: a page in English has no other Hangul, and needs two of a hundred KB.
    name: 'names',
    family: 'names',
    file: hangulFile,
    weights: hangulWeights,
    range: hangulRange,
    includes: isHangul,
  },
] as const;

/** What a page may need whatever its content: letters, accents, dashes, quotation marks, arrows. */
const basics = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...range(0x2010, 0x2026),
  ...range(0x2190, 0x2193),
];

/**
 * Font files of a family for Astro's configuration: the subsets in `dir`, none if nothing is written with
 * the family, or the whole typeface if there is no `dir`. Paths are relative to the project: Astro puts a hash of them into the family's name, which must
 * be the same on every machine.
 * @param root the project's folder
 * @param dir the folder that `writeFonts` returned
 */
export function fontSources(
  family: 'latin' | 'hangul' | 'names',
  root: string,
  dir: string | undefined,
): FontSource[] {
  return parts
    .filter((part) => part.family === family)
    .filter(({ name }) => dir === undefined || existsSync(join(root, dir, `${name}.woff2`)))
    .map(({ name, file, weights, range: unicodeRange }) => ({
      src: [dir === undefined ? `./node_modules/${file}` : `./${dir}/${name}.woff2`],
      weight: weights.join(' '),
      style: 'normal',
      unicodeRange: [unicodeRange],
    }));
}

/** Subsets by name with their sizes in bytes, and the folder that holds them, relative to the project. */
export interface WrittenFonts {
  dir: string;
  sizes: Record<string, number>;
}

/**
 * Subsets the typefaces to the characters in use. The folder is named after everything that decides its
 * bytes, so that a later build with the same characters takes it as it is.
 * @param root the project's folder
 * @param text all text that can appear on pages
 * @param names the names of the site's languages, each in its own
 */
export async function writeFonts(root: string, text: string, names: string): Promise<WrittenFonts> {
  const wanted = parts.flatMap(({ name, file, weights, includes }) => {
    const used = name === 'names' ? names : basics.join('') + text;
    const characters = [...new Set(used.normalize('NFC'))]
      .filter((character) => includes(character.codePointAt(0) ?? 0))
      .sort()
      .join('');
    return characters === '' ? [] : [{ name, file, weights, characters }];
  });
  const versions = [subsetter, ...new Set(wanted.map(({ file }) => packageOf(file)))].map((name) =>
    readVersion(root, name),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([wanted, versions]))
    .digest('hex')
    .slice(0, 16);
  const dir = `${cache}/${key}`;
  if (!existsSync(join(root, dir))) await writeSubsets(root, dir, wanted);
  const sizes = wanted.map(async ({ name }) => {
    const { size } = await stat(join(root, dir, `${name}.woff2`));
    return [name, size] as const;
  });
  return { dir, sizes: Object.fromEntries(await Promise.all(sizes)) };
}

const cache = 'node_modules/.cache/fonts';
const subsetter = 'subset-font';

/** Writes into a folder of its own first: the cache never holds half a set, also when two builds race. */
async function writeSubsets(
  root: string,
  dir: string,
  wanted: readonly { name: string; file: string; weights: readonly [number, number]; characters: string }[],
): Promise<void> {
  await mkdir(join(root, dirname(dir)), { recursive: true });
  const staging = await mkdtemp(join(root, `${dir}-`));
  try {
    for (const { name, file, weights, characters } of wanted) {
      const font = await readFile(join(root, 'node_modules', file));
      const [min, max] = weights;
      const variationAxes = { wght: { min, max } };
      const subset = await subsetFont(font, characters, { targetFormat: 'woff2', variationAxes });
      await writeFile(join(staging, `${name}.woff2`), subset);
    }
    await rename(staging, join(root, dir)).catch((error: unknown) => {
      if (!existsSync(join(root, dir))) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

const packageOf = (file: string) => file.split('/').slice(0, 2).join('/');

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
