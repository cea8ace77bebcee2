import { addDays, daysBetween, daysOf, spansMeet, type PlainDate } from './date.ts';
import type { Event, Programme, Week } from './site.ts';

/** A row of a month: seven days with the weeks and events on them. */
export interface MonthRow {
  /** Seven days, undefined outside the month. */
  days: (PlainDate | undefined)[];
  bars: Cell<Week>[];
  /** One line of cells for each event. */
  events: Cell<Event>[][];
}

/** Adjacent columns with an entry, or empty. */
export interface Cell<T> {
  /** Number of columns. */
  span: number;
  item: T | undefined;
  /** Whether the entry's day is the last column: near the end of a row, where there is no room after it. */
  back?: boolean;
}

export interface Month {
  /** The first day of the month. */
  start: PlainDate;
  rows: MonthRow[];
}

/** Number of columns that an event's title needs to be legible on a phone. */
const room = 3;

/**
 * Lays out the weeks and events of a programme in months. Months without any are left out.
 * @param firstDay the first day of the week: 1 for Monday to 7 for Sunday (ISO 8601)
 */
export function layoutMonths(programme: Pick<Programme, 'weeks' | 'events'>, firstDay: number): Month[] {
  const { weeks, events } = programme;
  const spans = [...weeks, ...events].map(daysOf);
  const first = spans.map(({ start }) => start).sort()[0];
  const last = spans
    .map(({ end }) => end)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const months: Month[] = [];
  for (let start = `${first.slice(0, 7)}-01`; start <= last; start = nextMonth(start)) {
    const end = addDays(nextMonth(start), -1);
    if (spans.some((span) => spansMeet(span, { start, end })))
      months.push({ start, rows: layoutRows(programme, start, end, firstDay) });
  }
  return months;
}

function layoutRows(
  { weeks, events }: Pick<Programme, 'weeks' | 'events'>,
  start: PlainDate,
  end: PlainDate,
  firstDay: number,
): MonthRow[] {
  const rows: MonthRow[] = [];
  for (let first = addDays(start, -columnOf(start, firstDay)); first <= end; first = addDays(first, 7)) {
    const days = Array.from({ length: 7 }, (_, column) => {
      const day = addDays(first, column);
      return day >= start && day <= end ? day : undefined;
    });
    rows.push({ days, bars: layoutBars(weeks, days), events: layoutEvents(events, days) });
  }
  return rows;
}

/** Weeks do not overlap, so they fit in one line. */
function layoutBars(weeks: Week[], days: (PlainDate | undefined)[]): Cell<Week>[] {
  const cells: Cell<Week>[] = [];
  for (const day of days) {
    const item = day === undefined ? undefined : weeks.find((week) => week.start <= day && day <= week.end);
    const before = cells.at(-1);
    if (before && before.item === item) before.span += 1;
    else cells.push({ span: 1, item });
  }
  return cells.every((cell) => cell.item === undefined) ? [] : cells;
}

/** Each event takes a line of cells: from its first day in the row, or back from it near the end of the row. */
function layoutEvents(events: Event[], days: (PlainDate | undefined)[]): Cell<Event>[][] {
  return events.flatMap((event) => {
    const { start, end } = daysOf(event);
    const column = days.findIndex((day) => day !== undefined && start <= day && day <= end);
    if (column === -1) return [];
    const back = 7 - column < room;
    const from = back ? 0 : column;
    const to = back ? column + 1 : 7;
    const cells = [
      { span: from, item: undefined },
      { span: to - from, item: event, back },
      { span: 7 - to, item: undefined },
    ];
    return [cells.filter(({ span }) => span > 0)];
  });
}

/** The column of a day, 0 to 6. */
function columnOf(day: PlainDate, firstDay: number): number {
  // 5 January 1970 was a Monday.
  const sinceMonday = daysBetween('1970-01-05', day);
  return (((sinceMonday - (firstDay - 1)) % 7) + 7) % 7;
}

function nextMonth(start: PlainDate): PlainDate {
  return `${addDays(start, 31).slice(0, 7)}-01`;
}
