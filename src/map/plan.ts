import { daysOf, type PlainDate } from '../model/date.ts';
import type { Status } from '../model/schemas/fields.ts';
import { weeksOfPhase, type Event, type Phase, type Programme, type Week } from '../model/site.ts';
import type { Text } from '../model/text.ts';

/** Fields that stations and events share. */
export interface MapStop {
  id: string;
  title: Text;
  kind?: string | undefined;
  /** Its formatted dates. */
  dates: string;
  start: PlainDate;
  end: PlainDate;
  status: Status;
  /** The translated status, unless it is scheduled and public. */
  notice: string | undefined;
}

/** A week. */
export interface MapStation extends MapStop {
  number: number;
  /** Its short name with its line: "I·2". */
  sign: string;
  kind: 'week' | 'orientation' | 'break';
  topic: string | undefined;
}

/** A phase. */
export interface MapLine {
  id: string;
  number: number;
  /** Its number as the line's sign shows it. */
  numeral: string;
  /** Its short name: "I", "1단계". */
  sign: string;
  title: Text;
  /** Its weeks, first to last. */
  stations: MapStation[];
}

/** The lines and events that a map shows, with all text formatted. */
export interface MapPlan {
  lines: MapLine[];
  events: MapStop[];
}

/** Formats and translates values for a map. */
export interface MapFormatters {
  dates: (entry: Week | Event) => string;
  status: (status: Exclude<Status, 'scheduled'> | 'draft') => string;
  numeral: (phase: Phase) => string;
  phase: (phase: Phase) => string;
  week: (week: Week) => string;
}

/** Makes the plan of a programme's map. Phases without weeks are left out. */
export function createPlan(programme: Programme, formatters: MapFormatters): MapPlan {
  const toStop = (entry: Week | Event): MapStop => {
    const { id, kind, title, status, draft } = entry;
    const state = status === 'scheduled' ? draft && 'draft' : status;
    const notice = state ? formatters.status(state) : undefined;
    return { id, kind, title, ...daysOf(entry), dates: formatters.dates(entry), status, notice };
  };
  const lines = programme.phases.map((phase) => ({
    id: phase.id,
    number: phase.number,
    numeral: formatters.numeral(phase),
    sign: formatters.phase(phase),
    title: phase.title,
    stations: weeksOfPhase(programme, phase).map((week) => ({
      ...toStop(week),
      number: week.number,
      sign: formatters.week(week),
      kind: week.kind,
      topic: week.topic?.id,
    })),
  }));
  return {
    lines: lines.filter(({ stations }) => stations.length > 0),
    events: programme.events.map(toStop),
  };
}

/** The first and the last day of a line. */
export function spanOfLine({ stations }: MapLine): { start: PlainDate; end: PlainDate } {
  const days = stations.flatMap(({ start, end }) => [start, end]).sort();
  return { start: days[0] ?? '', end: days.at(-1) ?? '' };
}

/** Whether a connector leads from the end of a line to the next line: where the next starts later. */
export function isFollowed(line: MapLine, next: MapLine | undefined): next is MapLine {
  return next !== undefined && spanOfLine(line).end < spanOfLine(next).start;
}

/** Where the map shows events. */
export interface EventPlaces {
  /** Before the first line, in the order of their days. */
  before: MapStop[];
  /** Beside a week, by the week's id. */
  beside: Map<string, MapStop[]>;
  /** After a line's end and before the next line's start, by the line's id. */
  after: Map<string, MapStop[]>;
}

/** Assigns the events of a plan to places. */
export function placeEvents({ lines, events }: MapPlan): EventPlaces {
  const places: EventPlaces = { before: [], beside: new Map(), after: new Map() };
  const spans = lines.map((line) => ({ line, ...spanOfLine(line) }));
  for (const event of [...events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const begun = spans.filter(({ start }) => start <= event.start);
    const running = begun.find(({ end }) => event.start <= end);
    const week = running?.line.stations.findLast(({ start }) => start <= event.start);
    const last = begun.findLast(({ end }) => begun.every((other) => other.end <= end));
    if (week) append(places.beside, week.id, event);
    else if (last) append(places.after, last.line.id, event);
    else places.before.push(event);
  }
  return places;
}

function append(map: Map<string, MapStop[]>, key: string, event: MapStop): void {
  map.set(key, [...(map.get(key) ?? []), event]);
}
