import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** A file of the typeface, as Astro's font configuration takes it. */
export interface FontSource {
  src: [string];
  weight: string;
  style: 'normal';
  unicodeRange: [string];
}

const common = { weight: '100 900', style: 'normal' } as const;

const hangulFile = '@sun-typeface/suit/fonts/variable/woff2/SUIT-Variable.woff2';
// With the sign of the won.
const hangulRange = 'U+1100-11FF, U+20A9, U+3000-318F, U+A960-D7FF, U+FF00-FFEF';
const isHangul = (code: number) => code === 0x20a9 || (code >= 0x1100 && !(code >= 0x1e00 && code <= 0x2fff));

/**
 * The typefaces: Archivo, and SUIT for Hangul. A browser fetches a file only for a character of its range,
 * so a page without Hangul loads none.
 */
const parts = [
  {
    name: 'latin',
    family: 'latin',
    file: '@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2',
    range: 'U+0-FF, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212',
    includes: (code: number) => code <= 0xff || (code >= 0x2000 && code <= 0x2fff),
  },
  {
    name: 'latin-ext',
    family: 'latin',
    file: '@fontsource-variable/archivo/files/archivo-latin-ext-wght-normal.woff2',
    range: 'U+100-24F, U+1E00-1EFF',
    includes: (code: number) => (code >= 0x100 && code <= 0x24f) || (code >= 0x1e00 && code <= 0x1eff),
  },
  {
    name: 'hangul',
    family: 'hangul',
    file: hangulFile,
    range: hangulRange,
    includes: isHangul,
  },
  {
    // The names of the languages alone: a page in English has no other Hangul, and needs two of a hundred KB.
    name: 'names',
    family: 'names',
    file: hangulFile,
    range: hangulRange,
    includes: isHangul,
  },
] as const;

/** What a page may need whatever its content: letters, accents, dashes, quotation marks, the won, arrows. */
const basics = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...range(0x2010, 0x2026),
  0x20a9,
  ...range(0x2190, 0x2193),
];

/**
 * The font files of a typeface: those of `dir` where `writeFonts` has made them, else the whole typeface.
 * @param root the project's folder
 * @param dir the folder that `writeFonts` wrote to
 */
export function fontSources(
  family: 'latin' | 'hangul' | 'names',
  root: string,
  dir: string | undefined,
): [FontSource, ...FontSource[]] {
  const files = parts.filter((part) => part.family === family);
  const cut = files.filter(({ name }) => dir !== undefined && existsSync(join(dir, `${name}.woff2`)));
  const [first, ...rest] = (cut.length > 0 ? cut : files).map(({ name, file, range: unicodeRange }) => ({
    ...common,
    src: [cut.length > 0 ? join(dir ?? '', `${name}.woff2`) : join(root, 'node_modules', file)] as [string],
    unicodeRange: [unicodeRange] as [string],
  }));
  if (!first) throw new Error(`There is no typeface "${family}".`);
  return [first, ...rest];
}

/**
 * Cuts the typefaces to the characters in use.
 * @param root the project's folder
 * @param dir the folder to write to; it is made
 * @param text all text that can appear on pages
 * @param names the names of the site's languages, each in its own
 * @returns the sizes of the files in bytes, by name
 */
export async function writeFonts(
  root: string,
  dir: string,
  text: string,
  names: string,
): Promise<Record<string, number>> {
  await mkdir(dir, { recursive: true });
  const sizes: Record<string, number> = {};
  for (const { name, family, file, includes } of parts) {
    const used = name === 'names' ? names : basics.join('') + text;
    const characters = [...new Set(used.normalize('NFC'))]
      .filter((character) => includes(character.codePointAt(0) ?? 0))
      .sort()
      .join('');
    // A family needs a file, even if nothing is written with it.
    if (characters === '' && name !== family) continue;
    const font = await readFile(join(root, 'node_modules', file));
    const cut = await subsetFont(font, characters || ' ', { targetFormat: 'woff2' });
    await writeFile(join(dir, `${name}.woff2`), cut);
    sizes[name] = cut.length;
  }
  return sizes;
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
