import { listChanges, type Group } from './align.ts';
import { type LabelPart, type MapLabel, type } from './drawing.ts';
import type { MapLine, MapPlan, MapStation, MapStop } from './plan.ts';
import { measureText, wrapText } from './text.ts';

/** The texts of one station, event or line: the nearest to it first, not wrapped and not placed yet. */
export interface LabelBlock {
  of: MapStation | MapStop | MapLine;
  texts: { part: LabelPart; text: string; struck?: boolean }[];
}

/**
 * Lists the labels of a station.
 * @param titled whether it bears the title: an interchange has one for all its stations
 * @param line the short name of its line, shown before its dates
 */
export function describeStation(
  plan: MapPlan,
  group: Group,
  station: MapStation,
  titled: boolean,
  line?: string,
): LabelBlock {
  const { dates, notice, title, status } = station;
  const changes = listChanges(plan, group, station);
  const texts: LabelBlock['texts'] = [
    {
      part: 'dates',
      text: line === undefined ? dates : `${line} · ${dates}`,
      struck: status === 'cancelled',
    },
  ];
  if (changes !== '') texts.push({ part: 'changes', text: `→ ${changes}` });
  if (notice !== undefined) texts.push({ part: 'notice', text: notice });
  if (titled) {
    const struck = group.every((placed) => placed.station.status === 'cancelled');
    texts.push({ part: 'title', text: title.text, struck });
  }
  return { of: station, texts };
}

/** Lists the labels of an event. */
export function describeEvent(event: MapStop): LabelBlock {
  const { dates, notice, title, status } = event;
  const struck = status === 'cancelled';
  const texts: LabelBlock['texts'] = [{ part: 'dates', text: dates, struck }];
  if (notice !== undefined) texts.push({ part: 'notice', text: notice });
  texts.push({ part: 'title', text: title.text, struck });
  return { of: event, texts };
}

/** Lists the labels of a line's head. */
export function describeHead(line: MapLine): LabelBlock {
  return { of: line, texts: [{ part: 'head', text: line.title.text }] };
}

/** Where a block of labels is placed. */
export interface Spot {
  /** The anchor. */
  x: number;
  /** The edge that the block grows from. */
  y: number;
  width: number;
  anchor: MapLabel['anchor'];
  /** 1 grows down from y, -1 grows up. */
  grows: 1 | -1;
}

/** The gap between two labels. */
const gap = 1;

/** Wraps the labels of a block and stacks them at a spot, the first nearest to it. */
export function stackLabels({ of, texts }: LabelBlock, { x, y, width, anchor, grows }: Spot): MapLabel[] {
  let edge = y;
  return texts.map(({ part, text, struck = false }) => {
    const { size, leading, weight } = type[part];
    const lines = wrapText(text, size * weight, width);
    const boxWidth = Math.ceil(Math.max(...lines.map((line) => measureText(line, size * weight))));
    const height = lines.length * leading;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - boxWidth : x - boxWidth / 2;
    const top = grows === 1 ? edge : edge - height;
    edge += grows * (height + gap);
    return { part, of, x: left, y: top, width: boxWidth, height, anchor, lines, struck };
  });
}
