import type { Spot } from './block.ts';
import { alignLines, type Group } from './columns.ts';
import { sizes } from './drawing.ts';
import {
  placeEvents,
  type EventPlaces,
  type MapLine,
  type MapPlan,
  type MapStation,
  type MapStop,
} from './plan.ts';

/** A station in its column. */
export interface Cell {
  column: number;
  station: MapStation;
  group: Group;
}

/** One line of the wide drawing. */
export interface GridLine {
  line: MapLine;
  index: number;
  cells: [Cell, ...Cell[]];
  /** Events after its last station, each in a column of its own. */
  after: { column: number; event: MapStop }[];
  /** The columns between which it runs close to its neighbours. */
  trunk: { from: number; to: number } | undefined;
  /** Which side of the line its labels stand on: 1 below, -1 above. */
  side: 1 | -1;
  /** Whether lines lie on both sides of it. */
  middle: boolean;
}

/** A strip of the wide drawing: columns from `from`, up to and without `to`. */
export interface Band {
  from: number;
  to: number;
}

/** Where the columns of the wide drawing stand. */
export interface Grid {
  plan: MapPlan;
  places: EventPlaces;
  lines: GridLine[];
  bands: [Band, ...Band[]];
  width: number;
  /** Room for the ways that lead from one line to the next, at the sides. */
  margin: number;
  /** Where the signs stand, and where the first column begins. */
  head: number;
  start: number;
  /** The width of a column. */
  step: number;
  /** How far the outer lines stand off where they share nothing. */
  spread: number;
}

const frame = 1200;
const headRoom = 124;
const lane = 14;

/** Makes the grid of the wide drawing. Programmes with many weeks take several strips. */
export function createGrid(plan: MapPlan): Grid {
  const places = placeEvents(plan);
  const columns = alignLines(plan.lines);
  const lines = plan.lines.flatMap((line, index) => createLine(plan, places, columns, line, index));
  const count = Math.max(...lines.map((line) => lengthOf(line, places)));
  const loops = plan.lines.length - 1;
  const margin = loops > 0 ? 12 + lane * loops : 2;
  const head = loops > 0 ? margin + 28 : 19;
  const start = head + headRoom;
  const room = frame - start - margin;
  const narrowest = plan.lines.length > 2 ? 150 : 114;
  const most = Math.floor(room / narrowest);
  const strips = Math.ceil(count / most);
  const length = strips === 1 ? count : Math.ceil(count / strips);
  const step = Math.floor(strips === 1 ? room / count : room / (length + 0.5));
  const bands = Array.from({ length: strips }, (_, index) => ({
    from: index * length,
    to: (index + 1) * length,
  }));
  const [first = { from: 0, to: count }, ...more] = bands;
  const spread = Math.min(46, Math.floor(step / 2) - 14);
  return { plan, places, lines, bands: [first, ...more], width: frame, margin, head, start, step, spread };
}

/** The middle of a column, across. */
export function centre(grid: Grid, band: Band, column: number): number {
  return Math.round(grid.start + (column - band.from + 0.5) * grid.step);
}

/** How far a line stands off its own level in a column. */
export function offset({ plan, spread }: Grid, { trunk, side, middle }: GridLine, column: number): number {
  const alone = plan.lines.length === 1;
  const close = trunk !== undefined && trunk.from <= column && column <= trunk.to;
  return alone || middle || close ? 0 : side * spread;
}

/** Where the branch to a week's events leaves its line: behind the station, clear of labels and interchanges. */
export function branchOf(grid: Grid, band: Band, row: GridLine, column: number): number {
  const middle = centre(grid, band, column);
  return row.middle ? middle + grid.step - sizes.ring - 12 : middle + Math.floor(grid.step / 2);
}

/** Where a line ends: behind its last station and the branch to its events. */
export function endOf(grid: Grid, band: Band, row: GridLine, { column, station }: Cell): number {
  const branches = grid.places.beside.has(station.id);
  return branches ? branchOf(grid, band, row, column) + 10 : centre(grid, band, column) + 27;
}

/** Where the labels of a stop stand. Between lines they leave room for interchanges and branches. */
export function spotOf(grid: Grid, band: Band, row: GridLine, column: number, level: number): Spot {
  const x = centre(grid, band, column);
  if (row.middle) {
    const width = grid.step - 2 * sizes.ring - 34;
    return { x: x + sizes.ring + 7, y: level + sizes.bar + 2, width, anchor: 'start', grows: 1 };
  }
  const y = level + row.side * (sizes.ring + 6);
  return { x, y, width: grid.step - 4, anchor: 'middle', grows: row.side };
}

/** The columns that a line takes up. Labels beside a stop, and events in the last week, reach half a column on. */
function lengthOf({ cells, after, middle }: GridLine, places: EventPlaces): number {
  const last = cells.at(-1) ?? cells[0];
  const branches = after.length === 0 && places.beside.has(last.station.id);
  return (after.at(-1)?.column ?? last.column) + (middle || branches ? 1.5 : 1);
}

function createLine(
  plan: MapPlan,
  places: EventPlaces,
  columns: Group[][],
  line: MapLine,
  index: number,
): GridLine[] {
  const found = columns.flatMap((groups, column) =>
    groups.flatMap((group) =>
      group
        .filter((placed) => placed.line === index)
        .map(({ station }): Cell => ({ column, station, group })),
    ),
  );
  const [first, ...rest] = found;
  if (!first) return [];
  const shared = found.filter(({ group }) => group.length > 1).map(({ column }) => column);
  const [from, to] = [shared[0], shared.at(-1)];
  const last = rest.at(-1) ?? first;
  return [
    {
      line,
      index,
      cells: [first, ...rest],
      after: (places.after.get(line.id) ?? []).map((event, place) => ({
        column: last.column + 1 + place,
        event,
      })),
      trunk: from === undefined || to === undefined ? undefined : { from, to },
      side: index === 0 ? -1 : 1,
      middle: index > 0 && index < plan.lines.length - 1,
    },
  ];
}
