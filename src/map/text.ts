/**
 * Widths of characters in thousandths of the font size, to estimate the width of text without a browser: the
 * widest of the site's typefaces and of Arial, their fallback, all in bold. So real text never leaves its box.
 */
const classes: [RegExp, number][] = [
  [/\p{M}/u, 0],
  [/[ ijl]/, 290],
  [/[.,:;'’|!I·]/, 340],
  [/[rt/()[\]-]/, 400],
  [/[f"]/, 470],
  [/[sz–]/, 560],
  [/[acekvxy]/, 597],
  [/[a-ln-vx-z\dJ]/, 620],
  [/[EFLPSTZ]/, 685],
  [/[A-DHKNRUVXY&]/, 765],
  [/[GOQw]/, 810],
  [/[Mm]/, 890],
  [/[W%@]/, 1010],
  [/[\u2190-\u2193]/, 1000],
  [/\p{Script=Hangul}/u, 920],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u, 1020],
  [/\p{Ll}/u, 720],
  [/\p{L}/u, 900],
];
const defaultWidth = 1100;
const widths = new Map<string, number>();

/** Estimates the width of a line of text, in the unit of the font size; rather too wide than too narrow. */
export function measureText(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return (sum * size) / 1000;
}

function widthOf(character: string): number {
  let width = widths.get(character);
  if (width === undefined) {
    width = classes.find(([set]) => set.test(character))?.[1] ?? defaultWidth;
    widths.set(character, width);
  }
  return width;
}

/**
 * Wraps text into lines of about the same length, no wider than `width`: at spaces, and inside a word only where
 * the word alone is too wide. No line begins with a dash.
 */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines = fill(text, size, width);
  if (lines.length === 1) return lines;
  let balanced = lines;
  for (let narrower = width - 4; narrower > width / 2; narrower -= 4) {
    const next = fill(text, size, narrower);
    if (next.length > lines.length || breaksWords(next, text)) break;
    balanced = next;
  }
  return balanced;
}

const breaksWords = (lines: string[], text: string) =>
  lines.join(' ') !== text.trim().replaceAll(/\s+/g, ' ');

function fill(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+(?!–)/)) {
    for (const [index, piece] of cutWord(word, size, width).entries()) {
      const longer = index === 0 && line !== '' ? `${line} ${piece}` : piece;
      if (index > 0 || (line !== '' && measureText(longer, size) > width)) {
        lines.push(line);
        line = piece;
      } else line = longer;
    }
  }
  return [...lines, line];
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a word into pieces that fit, at hyphens and brackets where that is enough; usually into one piece. */
function cutWord(word: string, size: number, width: number): string[] {
  if (measureText(word, size) <= width) return [word];
  const parts = word.split(/(?<=[-–/·])|(?=\()/);
  const letters = (part: string) => Array.from(graphemes.segment(part), ({ segment }) => segment);
  const units = parts.flatMap((part) => (measureText(part, size) <= width ? [part] : letters(part)));
  const pieces: string[] = [];
  let piece = '';
  for (const unit of units) {
    if (piece !== '' && measureText(piece + unit, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += unit;
  }
  return [...pieces, piece];
}
