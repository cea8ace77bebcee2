import { describeHead, describeStation } from './block.ts';
import { alignLines, type Group } from './columns.ts';
import { sizes, type Drawing, type Point } from './drawing.ts';
import { drawStroke } from './path.ts';
import { placeEvents, type EventPlaces, type MapPlan } from './plan.ts';
import { addRow, addStop, addWay, createSheet, edge, endOfRows, frame, lane, type Sheet } from './sheet.ts';

/**
 * Lays a programme out from top to bottom for narrow screens: the lines run side by side at the left, and all
 * labels stand at their right, a row for each station, interchange and event. From the end of a line a way
 * leads round the left to the head of the next.
 */
export function layoutTall(plan: MapPlan): Drawing {
  const places = placeEvents(plan);
  const sheet = createSheet(plan);
  const heads = addHeads(sheet, plan, places);
  for (const group of alignLines(plan.lines).flat()) {
    addGroup(sheet, plan, group);
    addEvents(sheet, group, places, heads);
  }
  const height = addLoops(sheet, heads) + edge;
  return { ...sheet.drawing, width: frame, height: Math.ceil(height) };
}

/** Adds the events before the first line and the row of all signs, and returns the height of the signs. */
function addHeads(sheet: Sheet, { lines }: MapPlan, { before }: EventPlaces): number {
  const { drawing, tracks } = sheet;
  const [first] = tracks;
  const stops = first ? before.map((event) => addStop(sheet, first, event)) : [];
  const y = addRow(sheet, lines.map(describeHead));
  drawing.heads.push(...tracks.map(({ line, x }) => ({ line, x, y })));
  if (first && stops[0] !== undefined) addWay(sheet, first, stops[0], y - sizes.head);
  return y;
}

function addGroup(sheet: Sheet, plan: MapPlan, group: Group): void {
  const { drawing, tracks } = sheet;
  const blocks = group.map(({ station, line }, index) =>
    describeStation(plan, group, station, { titled: index === 0, numeral: plan.lines[line]?.numeral }),
  );
  const y = addRow(sheet, blocks);
  const points: Point[] = [];
  for (const placed of group) {
    const track = tracks[placed.line];
    if (!track) continue;
    points.push({ x: track.x, y });
    const { station } = placed;
    drawing.stations.push({ x: track.x, y, station, line: track.line, shared: group.length > 1 });
  }
  const topic = group[0].station.topic;
  const [from, to] = [points[0], points.at(-1)];
  if (group.length > 1 && topic !== undefined && from && to) drawing.interchanges.push({ topic, from, to });
}

/** Adds the events of a group's weeks, ends the lines whose last weeks these are, and adds what comes after. */
function addEvents(sheet: Sheet, group: Group, places: EventPlaces, heads: number): void {
  const { drawing, tracks } = sheet;
  const middle = drawing.stations.at(-1)?.y ?? heads;
  const placed = group.flatMap(({ station, line }) => {
    const track = tracks[line];
    return track ? [{ station, track }] : [];
  });
  for (const { station, track } of placed) {
    const stops = (places.beside.get(station.id) ?? []).map((event) => addStop(sheet, track, event));
    if (station !== track.line.stations.at(-1)) continue;
    const { line, x } = track;
    const end = Math.max(middle, ...stops) + 24;
    drawing.tracks.push({ line, ...drawStroke([heads, end].map((y) => ({ x, y }))) });
    drawing.bars.push({ line, from: { x: x - sizes.bar, y: end }, to: { x: x + sizes.bar, y: end } });
    const later = (places.after.get(line.id) ?? []).map((event) => addStop(sheet, track, event));
    track.end = later.at(-1) ?? end;
    if (track.end > end) addWay(sheet, track, end, track.end);
  }
}

/**
 * Adds the ways from the end of each line round the left to the head of the next, one outside the other.
 * @returns the lowest point of the drawing
 */
function addLoops(sheet: Sheet, heads: number): number {
  const { drawing, tracks } = sheet;
  const leading = tracks.filter(({ leadsOn }) => leadsOn);
  const low = Math.max(endOfRows(sheet), ...tracks.map(({ end }) => end));
  for (const [place, track] of leading.entries()) {
    const to = tracks[tracks.indexOf(track) + 1]?.x ?? track.x;
    const left = edge + lane * (leading.length - 1 - place);
    const bottom = low + 16 + lane * place;
    drawing.ways.push(
      drawStroke([
        { x: track.x, y: track.end },
        { x: track.x, y: bottom },
        { x: left, y: bottom },
        { x: left, y: left },
        { x: to, y: left },
        { x: to, y: heads - sizes.head },
      ]),
    );
    drawing.arrows.push({ x: left, y: Math.round((heads + low) / 2), to: 'up' });
  }
  return leading.length > 0 ? low + 16 + lane * (leading.length - 1) : low;
}
