import type { Stop, Track } from './card.ts';

/** The size of share pictures (ogp.me, and X's large card), in pixels. */
export const size = { width: 1200, height: 630 };
/** The margin around the text. */
export const margin = 64;

/** The colours of the site's board (styles/tokens.css), the background of pictures in every theme. */
export const colours = {
  board: '#14212e',
  ink: '#ffffff',
  soft: '#aebcc8',
  lamp: '#ffc83d',
  stop: '#b3171f',
} as const;
const lines = ['#2fbf8b', '#ff7a4a', '#8f9dff'];
export const colourOf = (line: Track['line'] | undefined): string =>
  (line === 'beside' ? undefined : lines[(line ?? 0) - 1]) ?? '#93a3af';

/** A station with its centre and radius. */
export interface Station extends Stop {
  line: Track['line'];
  x: number;
  y: number;
  radius: number;
}

export interface Plan {
  /** The y coordinate of each line. */
  runs: { line: Track['line']; y: number }[];
  stations: Station[];
  /** The lowest y coordinate of text. */
  top: number;
}

/** The maximum number of lines that leave room for a title. */
const maxTracks = 4;

/** Lays out lines and stations along the lower edge, mirrored for right-to-left languages. */
export function planTracks(tracks: readonly Track[], rightToLeft: boolean): Plan {
  const shown = tracks.slice(0, maxTracks);
  const gap = [0, 0, 84, 62, 48][shown.length] ?? 0;
  const largest = [0, 50, 34, 26, 20][shown.length] ?? 0;
  const first = size.height - 88 - gap * Math.max(shown.length - 1, 0) + (shown.length > 1 ? 16 : 0);
  const runs = shown.map(({ line }, index) => ({ line, y: first + gap * index }));
  const stations = shown.flatMap(({ line, stops }, index) => {
    const step = (size.width - 2 * margin - 2 * largest) / Math.max(stops.length - 1, 1);
    return stops.map((stop, place) => {
      const x = stops.length === 1 ? size.width / 2 : margin + largest + step * place;
      const radius = stop.here === undefined ? Math.min(11, step / 3) : Math.min(largest, step - 12);
      const y = first + gap * index;
      return { ...stop, line, x: rightToLeft ? size.width - x : x, y, radius };
    });
  });
  return { runs, stations, top: shown.length === 0 ? size.height - margin : first - largest - 24 };
}

/** Draws the board with lines, stations and mark as SVG elements. */
export function drawBoard({ runs, stations }: Plan, rightToLeft: boolean): string {
  const own = stations.filter(({ here }) => here !== undefined);
  return [
    `<rect width="${size.width}" height="${size.height}" fill="${colours.board}"/>`,
    drawMark(rightToLeft ? size.width - margin - 48 : margin, 48),
    ...runs.map(
      ({ line, y }) => `<rect y="${y - 8}" width="${size.width}" height="16" fill="${colourOf(line)}"/>`,
    ),
    drawInterchanges(own),
    // The stations of the page overlap their neighbours.
    ...stations.filter(({ here }) => here === undefined).map(drawStation),
    ...own.map(drawStation),
  ].join('');
}

function drawStation({ x, y, radius, here, isOpen, line }: Station): string {
  const fill = isOpen ? colours.ink : colours.board;
  const [r, cx, cy] = [radius, x, y].map(round);
  if (here === undefined) {
    const stroke = isOpen ? colours.board : colours.ink;
    return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}" stroke="${stroke}" stroke-width="4"/>`;
  }
  const rim = round(radius + 5);
  const ring = round(radius - radius / 8);
  const dot =
    here === '' ? `<circle cx="${cx}" cy="${cy}" r="${round(radius / 3)}" fill="${colours.board}"/>` : '';
  return `<circle cx="${cx}" cy="${cy}" r="${rim}" fill="${colours.board}"/><circle cx="${cx}" cy="${cy}" r="${ring}" fill="${colours.ink}" stroke="${colourOf(line)}" stroke-width="${round(radius / 4)}"/>${dot}`;
}

/** Draws an interchange between stations of the page that are near each other on two lines. */
function drawInterchanges(stations: readonly Station[]): string {
  return stations
    .flatMap((station, index) => {
      const next = stations[index + 1];
      if (!next || next.y === station.y || Math.abs(next.x - station.x) > reach) return [];
      const ends = `x1="${round(station.x)}" y1="${station.y}" x2="${round(next.x)}" y2="${next.y}"`;
      return [
        `<line ${ends} stroke="${colours.board}" stroke-width="24"/>`,
        `<line ${ends} stroke="${colours.ink}" stroke-width="12"/>`,
      ];
    })
    .join('');
}
const reach = 160;

/** The mark of components/site/Mark.astro. */
function drawMark(x: number, width: number): string {
  const scale = round(width / 28);
  return `<g transform="translate(${x} 46) scale(${scale})" fill="none" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"><path d="M2 20h7l10-12h7" stroke="#2fbf8b"/><path d="M2 8h7l10 12h7" stroke="#ff7a4a"/><circle cx="14" cy="14" r="4.2" fill="#fff" stroke="${colours.board}" stroke-width="2.4"/></g>`;
}

const round = (value: number) => Math.round(value * 100) / 100;
