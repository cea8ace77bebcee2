import { describeEvent, stackLabels, type Words } from './block.ts';
import { createDrawing, sizes, type Drawing, type MapLabel } from './drawing.ts';
import { drawStroke } from './path.ts';
import { spanOfLine, type MapLine, type MapPlan, type MapStop } from './plan.ts';

/** The frame's width, and what is kept free at its edges. */
export const frame = 340;
export const edge = 8;
/** Between two ways that lead back beside each other. */
export const lane = 12;

/** Between the middles of two lines. */
const apart = 38;
/** Between two rows. */
const between = 17;

/** A line of the tall drawing. */
export interface Track {
  line: MapLine;
  x: number;
  /** Whether a way leads from its end to the head of the next line. */
  leadsOn: boolean;
  /** Where it ends, with the events after it; 0 as long as it is not known. */
  end: number;
}

/** The tall drawing while it is filled from top to bottom. */
export interface Sheet {
  drawing: Drawing;
  tracks: Track[];
  /** Where labels begin. */
  margin: number;
  /** Where the next row begins. */
  y: number;
}

/** An empty sheet with room for its lines, and for the ways at their left. */
export function createSheet({ lines }: MapPlan): Sheet {
  const leadsOn = lines.map((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && spanOfLine(line).end < spanOfLine(next).start;
  });
  const loops = leadsOn.filter(Boolean).length;
  const first = loops > 0 ? edge + lane * loops + sizes.head - 4 : sizes.head + 2;
  const tracks = lines.map((line, index) => ({
    line,
    x: first + index * apart,
    leadsOn: leadsOn[index] ?? false,
    end: 0,
  }));
  const margin = first + (lines.length - 1) * apart + sizes.head + 10;
  return { drawing: createDrawing(), tracks, margin, y: loops > 0 ? edge + lane * loops + 6 : edge };
}

/** Adds a row of labels, blocks below each other, and returns its middle. */
export function addRow(sheet: Sheet, blocks: Words[]): number {
  const { margin, y: top } = sheet;
  const labels: MapLabel[] = [];
  let y = top;
  for (const { of, texts } of blocks) {
    const spot = { x: margin, y, width: frame - edge - margin, anchor: 'start', grows: 1 } as const;
    labels.push(...setBeside(labels.at(-1), stackLabels({ of, texts: texts.toReversed() }, spot)));
    y = Math.max(...labels.map((label) => label.y + label.height)) + 2;
  }
  const used = y - 2 - top;
  const height = Math.max(used, 2 * sizes.ring);
  sheet.drawing.labels.push(...labels.map((label) => ({ ...label, y: label.y + (height - used) / 2 })));
  sheet.y = top + height + between;
  return Math.round(top + height / 2);
}

/** Dates that follow dates stand on one line with them where there is room. */
function setBeside(before: MapLabel | undefined, labels: MapLabel[]): MapLabel[] {
  const [label] = labels;
  if (before?.part !== 'dates' || label?.part !== 'dates' || labels.length > 1) return labels;
  const x = before.x + before.width + 10;
  return x + label.width <= frame - edge ? [{ ...label, x, y: before.y }] : labels;
}

/** Adds a row for an event, a stop on a line or on the way before or after it, and returns its middle. */
export function addStop(sheet: Sheet, { x }: Track, event: MapStop): number {
  const y = addRow(sheet, [describeEvent(event)]);
  sheet.drawing.events.push({ x, y, event, branch: undefined });
  return y;
}

/** Adds a way straight down. */
export function addWay({ drawing }: Sheet, { x }: Track, from: number, to: number): void {
  const corners = [from, to].map((y) => ({ x, y }));
  drawing.ways.push(drawStroke(corners));
}

/** The end of the last row. */
export function endOfRows({ y }: Sheet): number {
  return y - between;
}
