import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPainter, writePictures } from '../../../src/exports/pictures/paint.ts';
import { loadFaces } from '../../../src/exports/pictures/fonts.ts';
import { planTracks } from '../../../src/exports/pictures/board.ts';
import { layoutText } from '../../../src/exports/pictures/text.ts';
import type { Card, Track } from '../../../src/exports/pictures/card.ts';

const root = resolve(import.meta.dirname, '../../..');
const track = (line: number, count: number, here?: number): Track => ({
  line,
  stops: Array.from({ length: count }, (_, index) => ({
    here: index === here ? String(index + 1) : undefined,
    isOpen: true,
  })),
});
const card: Card = {
  address: '/2030/weeks/a/',
  locale: 'en',
  brand: 'Small Cities 2030',
  label: 'Phase I, week 3',
  title: 'Streets',
  theme: undefined,
  dates: '4 – 10 March 2030',
  status: undefined,
  tracks: [track(1, 8, 2)],
};
const long =
  'An introduction to everything that a young urban leader has to know about sustainable, resilient, inclusive and safe cities in a changing world, with exercises from twelve cities on four continents';
const cards = {
  plain: card,
  long: {
    ...card,
    title: long,
    status: 'Postponed',
    theme: long,
    tracks: [track(1, 20, 5), track(2, 20), track(3, 9)],
  },
  word: {
    ...card,
    title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  },
  korean: {
    ...card,
    locale: 'ko',
    title: '급속한 디지털화 시대의 사이버보안 위협과 지속가능발전목표 이행을 위한 도시',
    label: '1단계 3주차',
  },
  arabic: { ...card, locale: 'ar', title: 'التهديدات السيبرانية', label: undefined },
  foreign: { ...card, title: '漢字', dates: '4 – 10 March 2030 🎉' },
  bare: { ...card, title: '', dates: '4 – 10 March 2030 ' },
} satisfies Record<string, Card>;

let paint: (card: Card) => Promise<Buffer>;
beforeAll(async () => {
  paint = await createPainter(root, Object.values(cards));
});

interface Pixels {
  width: number;
  height: number;
  /** The colour of a pixel, as #rrggbb. */
  at: (x: number, y: number) => string;
}
async function read(png: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = 3 * (y * info.width + x);
    return `#${data.subarray(start, start + 3).toString('hex')}`;
  };
  return { width: info.width, height: info.height, at };
}

/** The columns of a picture, above its lines, in which anything is drawn: first and last. */
function findDrawn({ width, at }: Pixels, until: number): { first: number; last: number } {
  const board = at(0, 0);
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: until }, (_, y) => y).some((y) => at(x, y) !== board),
  );
  return { first: columns[0] ?? 0, last: columns.at(-1) ?? 0 };
}

describe('createPainter', { timeout: 60_000 }, () => {
  it.each(Object.keys(cards) as (keyof typeof cards)[])(
    'draws a small PNG of 1200 × 630 pixels: %s',
    async (name) => {
      const png = await paint(cards[name]);
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      expect(png.length).toBeLessThan(60_000);
    },
  );

  it.each(['plain', 'long', 'word', 'korean', 'arabic'] as const)(
    'keeps text inside the margins and above the lines: %s',
    async (name) => {
      const { top } = planTracks(cards[name].tracks, false);
      const pixels = await read(await paint(cards[name]));
      const { first, last } = findDrawn(pixels, Math.floor(top));
      expect(first).toBeGreaterThanOrEqual(60);
      expect(last).toBeLessThanOrEqual(1140);
      const row = Array.from({ length: 1200 }, (_, x) => pixels.at(x, Math.floor(top) + 4));
      expect(new Set(row)).toEqual(new Set([pixels.at(0, 0)]));
    },
  );

  it('draws the same bytes each time', async () => {
    const again = await createPainter(root, Object.values(cards));
    expect((await paint(cards.korean)).equals(await again(cards.korean))).toBe(true);
  });

  it('draws another picture for other text', async () => {
    const other = { ...card, dates: '10 – 4 March 2030' };
    expect((await paint(card)).equals(await paint(other))).toBe(false);
  });

  it('mirrors the board for right-to-left languages', async () => {
    // The green of the mark; a palette may move it by a shade.
    const mark = /^#(2e|2f)(be|bf)(8a|8b)$/;
    const hasMark = ({ at }: Pixels, from: number) =>
      Array.from({ length: 60 * 60 }, (_, index) =>
        at(from + (index % 60), 40 + Math.floor(index / 60)),
      ).some((colour) => mark.test(colour));
    const [latin, arabic] = [await read(await paint(card)), await read(await paint(cards.arabic))];
    expect([hasMark(latin, 60), hasMark(latin, 1080)]).toEqual([true, false]);
    expect([hasMark(arabic, 60), hasMark(arabic, 1080)]).toEqual([false, true]);
  });

  it('has fonts for Hangul and Arabic, and reports unsupported characters', async () => {
    const fonts = await loadFaces(root, `\uFEFF${JSON.stringify(cards)}`);
    const missing = async (each: Card) =>
      [...(await layoutText(each, planTracks(each.tracks, false), fonts, 'ltr')).missing].sort();
    expect(await missing(cards.korean)).toEqual([]);
    expect(await missing(cards.arabic)).toEqual([]);
    expect(await missing(cards.foreign)).toEqual(['字', '漢', '🎉']);
  });

  it('drops texts with unsupported letters, and unsupported symbols of other texts', async () => {
    expect((await paint(cards.foreign)).equals(await paint(cards.bare))).toBe(true);
  });
});

describe('writePictures', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'pictures-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('writes a file a card, and nothing else', async () => {
    const files = [
      { name: 'one.png', card },
      { name: 'other.png', card: { ...card, title: 'Other' } },
    ];
    await writePictures(root, dir, files);
    const [one, other] = files.map(({ name }) => readFileSync(join(dir, name)));
    expect(one?.equals(await paint(card))).toBe(true);
    expect(one && other?.equals(one)).toBe(false);
    expect(readdirSync(dir).sort()).toEqual(['one.png', 'other.png']);
  });
});

describe('planTracks', () => {
  const fits = (tracks: Track[]) => {
    const { stations, top } = planTracks(tracks, false);
    for (const { x, y, radius } of stations) {
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(1200);
      expect(y + radius).toBeLessThanOrEqual(630);
      expect(y - radius).toBeGreaterThanOrEqual(top);
    }
    return stations;
  };

  it.each([1, 2, 3, 4])(
    'places all stations inside the picture and below the text, with %d lines',
    (count) => {
      for (const stops of [1, 2, 7, 20]) {
        const stations = fits(Array.from({ length: count }, (_, index) => track(index + 1, stops, 0)));
        expect(stations).toHaveLength(count * stops);
      }
    },
  );

  it('keeps neighbouring stations apart', () => {
    const stations = fits([track(1, 20)]);
    const gaps = stations.slice(1).map(({ x, radius }, index) => x - (stations[index]?.x ?? 0) - 2 * radius);
    expect(Math.min(...gaps)).toBeGreaterThan(0);
  });

  it('shows at most four lines', () => {
    expect(
      planTracks(
        Array.from({ length: 9 }, () => track(1, 3)),
        false,
      ).runs,
    ).toHaveLength(4);
  });

  it('is mirrored for right-to-left languages', () => {
    const [left, right] = [false, true].map(
      (mirrored) => planTracks([track(1, 3, 0)], mirrored).stations[0]?.x ?? 0,
    );
    expect((left ?? 0) + (right ?? 0)).toBe(1200);
  });
});
