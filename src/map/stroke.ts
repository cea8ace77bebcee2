import type { Point } from './drawing.ts';

/** How far from its corner a rounded bend begins. */
const bend = 14;
/** How much a right angle loses to its diagonal. */
const cut = 26;

/** The points of a stroke through corners, each right angle cut into two bends of 45 degrees as on transit maps. */
export function cutCorners(...corners: Point[]): Point[] {
  const points = corners.filter(
    (point, index) => !isRedundant(corners[index - 1], point, corners[index + 1]),
  );
  return points.flatMap((point, index) => {
    const previous = points[index - 1];
    const next = points[index + 1];
    if (!previous || !next || !isRightAngle(previous, point, next)) return [point];
    const reach = Math.min(cut, distance(previous, point) / 2, distance(point, next) / 2);
    return [toward(point, previous, reach), toward(point, next, reach)];
  });
}

/** The SVG path of a stroke, its bends rounded. */
export function toPath(points: Point[]): string {
  const pieces = points.map((point, index) => {
    const previous = points[index - 1];
    const next = points[index + 1];
    if (!previous) return `M${format(point)}`;
    if (!next) return `L${format(point)}`;
    const reach = Math.min(bend, distance(previous, point) / 2, distance(point, next) / 2);
    return `L${format(toward(point, previous, reach))}Q${format(point)} ${format(toward(point, next, reach))}`;
  });
  return pieces.join('');
}

/** Whether a point repeats the one before it, or lies on the straight line to the next. */
function isRedundant(previous: Point | undefined, point: Point, next: Point | undefined): boolean {
  if (!previous) return false;
  if (previous.x === point.x && previous.y === point.y) return true;
  if (!next) return false;
  return (point.x - previous.x) * (next.y - point.y) === (point.y - previous.y) * (next.x - point.x);
}

const isRightAngle = (a: Point, b: Point, c: Point) =>
  (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) === 0;

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

function toward(from: Point, to: Point, reach: number): Point {
  const share = reach / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const format = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

/** One decimal: more costs bytes and shows nothing. */
const round = (value: number) => Math.round(value * 10) / 10;
