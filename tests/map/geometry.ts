import { sizes, type Drawing, type MapLabel, type Point } from '../../src/map/drawing.ts';
import type { MapPlan } from '../../src/map/plan.ts';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** A drawn shape: a stroke through points, or a single point, with a radius. */
interface Shape {
  name: string;
  points: Point[];
  reach: number;
}

/** Describes every fault of a drawing. */
export function findFaults(drawing: Drawing, plan: MapPlan, orientation: 'wide' | 'tall'): string[] {
  return [
    ...findMissing(drawing, plan),
    ...findOverlaps(drawing),
    ...findOutside(drawing),
    ...findStrays(drawing, orientation),
    ...findLoose(drawing),
  ];
}

function findMissing(
  { stations, events, labels, heads }: Drawing,
  { lines, events: all }: MapPlan,
): string[] {
  const drawn = [...stations.map(({ station }) => station.id), ...events.map(({ event }) => event.id)].sort();
  const wanted = [
    ...lines.flatMap((line) => line.stations.map(({ id }) => id)),
    ...all.map(({ id }) => id),
  ].sort();
  return [
    ...(drawn.join() === wanted.join() ? [] : [`drawn are ${drawn.join()} and not ${wanted.join()}`]),
    ...wanted.filter((id) => !labels.some(({ of }) => of.id === id)).map((id) => `${id} has no label`),
    ...lines.filter((line) => !heads.some((head) => head.line === line)).map(({ id }) => `${id} has no head`),
  ];
}

function findOverlaps(drawing: Drawing): string[] {
  const { labels } = drawing;
  const shapes = shapesOf(drawing);
  const rings = shapes.filter(({ points }) => points.length === 1);
  return [
    ...labels.flatMap((label, index) =>
      labels
        .slice(index + 1)
        .filter((other) => meet(boxOf(label), boxOf(other)))
        .map((other) => `${nameOf(label)} and ${nameOf(other)} overlap`),
    ),
    ...labels.flatMap((label) =>
      shapes
        .filter((shape) => touches(shape, boxOf(label)))
        .map(({ name }) => `${nameOf(label)} overlaps ${name}`),
    ),
    ...rings.flatMap((ring, index) =>
      rings
        .slice(index + 1)
        .filter((other) => distance(ring.points, other.points) < ring.reach + other.reach)
        .map(({ name }) => `${ring.name} and ${name} overlap`),
    ),
  ];
}

function findOutside(drawing: Drawing): string[] {
  const { width, height, labels } = drawing;
  const frame = { left: -0.01, top: -0.01, right: width + 0.01, bottom: height + 0.01 };
  const isOut = (box: Box) =>
    box.left < frame.left || box.top < frame.top || box.right > frame.right || box.bottom > frame.bottom;
  // A line that continues in the next band runs up to the frame.
  const shapes = shapesOf(drawing).flatMap(({ name, points, reach }) =>
    points.map((point) => ({ name, box: grow(point, reach) })),
  );
  return [
    ...labels.filter((label) => isOut(boxOf(label))).map((label) => `${nameOf(label)} is outside`),
    ...shapes
      .filter(({ name, box }) =>
        isOut(name === 'a track' || name === 'a connector' ? { ...box, left: 0, right: 0 } : box),
      )
      .map(({ name }) => `${name} is outside`),
  ];
}

/**
 * Stations whose labels stand nearer to another station. The labels of an interchange belong together; in the
 * tall drawing they stand in rows, so that only the height counts.
 */
function findStrays({ stations, labels, interchanges }: Drawing, orientation: 'wide' | 'tall'): string[] {
  const away = (boxes: Box[], { x, y }: Point) => {
    const across = (box: Box) => (orientation === 'tall' ? 0 : Math.max(box.left - x, 0, x - box.right));
    return Math.min(...boxes.map((box) => Math.hypot(across(box), Math.max(box.top - y, 0, y - box.bottom))));
  };
  return stations.flatMap((own) => {
    const joined = interchanges.find((interchange) => isOn(own, interchange));
    const mates = stations.filter((other) => other === own || (joined && isOn(other, joined)));
    const boxes = labels
      .filter(({ of }) =>
        orientation === 'tall' ? mates.some(({ station }) => station === of) : of === own.station,
      )
      .map(boxOf);
    const least = Math.min(...mates.map((mate) => away(boxes, mate)));
    return stations
      .filter((other) => !mates.includes(other) && away(boxes, other) <= least)
      .map((other) => `the labels of ${own.station.id} stand nearer to ${other.station.id}`);
  });
}

/** Branches that do not leave from a line. */
function findLoose({ events, tracks }: Drawing): string[] {
  const isOnTrack = (point: Point) =>
    tracks.some(({ points }) =>
      touches({ name: 'a track', points, reach: sizes.stroke / 2 }, grow(point, 0)),
    );
  return events
    .filter(({ branch }) => branch?.[0] && !isOnTrack(branch[0]))
    .map(({ event }) => `the branch to ${event.id} leaves from no line`);
}

const isOn = ({ x, y }: Point, { from, to }: { from: Point; to: Point }) =>
  isBetween(from.x, x, to.x) && isBetween(from.y, y, to.y);
const isBetween = (one: number, value: number, other: number) =>
  Math.min(one, other) <= value && value <= Math.max(one, other);

function shapesOf(drawing: Drawing): Shape[] {
  const { tracks, bars, connectors, arrows, heads, stations, interchanges, events } = drawing;
  return [
    ...tracks.map(({ points }) => ({ name: 'a track', points, reach: sizes.stroke / 2 })),
    ...bars.map(({ from, to }) => ({ name: 'a bar', points: [from, to], reach: 2 })),
    ...connectors.map((points) => ({ name: 'a connector', points, reach: 2 })),
    ...arrows.map((arrow) => ({ name: 'an arrow', points: [arrow], reach: 6 })),
    ...heads.map((head) => ({ name: `the head of ${head.line.id}`, points: [head], reach: sizes.head })),
    ...stations.map((at) => ({ name: at.station.id, points: [at], reach: sizes.ring })),
    ...interchanges.map(({ from, to, topic }) => ({ name: topic, points: [from, to], reach: sizes.ring })),
    ...events.map((at) => ({ name: at.event.id, points: [at], reach: sizes.stop })),
    ...events.flatMap(({ branch }) => (branch ? [{ name: 'a branch', points: branch, reach: 1.5 }] : [])),
  ];
}

/** Whether a shape enters a box. */
function touches({ points, reach }: Shape, { left, top, right, bottom }: Box): boolean {
  const near = { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
  return points.some((point, index) => enters(points[index - 1] ?? point, point, near));
}

/** Whether a segment has a point inside a box (Liang–Barsky clipping). */
function enters(from: Point, to: Point, box: Box): boolean {
  const clip = (start: number, way: number, least: number, most: number): [number, number] => {
    if (way === 0) return least < start && start < most ? [0, 1] : [1, 0];
    const [a, b] = [(least - start) / way, (most - start) / way];
    return [Math.min(a, b), Math.max(a, b)];
  };
  const across = clip(from.x, to.x - from.x, box.left, box.right);
  const down = clip(from.y, to.y - from.y, box.top, box.bottom);
  return Math.max(0, across[0], down[0]) < Math.min(1, across[1], down[1]);
}

const distance = ([a]: Point[], [b]: Point[]) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Infinity);

const grow = ({ x, y }: Point, reach: number): Box => ({
  left: x - reach,
  top: y - reach,
  right: x + reach,
  bottom: y + reach,
});

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxOf = ({ x, y, width, height }: MapLabel): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

const nameOf = ({ of, part, lines }: MapLabel) => `${part} of ${of.id} "${lines.join(' ')}"`;
