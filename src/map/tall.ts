import { alignLines, type Group } from './align.ts';
import { createDrawing, sizes, type Drawing, type MapLabel } from './drawing.ts';
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
  type MapStop,
} from './plan.ts';
import { cutCorners } from './stroke.ts';

/** Width of the drawing. */
const frame = 340;
/** Space kept free at the edges. */
const edge = 8;
/** Distance between two connectors side by side. */
const lane = 12;
/** Distance between two lines. */
const lineGap = 38;
/** Distance between two rows. */
const rowGap = 17;

/** A line of the drawing. */
interface Track {
  line: MapLine;
  x: number;
  /** Where it ends, with the events after it; 0 as long as it is not known. */
  end: number;
}

/** The drawing while it is filled from top to bottom. */
interface Sheet {
  drawing: Drawing;
  tracks: Track[];
  /** Where labels begin. */
  margin: number;
  /** Where the next row begins. */
  y: number;
}

/**
 * Lays a map out from top to bottom for narrow screens: the lines run side by side at the left, and all labels
 * are at their right, a row for each station, interchange and event. A connector leads from the end of a line
 * round the left to the head of the next.
 */
export function layoutTall(plan: MapPlan): Drawing {
  const { lines } = plan;
  const places = placeEvents(plan);
  const followed = lines.filter((line, index) => isFollowed(line, lines[index + 1]));
  const loops = followed.length;
  const first = loops > 0 ? edge + lane * loops + sizes.head - 4 : sizes.head + 2;
  const sheet: Sheet = {
    drawing: createDrawing(frame),
    tracks: lines.map((line, index) => ({ line, x: first + index * lineGap, end: 0 })),
    margin: first + (lines.length - 1) * lineGap + sizes.head + 10,
    y: loops > 0 ? edge + lane * loops + 6 : edge,
  };
  const heads = addHeads(sheet, plan, places);
  for (const group of alignLines(lines).flat()) addGroup(sheet, plan, group, places, heads);
  const height = addLoops(sheet, followed, heads) + edge;
  return { ...sheet.drawing, height: Math.ceil(height) };
}

/** Adds the events before the first line and the row of all signs, and returns the height of the signs. */
function addHeads(sheet: Sheet, { lines }: MapPlan, { before }: EventPlaces): number {
  const { drawing, tracks } = sheet;
  const [first] = tracks;
  const stops = first ? before.map((event) => addStop(sheet, first, event)) : [];
  const y = addRow(sheet, lines.map(describeHead));
  drawing.heads.push(...tracks.map(({ line, x }) => ({ line, x, y })));
  if (first && stops[0] !== undefined) connect(sheet, first, stops[0], y - sizes.head);
  return y;
}

/** Adds a station or an interchange and the events of its weeks, and ends the lines whose last weeks these are. */
function addGroup(sheet: Sheet, plan: MapPlan, group: Group, places: EventPlaces, heads: number): void {
  const { drawing, tracks } = sheet;
  const blocks = group.map(({ station, line }, index) =>
    describeStation(plan, group, station, index === 0, plan.lines[line]?.sign),
  );
  const y = addRow(sheet, blocks);
  const placed = group.flatMap(({ station, line }) => {
    const track = tracks[line];
    return track ? [{ station, track }] : [];
  });
  for (const { station, track } of placed) {
    drawing.stations.push({ x: track.x, y, station, line: track.line, shared: group.length > 1 });
  }
  const [first, last] = [placed[0], placed.at(-1)];
  if (first?.station.topic !== undefined && last && last !== first) {
    const { topic } = first.station;
    drawing.interchanges.push({ topic, from: { x: first.track.x, y }, to: { x: last.track.x, y } });
  }
  for (const { station, track } of placed) {
    const stops = (places.beside.get(station.id) ?? []).map((event) => addStop(sheet, track, event));
    if (station === track.line.stations.at(-1)) {
      endTrack(sheet, track, heads, Math.max(y, ...stops) + 24, places.after.get(track.line.id) ?? []);
    }
  }
}

/** Draws a line from its head to its end, and adds the events after it. */
function endTrack(sheet: Sheet, track: Track, heads: number, end: number, events: MapStop[]): void {
  const { line, x } = track;
  sheet.drawing.tracks.push({ line, points: cutCorners({ x, y: heads }, { x, y: end }) });
  sheet.drawing.bars.push({ line, from: { x: x - sizes.bar, y: end }, to: { x: x + sizes.bar, y: end } });
  track.end = events.map((event) => addStop(sheet, track, event)).at(-1) ?? end;
  if (track.end > end) connect(sheet, track, end, track.end);
}

/**
 * Adds the connectors from the end of each line round the left to the head of the next, one outside the other.
 * @returns the lowest point of the drawing
 */
function addLoops({ drawing, tracks, y }: Sheet, followed: MapLine[], heads: number): number {
  const low = Math.max(y - rowGap, ...tracks.map(({ end }) => end));
  const leading = tracks.filter(({ line }) => followed.includes(line));
  for (const [place, track] of leading.entries()) {
    const to = tracks[tracks.indexOf(track) + 1]?.x ?? track.x;
    const left = edge + lane * (leading.length - 1 - place);
    const bottom = low + 16 + lane * place;
    const points = cutCorners(
      { x: track.x, y: track.end },
      { x: track.x, y: bottom },
      { x: left, y: bottom },
      { x: left, y: left },
      { x: to, y: left },
      { x: to, y: heads - sizes.head },
    );
    drawing.connectors.push(points);
    drawing.arrows.push({ x: left, y: Math.round((heads + low) / 2), to: 'up' });
  }
  return leading.length > 0 ? low + 16 + lane * (leading.length - 1) : low;
}

/** Adds a row of labels, blocks below each other, and returns its middle. */
function addRow(sheet: Sheet, blocks: LabelBlock[]): number {
  const { margin, y: top } = sheet;
  const labels: MapLabel[] = [];
  let y = top;
  for (const { of, texts } of blocks) {
    const spot: Spot = { x: margin, y, width: frame - edge - margin, anchor: 'start', grows: 1 };
    labels.push(...setBeside(labels.at(-1), stackLabels({ of, texts: texts.toReversed() }, spot)));
    y = Math.max(...labels.map((label) => label.y + label.height)) + 2;
  }
  const used = y - 2 - top;
  const height = Math.max(used, 2 * sizes.ring);
  sheet.drawing.labels.push(...labels.map((label) => ({ ...label, y: label.y + (height - used) / 2 })));
  sheet.y = top + height + rowGap;
  return Math.round(top + height / 2);
}

/** Moves dates up beside the dates before them where there is room. */
function setBeside(before: MapLabel | undefined, labels: MapLabel[]): MapLabel[] {
  const [label] = labels;
  if (before?.part !== 'dates' || label?.part !== 'dates' || labels.length > 1) return labels;
  const x = before.x + before.width + 10;
  return x + label.width <= frame - edge ? [{ ...label, x, y: before.y }] : labels;
}

/** Adds a row for an event, a stop on a line or on a connector, and returns its middle. */
function addStop(sheet: Sheet, { x }: Track, event: MapStop): number {
  const y = addRow(sheet, [describeEvent(event)]);
  sheet.drawing.events.push({ x, y, event });
  return y;
}

/** Adds a connector straight down. */
function connect({ drawing }: Sheet, { x }: Track, from: number, to: number): void {
  drawing.connectors.push(cutCorners({ x, y: from }, { x, y: to }));
}
