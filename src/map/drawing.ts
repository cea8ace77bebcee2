import type { MapLine, MapStation, MapStop } from './plan.ts';

/** A point in drawing units: one is about a CSS pixel at the drawing's own width. */
export interface Point {
  x: number;
  y: number;
}

/** Kinds of labels. */
export type LabelPart = 'dates' | 'changes' | 'notice' | 'title' | 'head';

/** A label: its box, from the left edge `x` and the top edge `y`, and its lines of text. */
export interface MapLabel extends Point {
  part: LabelPart;
  /** The station, event or line that it belongs to. */
  of: MapStation | MapStop | MapLine;
  width: number;
  height: number;
  anchor: 'start' | 'middle' | 'end';
  lines: string[];
  /** Whether it is struck through, as cancelled. */
  struck: boolean;
}

/** A station of a line: a ring. */
export interface DrawnStation extends Point {
  station: MapStation;
  line: MapLine;
  /** Whether it is part of an interchange. */
  shared: boolean;
}

/** An event: a small stop, with a branch from its line unless it stands on a connector itself. */
export interface DrawnEvent extends Point {
  event: MapStop;
  branch?: Point[];
}

/** A finished map. All coordinates lie within the frame from 0, 0 to width, height. */
export interface Drawing {
  width: number;
  height: number;
  /** The lines. */
  tracks: { line: MapLine; points: Point[] }[];
  /** The bars that end the lines. */
  bars: { line: MapLine; from: Point; to: Point }[];
  /** The dotted connectors before, between and after the lines. */
  connectors: Point[][];
  /** The directions of connectors. */
  arrows: (Point & { to: 'left' | 'right' | 'up' })[];
  /** The signs at the heads of the lines. */
  heads: (Point & { line: MapLine })[];
  stations: DrawnStation[];
  /** Shared topics: each a capsule from the first to the last of its stations, which lie on a straight line. */
  interchanges: { topic: string; from: Point; to: Point }[];
  events: DrawnEvent[];
  labels: MapLabel[];
}

/** Sizes of the signs, in drawing units. */
export const sizes = {
  /** Radius of a station's ring, including its stroke. */
  ring: 14,
  /** Radius of the sign at a line's head. */
  head: 17,
  /** Radius of an event's stop. */
  stop: 6,
  /** Half the length of a terminus bar. */
  bar: 11,
  /** Width of a line's stroke. */
  stroke: 9,
} as const;

/**
 * Font size and line height of each kind of label, in drawing units, and the width of its weight relative to
 * bold, in which text is measured.
 */
export const type: Record<LabelPart, { size: number; leading: number; weight: number }> = {
  dates: { size: 14, leading: 17, weight: 0.942 },
  changes: { size: 14, leading: 17, weight: 0.942 },
  notice: { size: 14, leading: 17, weight: 1 },
  title: { size: 14.5, leading: 17, weight: 1 },
  head: { size: 17, leading: 20, weight: 1.06 },
};

/** Creates an empty drawing to add to. */
export function createDrawing(width: number): Drawing {
  return {
    width,
    height: 0,
    tracks: [],
    bars: [],
    connectors: [],
    arrows: [],
    heads: [],
    stations: [],
    interchanges: [],
    events: [],
    labels: [],
  };
}

/** Mirrors a drawing for a language that is read from right to left. */
export function mirrorDrawing(drawing: Drawing): Drawing {
  const mirrored = movePoints(drawing, (point) => ({ ...point, x: drawing.width - point.x }));
  return {
    ...mirrored,
    arrows: mirrored.arrows.map((arrow) => (arrow.to === 'left' ? { ...arrow, to: 'right' } : arrow)),
    labels: mirrored.labels.map((label) => ({
      ...label,
      x: label.x - label.width,
      lines: label.part === 'changes' ? label.lines.map((line) => line.replace('→', '←')) : label.lines,
    })),
  };
}

/** Moves every point of a drawing. */
export function movePoints(drawing: Drawing, move: <T extends Point>(point: T) => T): Drawing {
  const moveEnds = <T extends { from: Point; to: Point }>(piece: T): T => ({
    ...piece,
    from: move(piece.from),
    to: move(piece.to),
  });
  return {
    ...drawing,
    tracks: drawing.tracks.map(({ line, points }) => ({ line, points: points.map(move) })),
    bars: drawing.bars.map(moveEnds),
    connectors: drawing.connectors.map((points) => points.map(move)),
    arrows: drawing.arrows.map(move),
    heads: drawing.heads.map(move),
    stations: drawing.stations.map(move),
    interchanges: drawing.interchanges.map(moveEnds),
    events: drawing.events.map((event) => ({ ...move(event), branch: event.branch?.map(move) })),
    labels: drawing.labels.map(move),
  };
}
