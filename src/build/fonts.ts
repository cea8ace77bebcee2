import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** A file of the typeface, as Astro's font configuration takes it. */
export interface FontSource {
  src: [string];
  weight: string;
  style: 'normal';
  unicodeRange?: [string];
}

const typeface = 'node_modules/@sun-typeface/suit/fonts/variable';
const common = { weight: '100 900', style: 'normal' } as const;

/**
 * Two files, so that a page without Hangul does not load any: a browser fetches a file only for a character
 * of its range.
 */
const parts = [
  { name: 'latin', range: 'U+0-10FF, U+1E00-20FF, U+2100-2BFF' },
  { name: 'hangul', range: 'U+1100-11FF, U+2E80-D7FF, U+F900-FFFF' },
] as const;

/** What every Latin page may need, whatever its content: letters, accents, dashes, quotation marks, arrows. */
const latinBasics = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0x17f),
  ...range(0x2010, 0x2026),
  ...range(0x2190, 0x2193),
].join('');

/**
 * The font files that pages use: those of `dir` where `writeFonts` has made them, else the whole typeface.
 * @param root the project's folder
 * @param dir the folder that `writeFonts` wrote to
 */
export function fontSources(root: string, dir: string | undefined): [FontSource, ...FontSource[]] {
  const [latin, hangul] = parts.map(({ name, range: unicodeRange }): FontSource[] => {
    const file = join(dir ?? '', `${name}.woff2`);
    return dir !== undefined && existsSync(file)
      ? [{ ...common, src: [file], unicodeRange: [unicodeRange] }]
      : [];
  });
  const whole: FontSource = { ...common, src: [join(root, typeface, 'woff2/SUIT-Variable.woff2')] };
  const [first = whole, ...rest] = [...(latin ?? []), ...(hangul ?? [])];
  return [first, ...rest];
}

/**
 * Cuts the typeface to the characters in use.
 * @param root the project's folder
 * @param dir the folder to write to; it is made
 * @param text all text that can appear on pages
 * @returns the sizes of the files in bytes, by name
 */
export async function writeFonts(root: string, dir: string, text: string): Promise<Record<string, number>> {
  await mkdir(dir, { recursive: true });
  const font = await readFile(join(root, typeface, 'ttf/SUIT-Variable.ttf'));
  const used = [...new Set(text.normalize('NFC'))].sort();
  const isHangul = (character: string) => (character.codePointAt(0) ?? 0) >= 0x1100 && !isLatin(character);
  const sets = {
    latin: [...new Set([...latinBasics, ...used.filter(isLatin)])].sort().join(''),
    hangul: used.filter(isHangul).join(''),
  };
  const sizes: Record<string, number> = {};
  for (const [name, characters] of Object.entries(sets)) {
    if (characters === '') continue;
    const file = await subsetFont(font, characters, { targetFormat: 'woff2' });
    await writeFile(join(dir, `${name}.woff2`), file);
    sizes[name] = file.length;
  }
  return sizes;
}

function isLatin(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x10ff) || (code >= 0x1e00 && code <= 0x2bff);
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
