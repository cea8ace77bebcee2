import type { Drawing, Point } from './drawing.ts';
import { sizes } from './drawing.ts';
import { moveStroke } from './path.ts';

/** Adds a drawing to another, moved down by `dy`. */
export function addLayer(to: Drawing, layer: Drawing, dy: number): void {
  const move = <T extends Point>(item: T): T => ({ ...item, y: item.y + dy });
  to.tracks.push(...layer.tracks.map(({ line, ...stroke }) => ({ line, ...moveStroke(stroke, 0, dy) })));
  to.bars.push(...layer.bars.map(({ line, from, to: end }) => ({ line, from: move(from), to: move(end) })));
  to.ways.push(...layer.ways.map((way) => moveStroke(way, 0, dy)));
  to.heads.push(...layer.heads.map(move));
  to.stations.push(...layer.stations.map(move));
  to.events.push(
    ...layer.events.map((stop) => ({ ...move(stop), branch: stop.branch && moveStroke(stop.branch, 0, dy) })),
  );
  to.labels.push(...layer.labels.map(move));
}

/** The highest and the lowest point of a drawing. Nothing drawn reaches from 0 to 0. */
export function reachOf({ tracks, ways, heads, stations, events, labels }: Drawing): {
  top: number;
  bottom: number;
} {
  const spans = [
    ...[...tracks, ...ways].flatMap(({ points }) => points.map(({ y }) => [y - sizes.bar, y + sizes.bar])),
    ...heads.map(({ y }) => [y - sizes.head, y + sizes.head]),
    ...stations.map(({ y }) => [y - sizes.ring, y + sizes.ring]),
    ...events.map(({ y }) => [y - sizes.stop, y + sizes.stop]),
    ...labels.map(({ y, height }) => [y, y + height]),
  ];
  const values = spans.flat();
  return { top: Math.min(0, ...values), bottom: Math.max(0, ...values) };
}
