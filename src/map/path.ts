import type { Point, Stroke } from './drawing.ts';

/** How far a bend begins before its corner. */
const bend = 14;
/** How much a right angle loses to its diagonal. */
const cut = 26;

/**
 * Makes a stroke through corner points. Right angles become two bends of 45 degrees, as on transit maps, and
 * all bends are rounded.
 */
export function drawStroke(corners: Point[]): Stroke {
  const points = cutCorners(corners.filter((point, index) => !isBetween(corners, point, index)));
  const pieces = points.map((point, index) => {
    const previous = points[index - 1];
    const next = points[index + 1];
    if (!previous) return `M${show(point)}`;
    if (!next) return `L${show(point)}`;
    const reach = Math.min(bend, distance(previous, point) / 2, distance(point, next) / 2);
    return `L${show(toward(point, previous, reach))}Q${show(point)} ${show(toward(point, next, reach))}`;
  });
  return { points, d: pieces.join('') };
}

/** A stroke moved by a distance. */
export function moveStroke(stroke: Stroke, dx: number, dy: number): Stroke {
  return drawStroke(stroke.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })));
}

function cutCorners(points: Point[]): Point[] {
  return points.flatMap((point, index) => {
    const previous = points[index - 1];
    const next = points[index + 1];
    if (!previous || !next || !isRight(previous, point, next)) return [point];
    const reach = Math.min(cut, distance(previous, point) / 2, distance(point, next) / 2);
    return [toward(point, previous, reach), toward(point, next, reach)];
  });
}

const isRight = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) === 0;

/** Says whether a point adds nothing: it repeats the one before, or lies on the way to the next. */
function isBetween(points: Point[], point: Point, index: number): boolean {
  const previous = points[index - 1];
  const next = points[index + 1];
  if (!previous) return false;
  if (previous.x === point.x && previous.y === point.y) return true;
  if (!next) return false;
  return (point.x - previous.x) * (next.y - point.y) === (point.y - previous.y) * (next.x - point.x);
}

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

function toward(from: Point, to: Point, reach: number): Point {
  const share = reach / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const show = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

/** At most one decimal: more costs bytes and shows nothing. */
export const round = (value: number) => Math.round(value * 10) / 10;
