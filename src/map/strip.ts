import { drawAfter, drawBefore, drawBeside } from './branch.ts';
import { describeHead, describeStation, stackLabels } from './block.ts';
import { createDrawing, sizes, type Drawing, type Point } from './drawing.ts';
import { centre, endOf, offset, spotOf, type Band, type Cell, type Grid, type GridLine } from './grid.ts';
import { drawStroke } from './path.ts';

/** One line in one strip: what the parts of its drawing are made from. */
export interface Strip {
  grid: Grid;
  band: Band;
  row: GridLine;
  /** The line's stations in the strip. */
  cells: Cell[];
}

/**
 * Draws one line in one strip, with y counted from the level at which it runs close to its neighbours.
 * @returns undefined where the line has nothing in the strip
 */
export function drawStrip(grid: Grid, band: Band, row: GridLine): Drawing | undefined {
  const within = ({ column }: { column: number }) => band.from <= column && column < band.to;
  const cells = row.cells.filter(within);
  const after = row.after.filter(within);
  const [first] = cells;
  if (!first && after.length === 0) return undefined;
  const strip: Strip = { grid, band, row, cells };
  const layer = createDrawing();
  if (first) {
    drawHead(layer, strip, first);
    drawTrack(layer, strip, first);
    for (const cell of cells) drawCell(layer, strip, cell);
  }
  drawAfter(layer, strip, after);
  if (first) {
    for (const [index, cell] of cells.entries()) drawBeside(layer, strip, cell, cells[index + 1]);
    if (row.index === 0 && first === row.cells[0]) drawBefore(layer, grid, offset(grid, row, first.column));
  }
  return layer;
}

function drawHead(layer: Drawing, { grid, row }: Strip, first: Cell): void {
  const { line, side } = row;
  const y = offset(grid, row, first.column);
  // The way from the events before comes down to the sign of the first line.
  const x = row.index === 0 && grid.places.before.length > 0 ? grid.head + 14 : grid.head - sizes.head;
  layer.heads.push({ x: grid.head, y, line });
  const edge = y + side * (sizes.head + 6);
  const spot = { x, y: edge, width: grid.start - x, anchor: 'start', grows: side } as const;
  layer.labels.push(...stackLabels(describeHead(line), spot));
}

function drawTrack(layer: Drawing, { grid, band, row, cells }: Strip, first: Cell): void {
  const { line } = row;
  const last = cells.at(-1) ?? first;
  const ends = last === row.cells.at(-1);
  const y = offset(grid, row, last.column);
  const x = ends ? endOf(grid, band, row, last) : grid.width;
  const corners = [
    { x: first === row.cells[0] ? grid.head : 0, y: offset(grid, row, first.column) },
    ...cells.flatMap((cell, index) => bendBetween(grid, band, row, cells[index - 1], cell)),
    { x, y },
  ];
  layer.tracks.push({ line, ...drawStroke(corners) });
  if (ends) layer.bars.push({ line, from: { x, y: y - sizes.bar }, to: { x, y: y + sizes.bar } });
}

/** The corners between two stations, in the half column next to the outer one, where no label is in the way. */
function bendBetween(grid: Grid, band: Band, row: GridLine, previous: Cell | undefined, cell: Cell): Point[] {
  if (!previous) return [];
  const [from, to] = [offset(grid, row, previous.column), offset(grid, row, cell.column)];
  if (from === to) return [];
  const half = Math.floor(grid.step / 2);
  const length = Math.abs(from - to);
  const x =
    from === 0 ? centre(grid, band, previous.column) + half : centre(grid, band, cell.column) - half - length;
  return [
    { x, y: from },
    { x: x + length, y: to },
  ];
}

function drawCell(layer: Drawing, { grid, band, row }: Strip, { station, group, column }: Cell): void {
  const y = offset(grid, row, column);
  const x = centre(grid, band, column);
  layer.stations.push({ x, y, station, line: row.line, shared: group.length > 1 });
  const bearer = group[0].line === 0 ? group[0] : (group.at(-1) ?? group[0]);
  const words = describeStation(grid.plan, group, station, { titled: bearer.station === station });
  layer.labels.push(...stackLabels(words, spotOf(grid, band, row, column, y)));
}
