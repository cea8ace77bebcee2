import type { Drawing, MapLabel, Point, Stroke } from './drawing.ts';
import { drawStroke } from './path.ts';

/** The drawing for a language that is read from right to left: what was on the left is on the right. */
export function mirrorDrawing(drawing: Drawing): Drawing {
  const { width, tracks, bars, ways, arrows, heads, stations, interchanges, events, labels } = drawing;
  const turn = <T extends Point>(point: T): T => ({ ...point, x: width - point.x });
  const redraw = <T extends Stroke>(stroke: T): T => ({ ...stroke, ...drawStroke(stroke.points.map(turn)) });
  const swap = <T extends { from: Point; to: Point }>(piece: T): T => ({
    ...piece,
    from: turn(piece.from),
    to: turn(piece.to),
  });
  /** `x` is the left edge of a label's box. Its anchor stays: texts begin at the right. Arrows in texts turn. */
  const move = (label: MapLabel): MapLabel => ({
    ...label,
    x: width - label.x - label.width,
    lines: label.part === 'changes' ? label.lines.map((line) => line.replace('→', '←')) : label.lines,
  });
  return {
    ...drawing,
    tracks: tracks.map(redraw),
    bars: bars.map(swap),
    ways: ways.map(redraw),
    arrows: arrows.map((arrow) => turn({ ...arrow, to: arrow.to === 'left' ? 'right' : arrow.to })),
    heads: heads.map(turn),
    stations: stations.map(turn),
    interchanges: interchanges.map(swap),
    events: events.map((event) => turn({ ...event, branch: event.branch && redraw(event.branch) })),
    labels: labels.map(move),
  };
}
