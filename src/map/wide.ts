import { alignLines, type Group } from './align.ts';
import { createDrawing, movePoints, sizes, type Drawing, type MapLabel, type Point } from './drawing.ts';
import {
  describeEvent,
  describeHead,
  describeStation,
  stackLabels,
  type LabelBlock,
  type Spot,
} from './labels.ts';
import {
  isFollowed,
  placeEvents,
  type EventPlaces,
  type MapLine,
  type MapPlan,
  type MapStation,
  type MapStop,
} from './plan.ts';
import { cutCorners } from './stroke.ts';

/** Width of the drawing. */
const frame = 1200;
/** Space kept free at the edges. */
const edge = 8;
/** Width of a line's head. */
const headWidth = 124;
/** Distance between two connectors side by side. */
const lane = 14;
/** Distance between the rings of two lines at an interchange. */
const lineGap = 30;
/** Distance between two bands. */
const bandGap = 48;

/** A station in its column. */
interface Cell {
  column: number;
  station: MapStation;
  group: Group;
}

/** A line of the grid. */
interface Row {
  line: MapLine;
  index: number;
  cells: Cell[];
  first: Cell;
  last: Cell;
  /** Events after its last station, each in a column of its own. */
  after: { column: number; event: MapStop }[];
  /** The side of the line that its labels are on: 1 below, -1 above. */
  side: 1 | -1;
  /** Whether it has a line on both sides. */
  middle: boolean;
}

/** A band of the drawing: the columns from `from` up to but without `to`. */
interface Band {
  from: number;
  to: number;
}

/** The columns of the drawing, and their measures. */
interface Grid {
  plan: MapPlan;
  places: EventPlaces;
  rows: Row[];
  bands: Band[];
  /** The centre of the lines' heads. */
  head: number;
  /** Where the first column begins. */
  start: number;
  /** The width of a column. */
  step: number;
  /** How far the outer lines are from their level outside their trunk. */
  spread: number;
}

/** One row in one band. */
interface Strip {
  grid: Grid;
  band: Band;
  row: Row;
  /** The stations of the row in the band. */
  cells: Cell[];
  drawing: Drawing;
}

/**
 * Lays a map out from left to right: the lines run side by side and come close where they share topics. Labels
 * are above the first line and below the others. A connector leads from the end of a line round to the head of
 * the next. Programmes with many weeks take several bands.
 */
export function layoutWide(plan: MapPlan): Drawing {
  const grid = createGrid(plan);
  const drawing = createDrawing(frame);
  let bottom = edge;
  for (const band of grid.bands) {
    let level = band.from === 0 ? bottom : bottom + bandGap;
    let gap = 0;
    for (const row of grid.rows) {
      const strip = drawStrip(grid, band, row);
      if (!strip) continue;
      const { top, bottom: reach } = findExtent(strip);
      level += gap - top;
      addDrawing(
        drawing,
        movePoints(strip, (point) => ({ ...point, y: point.y + level })),
      );
      gap = reach + lineGap;
      bottom = level + reach;
    }
  }
  joinStations(drawing, grid);
  drawing.height = Math.ceil(bottom + drawLoops(drawing, grid, bottom) + edge);
  return drawing;
}

function createGrid(plan: MapPlan): Grid {
  const { lines } = plan;
  const places = placeEvents(plan);
  const columns = alignLines(lines);
  const rows = lines.flatMap((line, index) => createRow(plan, places, columns, line, index) ?? []);
  const count = Math.max(...rows.map((row) => countColumns(row, places)));
  const loops = lines.length - 1;
  const margin = loops > 0 ? 12 + lane * loops : 2;
  const head = loops > 0 ? margin + 28 : 19;
  const start = head + headWidth;
  const room = frame - start - margin;
  const narrowest = lines.length > 2 ? 150 : 114;
  const bandCount = Math.ceil(count / Math.floor(room / narrowest));
  const length = bandCount === 1 ? count : Math.ceil(count / bandCount);
  const step = Math.floor(bandCount === 1 ? room / count : room / (length + 0.5));
  const bands = Array.from({ length: bandCount }, (_, index) => ({
    from: index * length,
    to: (index + 1) * length,
  }));
  const spread = Math.min(46, Math.floor(step / 2) - 14);
  return { plan, places, rows, bands, head, start, step, spread };
}

function createRow(
  { lines }: MapPlan,
  places: EventPlaces,
  columns: Group[][],
  line: MapLine,
  index: number,
): Row | undefined {
  const cells = columns.flatMap((groups, column) =>
    groups.flatMap((group) =>
      group
        .filter((placed) => placed.line === index)
        .map(({ station }): Cell => ({ column, station, group })),
    ),
  );
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return undefined;
  const after = places.after.get(line.id) ?? [];
  return {
    line,
    index,
    cells,
    first,
    last,
    after: after.map((event, place) => ({ column: last.column + 1 + place, event })),
    side: index === 0 ? -1 : 1,
    middle: index > 0 && index < lines.length - 1,
  };
}

/** The columns that a row takes. Labels beside a stop, and events in the last week, take half a column more. */
function countColumns({ last, after, middle }: Row, places: EventPlaces): number {
  const branches = after.length === 0 && places.beside.has(last.station.id);
  return (after.at(-1)?.column ?? last.column) + (middle || branches ? 1.5 : 1);
}

/** The point of a row in a column. From its first to its last interchange a row runs close to its neighbours. */
function pointAt({ grid, band, row }: Strip, column: number): Point {
  const shared = row.cells.filter(({ group }) => group.length > 1);
  const isClose =
    shared.some((cell) => cell.column <= column) && shared.some((cell) => cell.column >= column);
  const isLevel = grid.plan.lines.length === 1 || row.middle || isClose;
  return {
    x: Math.round(grid.start + (column - band.from + 0.5) * grid.step),
    y: isLevel ? 0 : row.side * grid.spread,
  };
}

/** Where the branch to a week's events leaves its line: behind the station, clear of labels and interchanges. */
function branchOf(strip: Strip, column: number): number {
  const { grid, row } = strip;
  return pointAt(strip, column).x + (row.middle ? grid.step - sizes.ring - 12 : Math.floor(grid.step / 2));
}

/** Where a row ends: behind its last station and the branch to its events. */
function endOf(strip: Strip): number {
  const { column, station } = strip.row.last;
  const branches = strip.grid.places.beside.has(station.id);
  return branches ? branchOf(strip, column) + 10 : pointAt(strip, column).x + 27;
}

/** Where the labels of a stop are placed. Between lines they leave space for interchanges and branches. */
function spotOf({ grid, row }: Strip, { x, y }: Point): Spot {
  if (row.middle) {
    const width = grid.step - 2 * sizes.ring - 34;
    return { x: x + sizes.ring + 7, y: y + sizes.bar + 2, width, anchor: 'start', grows: 1 };
  }
  return {
    x,
    y: y + row.side * (sizes.ring + 6),
    width: grid.step - 4,
    anchor: 'middle',
    grows: row.side,
  };
}

/**
 * Draws one row in one band, with y counted from the level at which it runs close to its neighbours.
 * @returns undefined where the row has nothing in the band
 */
function drawStrip(grid: Grid, band: Band, row: Row): Drawing | undefined {
  const isWithin = ({ column }: { column: number }) => band.from <= column && column < band.to;
  const cells = row.cells.filter(isWithin);
  const after = row.after.filter(isWithin);
  const [first] = cells;
  if (!first && after.length === 0) return undefined;
  const drawing = createDrawing(frame);
  const strip: Strip = { grid, band, row, cells, drawing };
  if (first) {
    drawHead(strip, first);
    drawTrack(strip, first);
    for (const cell of cells) drawStation(strip, cell);
  }
  drawAfter(strip, after);
  for (const [index, cell] of cells.entries()) drawBeside(strip, cell, cells[index + 1]);
  if (row.index === 0 && first === row.first) drawBefore(strip);
  return drawing;
}

function drawHead(strip: Strip, first: Cell): void {
  const { grid, row, drawing } = strip;
  const { line, side } = row;
  const { y } = pointAt(strip, first.column);
  // The connector from the events before comes down to the sign of the first line.
  const x = row.index === 0 && grid.places.before.length > 0 ? grid.head + 14 : grid.head - sizes.head;
  drawing.heads.push({ x: grid.head, y, line });
  addLabels(drawing, describeHead(line), {
    x,
    y: y + side * (sizes.head + 6),
    width: grid.start - x,
    anchor: 'start',
    grows: side,
  });
}

function drawTrack(strip: Strip, first: Cell): void {
  const { grid, row, cells, drawing } = strip;
  const { line } = row;
  const last = cells.at(-1) ?? first;
  const { y } = pointAt(strip, last.column);
  const x = last === row.last ? endOf(strip) : frame;
  const points = cutCorners(
    { x: first === row.first ? grid.head : 0, y: pointAt(strip, first.column).y },
    ...cells.flatMap((cell, index) => bendBetween(strip, cells[index - 1], cell)),
    { x, y },
  );
  drawing.tracks.push({ line, points });
  if (last === row.last) {
    drawing.bars.push({ line, from: { x, y: y - sizes.bar }, to: { x, y: y + sizes.bar } });
  }
}

/** The corners between two stations, in the half column next to the outer one, where there are no labels. */
function bendBetween(strip: Strip, previous: Cell | undefined, cell: Cell): Point[] {
  if (!previous) return [];
  const from = pointAt(strip, previous.column);
  const to = pointAt(strip, cell.column);
  if (from.y === to.y) return [];
  const half = Math.floor(strip.grid.step / 2);
  const length = Math.abs(from.y - to.y);
  const x = from.y === 0 ? from.x + half : to.x - half - length;
  return [
    { x, y: from.y },
    { x: x + length, y: to.y },
  ];
}

function drawStation(strip: Strip, { station, group, column }: Cell): void {
  const { grid, row, drawing } = strip;
  const point = pointAt(strip, column);
  drawing.stations.push({ ...point, station, line: row.line, shared: group.length > 1 });
  const titled = group[0].line === 0 ? group[0] : group.at(-1);
  const block = describeStation(grid.plan, group, station, titled?.station === station);
  addLabels(drawing, block, spotOf(strip, point));
}

/** Draws the events after a row's last station: stops on a connector that leaves its bar. */
function drawAfter(strip: Strip, events: Row['after']): void {
  const { band, row, drawing } = strip;
  const end = row.after.at(-1);
  if (!end || end.column < band.from || row.last.column >= band.to) return;
  const { y } = pointAt(strip, row.last.column);
  const from = row.last.column < band.from ? 0 : endOf(strip);
  const to = end.column < band.to ? pointAt(strip, end.column).x : frame;
  drawing.connectors.push(cutCorners({ x: from, y }, { x: to, y }));
  for (const { column, event } of events) {
    const point = { x: pointAt(strip, column).x, y };
    drawing.events.push({ ...point, event });
    addLabels(drawing, describeEvent(event), spotOf(strip, point));
  }
}

/**
 * Draws the events of a week: a branch leaves the line between its station and the next one and ends beyond
 * the labels of both.
 */
function drawBeside(strip: Strip, cell: Cell, next: Cell | undefined): void {
  const { grid, row, drawing } = strip;
  const events = grid.places.beside.get(cell.station.id) ?? [];
  if (events.length === 0) return;
  const side = grid.plan.lines.length === 1 ? 1 : row.side;
  const own = pointAt(strip, cell.column).y;
  const after = next ? pointAt(strip, next.column).y : own;
  const from = next?.column === cell.column + 1 && after === 0 ? 0 : own;
  const x = branchOf(strip, cell.column);
  const spot: Omit<Spot, 'y'> = row.middle
    ? { x: x + sizes.stop, width: grid.step - 2 * sizes.ring - 14, anchor: 'end', grows: side }
    : { x, width: grid.step - 4, anchor: 'middle', grows: side };

  const neighbours: MapLabel['of'][] = [cell.station, next?.station ?? row.after[0]?.event ?? cell.station];
  const reach = drawing.labels
    .filter(({ of }) => neighbours.includes(of))
    .map(({ y, height }) => (side === 1 ? y + height : -y));
  let end = side * (Math.max(...reach, side * own + sizes.ring, side * after + sizes.ring) + 14);
  for (const [index, event] of events.entries()) {
    const y = end + side * sizes.stop;
    const branch = index === 0 ? cutCorners({ x, y: from }, { x, y }) : undefined;
    drawing.events.push({ x, y, event, branch });
    const labelsAt = y + side * (sizes.stop + 4);
    end = addLabels(drawing, describeEvent(event), { ...spot, y: labelsAt }) + side * 12;
  }
}

/** Draws the events before the first line: stops on a connector that comes down to its sign. */
function drawBefore(strip: Strip): void {
  const { row, drawing } = strip;
  const { head: x, places, start, step } = strip.grid;
  if (places.before.length === 0) return;
  const width = start + step - x - 20;
  const level = pointAt(strip, row.first.column).y;
  const tops = drawing.labels.filter((label) => label.x < start + step).map(({ y }) => y);
  let top = Math.min(...tops) - 16;
  let y = level;
  for (const event of places.before.toReversed()) {
    const spot: Spot = { x: x + 14, y: top, width, anchor: 'start', grows: -1 };
    const end = addLabels(drawing, describeEvent(event), spot);
    y = Math.round((top + end) / 2);
    drawing.events.push({ x, y, event });
    top = end - 10;
  }
  drawing.connectors.push(cutCorners({ x, y }, { x, y: level - sizes.head }));
}

/** Adds a block of labels and returns where it ends. */
function addLabels(drawing: Drawing, block: LabelBlock, spot: Spot): number {
  const labels = stackLabels(block, spot);
  drawing.labels.push(...labels);
  return spot.grows === 1
    ? Math.max(...labels.map(({ y, height }) => y + height))
    : Math.min(...labels.map(({ y }) => y));
}

/** The highest and the lowest point of a strip. */
function findExtent(strip: Drawing): { top: number; bottom: number } {
  const { tracks, connectors, heads, stations, events, labels } = strip;
  const strokes = [...tracks.map(({ points }) => points), ...connectors].flat();
  const reach = (points: Point[], radius: number) => points.flatMap(({ y }) => [y - radius, y + radius]);
  const values = [
    0,
    ...reach(strokes, sizes.bar),
    ...reach(heads, sizes.head),
    ...reach(stations, sizes.ring),
    ...reach(events, sizes.stop),
    ...labels.flatMap(({ y, height }) => [y, y + height]),
  ];
  return { top: Math.min(...values), bottom: Math.max(...values) };
}

function addDrawing(drawing: Drawing, part: Drawing): void {
  drawing.tracks.push(...part.tracks);
  drawing.bars.push(...part.bars);
  drawing.connectors.push(...part.connectors);
  drawing.heads.push(...part.heads);
  drawing.stations.push(...part.stations);
  drawing.events.push(...part.events);
  drawing.labels.push(...part.labels);
}

function joinStations(drawing: Drawing, { rows }: Grid): void {
  const points = new Map(drawing.stations.map(({ station, x, y }) => [station, { x, y }]));
  for (const { group, station } of rows.flatMap(({ cells }) => cells)) {
    const last = group.at(-1);
    if (!last || last.station === station || group[0].station !== station) continue;
    const from = points.get(station);
    const to = points.get(last.station);
    if (station.topic !== undefined && from && to) {
      drawing.interchanges.push({ topic: station.topic, from, to });
    }
  }
}

/**
 * Draws the connectors from the end of each line round to the head of the next, one inside the other.
 * @returns how far they reach below `bottom`
 */
function drawLoops(drawing: Drawing, { plan, rows, bands }: Grid, bottom: number): number {
  if (bands.length > 1) return 0;
  const loops = rows.flatMap(({ line, after }, index) => {
    const next = plan.lines[index + 1];
    const head = drawing.heads.find((sign) => sign.line === next);
    const bar = drawing.bars.find((end) => end.line === line);
    if (!head || !bar || !isFollowed(line, next)) return [];
    const last = drawing.events.find(({ event }) => event === after.at(-1)?.event);
    return [{ head, from: last ?? { x: bar.from.x, y: (bar.from.y + bar.to.y) / 2 } }];
  });
  for (const [place, { head, from }] of loops.entries()) {
    const right = frame - edge - lane * place;
    const left = edge + lane * place;
    const low = bottom + 14 + lane * (loops.length - 1 - place);
    const points = cutCorners(
      { x: from.x, y: from.y },
      { x: right, y: from.y },
      { x: right, y: low },
      { x: left, y: low },
      { x: left, y: head.y },
      { x: head.x - sizes.head, y: head.y },
    );
    drawing.connectors.push(points);
    drawing.arrows.push({ x: frame / 2, y: low, to: 'left' });
  }
  return loops.length > 0 ? 14 + lane * (loops.length - 1) : 0;
}
