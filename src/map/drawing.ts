import type { MapLine, MapStation, MapStop } from './plan.ts';

/** A point in drawing units: one is about a CSS pixel at the drawing's own width. */
export interface Point {
  x: number;
  y: number;
}

/** A stroke: its corners, with bends of 45 degrees, and the same as an SVG path with the bends rounded. */
export interface Stroke {
  points: Point[];
  d: string;
}

/** A line of text blocks' kinds, from the station outwards. */
export type LabelPart = 'dates' | 'changes' | 'notice' | 'title' | 'head';

/** A block of text: its box, and the lines of text in it from top to bottom. */
export interface MapLabel {
  part: LabelPart;
  /** What it names: a station, an event, or a line for its head. */
  of: MapStation | MapStop | MapLine;
  x: number;
  y: number;
  width: number;
  height: number;
  anchor: 'start' | 'middle' | 'end';
  lines: string[];
  /** Whether what it says is cancelled. */
  struck: boolean;
}

/** A station of a line: a ring. */
export interface DrawnStation extends Point {
  station: MapStation;
  line: MapLine;
  /** Whether it stands in an interchange. */
  shared: boolean;
}

/** A shared topic: a capsule from the first to the last of its stations, which stand on one straight line. */
export interface Interchange {
  topic: string;
  from: Point;
  to: Point;
}

/** An event: a small stop, with a branch to it from its line where it does not stand on the way itself. */
export interface DrawnEvent extends Point {
  event: MapStop;
  branch: Stroke | undefined;
}

/** Which way a way leads. */
export interface Arrow extends Point {
  to: 'left' | 'right' | 'up';
}

/** The map, ready to be drawn. All coordinates lie within the frame from 0, 0 to width, height. */
export interface Drawing {
  width: number;
  height: number;
  /** The lines, with the bars that end them. */
  tracks: (Stroke & { line: MapLine })[];
  bars: { line: MapLine; from: Point; to: Point }[];
  /** The ways before, between and after the lines. */
  ways: Stroke[];
  arrows: Arrow[];
  /** The signs at the heads of the lines. */
  heads: (Point & { line: MapLine })[];
  stations: DrawnStation[];
  interchanges: Interchange[];
  events: DrawnEvent[];
  labels: MapLabel[];
}

/** Sizes of the signs, in drawing units. */
export const sizes = {
  /** Radius of a station's ring, its stroke included. */
  ring: 14,
  /** Radius of the sign at a line's head. */
  head: 17,
  /** Radius of an event's stop. */
  stop: 6,
  /** Half a terminus bar. */
  bar: 11,
  /** Width of a line's stroke. */
  stroke: 9,
} as const;

/**
 * Font size and line height of each kind of text, in drawing units, and how wide its weight is beside the bold
 * that text is measured in.
 */
export const type: Record<LabelPart, { size: number; leading: number; weight: number }> = {
  dates: { size: 14, leading: 17, weight: 0.942 },
  changes: { size: 14, leading: 17, weight: 0.942 },
  notice: { size: 14, leading: 17, weight: 1 },
  title: { size: 14.5, leading: 17, weight: 1 },
  head: { size: 17, leading: 20, weight: 1.06 },
};

/** An empty drawing to add to. */
export function createDrawing(): Drawing {
  return {
    width: 0,
    height: 0,
    tracks: [],
    bars: [],
    ways: [],
    arrows: [],
    heads: [],
    stations: [],
    interchanges: [],
    events: [],
    labels: [],
  };
}
