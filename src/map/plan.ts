import type { PlainDate } from '../model/date.ts';
import type { Status } from '../model/schemas/fields.ts';
import type { Text } from '../model/text.ts';

/** What a station and an event beside the lines have in common. */
export interface MapStop {
  id: string;
  title: Text;
  /** Its days in words, as the map writes them. */
  dates: string;
  start: PlainDate;
  end: PlainDate;
  status: Status;
  /** The status in words, where it does not take place as announced. */
  notice: string | undefined;
}

/** A week. */
export interface MapStation extends MapStop {
  number: number;
  kind: 'week' | 'orientation' | 'break';
  topic: string | undefined;
}

/** A phase: its weeks, first to last. */
export interface MapLine {
  id: string;
  number: number;
  /** Its number as the line's sign shows it. */
  numeral: string;
  title: Text;
  stations: MapStation[];
}

/** A programme as the map needs it: plain values, words included. */
export interface MapPlan {
  lines: MapLine[];
  events: MapStop[];
}

/** Beyond these a drawing stops being legible, and the list stands alone. */
export const mapLimits = { lines: 3, stations: 20 } as const;

/** Where events belong. An event lies in the last week of a line that has begun when it begins. */
export interface EventPlaces {
  /** Before the first line: in the order of their days. */
  before: MapStop[];
  /** Beside a week, by the week's id. */
  beside: Map<string, MapStop[]>;
  /** After a line's end and before the next one's start, by the line's id. */
  after: Map<string, MapStop[]>;
}

/** First and last day of a line. */
export function spanOfLine({ stations }: MapLine): { start: PlainDate; end: PlainDate } {
  const days = stations.flatMap(({ start, end }) => [start, end]).sort();
  return { start: days[0] ?? '', end: days.at(-1) ?? '' };
}

/** Sorts the events of a plan to the places where the map shows them. */
export function placeEvents({ lines, events }: MapPlan): EventPlaces {
  const places: EventPlaces = { before: [], beside: new Map(), after: new Map() };
  const spans = lines.map((line) => ({ line, ...spanOfLine(line) }));
  for (const event of [...events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const running = spans.find(({ start, end }) => start <= event.start && event.start <= end);
    const begun = spans.filter(({ start }) => start <= event.start);
    const last = begun.reduce<(typeof spans)[number] | undefined>(
      (latest, span) => (!latest || span.end >= latest.end ? span : latest),
      undefined,
    );
    const week = running?.line.stations.findLast(({ start }) => start <= event.start);
    if (week) append(places.beside, week.id, event);
    else if (last) append(places.after, last.line.id, event);
    else places.before.push(event);
  }
  return places;
}

function append(map: Map<string, MapStop[]>, key: string, event: MapStop): void {
  map.set(key, [...(map.get(key) ?? []), event]);
}
