import { createDrawing, sizes, type Drawing, type Point } from './drawing.ts';
import { centre, createGrid, offset, type Grid } from './grid.ts';
import { addLayer, reachOf } from './layer.ts';
import { drawStroke } from './path.ts';
import { spanOfLine, type MapPlan } from './plan.ts';
import { drawStrip } from './strip.ts';

const edge = 8;
/** Between the rings of two lines at an interchange. */
const apart = 30;
const lane = 14;

/**
 * Lays a programme out from left to right: the lines run side by side and close in where they share topics.
 * Labels stand above the first line and below the others. From the end of a line a way leads round to the
 * head of the next.
 */
export function layoutWide(plan: MapPlan): Drawing {
  const grid = createGrid(plan);
  const drawing = createDrawing();
  let bottom = edge;
  for (const [index, band] of grid.bands.entries()) {
    const layers = grid.lines.map((row) => drawStrip(grid, band, row));
    let level = bottom + (index === 0 ? 0 : 48);
    let below: number | undefined;
    for (const layer of layers) {
      if (!layer) continue;
      const { top, bottom: reach } = reachOf(layer);
      level = below === undefined ? level - top : level + below + apart - top;
      addLayer(drawing, layer, level);
      below = reach;
    }
    bottom = level + (below ?? 0);
  }
  joinStations(drawing, grid);
  drawing.width = grid.width;
  drawing.height = Math.ceil(bottom + drawLoops(drawing, grid, bottom) + edge);
  return drawing;
}

function joinStations(drawing: Drawing, { lines }: Grid): void {
  const places = new Map(drawing.stations.map(({ station, x, y }) => [station.id, { x, y }]));
  for (const { cells, index } of lines) {
    for (const { group } of cells) {
      const topic = group[0].station.topic;
      const from = places.get(group[0].station.id);
      const to = places.get((group.at(-1) ?? group[0]).station.id);
      if (group.length > 1 && group[0].line === index && topic !== undefined && from && to) {
        drawing.interchanges.push({ topic, from, to });
      }
    }
  }
}

/**
 * Draws the ways from the end of each line round to the head of the next, one inside the other.
 * @returns how far they reach below `bottom`
 */
function drawLoops(drawing: Drawing, grid: Grid, bottom: number): number {
  const { plan, lines, bands, width } = grid;
  if (bands.length > 1) return 0;
  const follows = lines.flatMap((row, index) => {
    const next = plan.lines[index + 1];
    const head = drawing.heads.find(({ line }) => line === next);
    return next && head && spanOfLine(row.line).end < spanOfLine(next).start ? [{ row, head, index }] : [];
  });
  for (const [place, { row, head, index }] of follows.entries()) {
    const from = startOfLoop(drawing, grid, index);
    const [right, left] = [width - edge - lane * place, edge + lane * place];
    const low = bottom + 14 + lane * (follows.length - 1 - place);
    const last = row.cells.at(-1) ?? row.cells[0];
    const y = from?.y ?? offset(grid, row, last.column);
    drawing.ways.push(
      drawStroke([
        { x: from?.x ?? centre(grid, bands[0], last.column), y },
        { x: right, y },
        { x: right, y: low },
        { x: left, y: low },
        { x: left, y: head.y },
        { x: head.x - sizes.head, y: head.y },
      ]),
    );
    drawing.arrows.push({ x: width / 2, y: low, to: 'left' });
  }
  return follows.length > 0 ? 14 + lane * (follows.length - 1) : 0;
}

/** The end of a line: its bar, or the last event behind it. */
function startOfLoop(drawing: Drawing, { lines }: Grid, index: number): Point | undefined {
  const row = lines[index];
  const bar = drawing.bars.find(({ line }) => line === row?.line);
  const event = drawing.events.find((stop) => stop.event === row?.after.at(-1)?.event);
  return event ?? (bar && { x: bar.from.x, y: (bar.from.y + bar.to.y) / 2 });
}
