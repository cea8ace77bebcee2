import { type Group, listChanges } from './columns.ts';
import { type LabelPart, type MapLabel, type } from './drawing.ts';
import type { MapLine, MapPlan, MapStation, MapStop } from './plan.ts';
import { measureText, wrapText } from './text.ts';

/** The texts of one station, event or head, from the station outwards; not wrapped and not placed yet. */
export interface Words {
  of: MapStation | MapStop | MapLine;
  texts: { part: LabelPart; text: string; struck?: boolean }[];
}

/** What stands at a station. The title of an interchange stands once, at one of its stations. */
export function describeStation(
  plan: MapPlan,
  group: Group,
  station: MapStation,
  { titled, numeral }: { titled: boolean; numeral?: string | undefined },
): Words {
  const changes = listChanges(plan, group, station);
  const { dates } = station;
  const struck = station.status === 'cancelled';
  const allStruck = group.every((placed) => placed.station.status === 'cancelled');
  return {
    of: station,
    texts: [
      { part: 'dates', text: numeral === undefined ? dates : `${numeral} · ${dates}`, struck },
      ...(changes === '' ? [] : [{ part: 'changes' as const, text: `→ ${changes}` }]),
      ...describeNotice(station),
      ...(titled ? [{ part: 'title' as const, text: station.title.text, struck: allStruck }] : []),
    ],
  };
}

/** What stands at an event. */
export function describeEvent(event: MapStop): Words {
  const struck = event.status === 'cancelled';
  return {
    of: event,
    texts: [
      { part: 'dates', text: event.dates, struck },
      ...describeNotice(event),
      { part: 'title', text: event.title.text, struck },
    ],
  };
}

/** What stands at the head of a line. */
export function describeHead(line: MapLine): Words {
  return { of: line, texts: [{ part: 'head', text: line.title.text }] };
}

function describeNotice({ notice }: MapStop): Words['texts'] {
  return notice === undefined ? [] : [{ part: 'notice', text: notice }];
}

/** Where a block of texts stands: along x its anchor, along y the edge that it grows from. */
export interface Spot {
  x: number;
  y: number;
  width: number;
  anchor: MapLabel['anchor'];
  /** 1 grows down from y, -1 grows up. */
  grows: 1 | -1;
}

const between = 1;

/** Wraps texts and stacks them at a spot. The first text is the nearest to the spot. */
export function stackLabels({ of, texts }: Words, { x, y, width, anchor, grows }: Spot): MapLabel[] {
  let edge = y;
  return texts.map(({ part, text, struck = false }) => {
    const { size, leading, weight } = type[part];
    const lines = wrapText(text, size * weight, width);
    const boxWidth = Math.ceil(Math.max(...lines.map((line) => measureText(line, size * weight))));
    const height = lines.length * leading;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - boxWidth : x - boxWidth / 2;
    const top = grows === 1 ? edge : edge - height;
    edge += grows * (height + between);
    return { part, of, x: left, y: top, width: boxWidth, height, anchor, lines, struck };
  });
}
