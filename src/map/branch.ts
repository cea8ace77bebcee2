import { describeEvent, stackLabels, type Spot, type Words } from './block.ts';
import { sizes, type Drawing, type MapLabel } from './drawing.ts';
import { branchOf, centre, endOf, offset, spotOf, type Cell, type Grid, type GridLine } from './grid.ts';
import { drawStroke } from './path.ts';
import type { Strip } from './strip.ts';

/**
 * Draws the events of a week: a branch leaves the line between its station and the next one and ends beyond
 * the labels of both.
 */
export function drawBeside(
  layer: Drawing,
  { grid, band, row }: Strip,
  cell: Cell,
  next: Cell | undefined,
): void {
  const events = grid.places.beside.get(cell.station.id) ?? [];
  if (events.length === 0) return;
  const side = grid.plan.lines.length === 1 ? 1 : row.side;
  const own = offset(grid, row, cell.column);
  const after = next ? offset(grid, row, next.column) : own;
  const from = next?.column === cell.column + 1 && after === 0 ? 0 : own;
  const x = branchOf(grid, band, row, cell.column);
  const spot: Omit<Spot, 'y'> = row.middle
    ? { x: x + sizes.stop, width: grid.step - 2 * sizes.ring - 14, anchor: 'end', grows: side }
    : { x, width: grid.step - 4, anchor: 'middle', grows: side };

  const neighbours: MapLabel['of'][] = [cell.station, next?.station ?? row.after[0]?.event ?? cell.station];
  const reach = layer.labels
    .filter(({ of }) => neighbours.includes(of))
    .map(({ y, height }) => (side === 1 ? y + height : -y));
  let edge = side * (Math.max(...reach, side * own + sizes.ring, side * after + sizes.ring) + 14);
  for (const [index, event] of events.entries()) {
    const y = edge + side * sizes.stop;
    layer.events.push({
      x,
      y,
      event,
      branch:
        index === 0
          ? drawStroke([
              { x, y: from },
              { x, y },
            ])
          : undefined,
    });
    edge = addLabels(layer, describeEvent(event), { ...spot, y: y + side * (sizes.stop + 4) }) + side * 12;
  }
}

/** Draws what comes before the first line: stops on a way that comes down to its sign. */
export function drawBefore(layer: Drawing, grid: Grid, level: number): void {
  const events = grid.places.before;
  if (events.length === 0) return;
  const x = grid.head;
  const width = grid.start + grid.step - x - 20;
  const tops = layer.labels.filter((label) => label.x < grid.start + grid.step).map(({ y }) => y);
  let edge = Math.min(...tops) - 16;
  let y = level;
  for (const event of events.toReversed()) {
    const spot = { x: x + 14, y: edge, width, anchor: 'start', grows: -1 } as const;
    const end = addLabels(layer, describeEvent(event), spot);
    y = Math.round((edge + end) / 2);
    layer.events.push({ x, y, event, branch: undefined });
    edge = end - 10;
  }
  layer.ways.push(
    drawStroke([
      { x, y },
      { x, y: level - sizes.head },
    ]),
  );
}

/** Draws what comes after a line and before the next: stops on a way that leaves its bar. */
export function drawAfter(layer: Drawing, { grid, band, row }: Strip, events: GridLine['after']): void {
  const last = row.cells.at(-1) ?? row.cells[0];
  const end = row.after.at(-1);
  if (!end || end.column < band.from || last.column >= band.to) return;
  const y = offset(grid, row, last.column);
  const from = last.column < band.from ? 0 : endOf(grid, band, row, last);
  const to = end.column < band.to ? centre(grid, band, end.column) : grid.width;
  layer.ways.push(
    drawStroke([
      { x: from, y },
      { x: to, y },
    ]),
  );
  for (const { column, event } of events) {
    layer.events.push({ x: centre(grid, band, column), y, event, branch: undefined });
    addLabels(layer, describeEvent(event), spotOf(grid, band, row, column, y));
  }
}

/** Adds labels and says where they end. */
function addLabels(layer: Drawing, words: Words, spot: Spot): number {
  const labels = stackLabels(words, spot);
  layer.labels.push(...labels);
  return spot.grows === 1
    ? Math.max(...labels.map(({ y, height }) => y + height))
    : Math.min(...labels.map(({ y }) => y));
}
