import type { ReactElement } from 'react';
import satori, { type Font, type SatoriOptions } from 'satori';
import type { Card } from './card.ts';
import { families, weights } from './fonts.ts';
import { colourOf, colours, margin, size, type Plan } from './board.ts';

type Style = Record<string, string | number>;
const box = (style: Style, children?: unknown): ReactElement => ({
  type: 'div',
  key: null,
  props: { style: { display: 'flex', ...style }, children },
});

const width = size.width - 2 * margin;
const head = 120;
const leading = 1.1;
/** The height of label, dates and status around a title. */
const around = 130;
const titleSizes = [108, 96, 86, 76, 68, 60, 54, 48, 42, 36];

export interface TextLayout {
  /** Paths as SVG elements. */
  svg: string;
  /** Characters that no font has. satori draws boxes for them. */
  missing: Set<string>;
}

/** Lays out the text of a card above its lines, with the title as large as it fits. */
export async function layoutText(
  card: Card,
  plan: Plan,
  fonts: Font[],
  direction: Direction,
): Promise<TextLayout> {
  const missing = new Set<string>();
  const options = {
    fonts,
    loadAdditionalAsset: async (_: string, segment: string) => {
      for (const character of segment) missing.add(character);
      return [];
    },
  };
  const room = plan.top - head - 8;
  const block = await fitBlock(card, room, direction, options);
  const labels = plan.stations
    .filter(({ here }) => here)
    .map(({ here, x, y, radius }) =>
      box(
        {
          position: 'absolute',
          left: x - radius,
          top: y - radius,
          width: 2 * radius,
          height: 2 * radius,
          alignItems: 'center',
          justifyContent: 'center',
          color: colours.board,
          fontSize: radius * 0.9,
          fontWeight: weights.sign,
          lineHeight: 1,
        },
        here,
      ),
    );
  const page = box({ ...size, direction, fontFamily: families }, [
    box(
      {
        position: 'absolute',
        top: 40,
        height: 60,
        alignItems: 'center',
        // Beside the mark.
        left: direction === 'rtl' ? margin : margin + 64,
        width: width - 64,
      },
      box({ ...oneLine, color: colours.ink, fontSize: 30, fontWeight: weights.strong }, card.brand),
    ),
    box(
      {
        position: 'absolute',
        left: margin,
        top: head,
        width,
        height: room,
        flexDirection: 'column',
        justifyContent: 'center',
      },
      block,
    ),
    ...labels,
  ]);
  const svg = await satori(page, { ...options, ...size });
  return { svg: svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, ''), missing };
}

type Direction = 'ltr' | 'rtl';
type Options = Omit<SatoriOptions, 'width' | 'height'>;
const oneLine = {
  display: 'block',
  width: '100%',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
};

/** Finds the largest title size at which the block fits; if none does, the title is cut off at the smallest. */
async function fitBlock(
  card: Card,
  room: number,
  direction: Direction,
  options: Options,
): Promise<ReactElement> {
  const sizes = titleSizes.filter((fontSize) => widestWord(card.title) * fontSize <= width);
  let found: ReactElement | undefined;
  // Binary search: sizes are in descending order. Most titles fit at the first, so that one is tried first.
  let [low, high] = [0, sizes.length];
  let middle = 0;
  while (low < high) {
    const block = composeBlock(card, sizes[middle] ?? 0);
    // Without a height, satori returns that of the content. Glyphs need no outlines for that.
    const measured = { ...options, width, embedFont: false };
    const svg = await satori(box({ width, direction, fontFamily: families }, block), measured);
    const fits = Number(/ height="([\d.]+)"/.exec(svg)?.[1]) <= room;
    if (fits) found = block;
    if (fits) high = middle;
    else low = middle + 1;
    middle = Math.floor((low + high) / 2);
  }
  if (found) return found;
  const smallest = titleSizes.at(-1) ?? 0;
  const lines = Math.floor((room - around) / (smallest * leading));
  return composeBlock({ ...card, theme: undefined }, smallest, lines);
}

function composeBlock(
  { label, title, theme, dates, status, tracks }: Card,
  fontSize: number,
  lines?: number,
) {
  const [first] = tracks;
  const text = { display: 'block', width: '100%', overflowWrap: 'break-word' };
  const small = { ...text, fontSize: 34, fontWeight: weights.strong, lineHeight: 1.3 };
  const line = tracks.length === 1 ? colourOf(first?.line) : colours.soft;
  const parts = [
    label === undefined ? undefined : box({ ...small, color: line, marginBottom: 10 }, label),
    box(
      {
        ...text,
        color: colours.ink,
        fontSize,
        fontWeight: weights.sign,
        lineHeight: leading,
        letterSpacing: '-0.015em',
        textWrap: 'balance',
        ...(lines === undefined ? {} : { lineClamp: lines, overflow: 'hidden' }),
      },
      keepWords(title),
    ),
    theme === undefined
      ? undefined
      : box(
          { ...small, fontSize: 30, color: colours.soft, marginTop: 18, textWrap: 'balance' },
          keepWords(theme),
        ),
    box({ alignItems: 'center', gap: 24, marginTop: 18, flexWrap: 'wrap' }, [
      ...(dates === undefined
        ? []
        : [box({ fontSize: 40, fontWeight: weights.strong, lineHeight: 1.3, color: colours.lamp }, dates)]),
      ...(status === undefined ? [] : [box(badge, status)]),
    ]),
  ];
  return box({ flexDirection: 'column', width: '100%' }, parts.filter(Boolean));
}

const badge = {
  background: colours.stop,
  color: colours.ink,
  borderRadius: 8,
  padding: '6px 18px',
  fontSize: 32,
  fontWeight: weights.strong,
  lineHeight: 1.3,
};

/**
 * Puts word joiners between Hangul syllables, so that words are not broken. satori's own `word-break: keep-all`
 * breaks before commas and after quotation marks. Of the characters of class WJ (UAX #14), Archivo has this one.
 */
const keepWords = (text: string) => text.replaceAll(/(?<=[\u1100-\uD7FF])(?=[\u1100-\uD7FF])/g, '\uFEFF');

/** Estimates the width of the widest word in ems: words are broken only if they do not fit a line. */
function widestWord(text: string): number {
  const widths = text
    .split(/[\s-]+/)
    .map((word) => Array.from(word).reduce((sum, each) => sum + (each < '\u1100' ? 0.62 : 0.95), 0));
  return Math.max(...widths);
}
