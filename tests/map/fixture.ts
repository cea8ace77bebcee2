import { addDays, type PlainDate } from '../../src/model/date.ts';
import { toRoman } from '../../src/format/labels.ts';
import type { MapLine, MapStation, MapStop } from '../../src/map/plan.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** Formats dates as the English map does: "28 Mar – 3 Apr". */
export function writeDates(start: PlainDate, end: PlainDate): string {
  const day = (date: PlainDate) => String(Number(date.slice(8)));
  const month = (date: PlainDate) => months[Number(date.slice(5, 7)) - 1] ?? '';
  if (start === end) return `${day(start)} ${month(start)}`;
  return month(start) === month(end)
    ? `${day(start)}–${day(end)} ${month(end)}`
    : `${day(start)} ${month(start)} – ${day(end)} ${month(end)}`;
}

/** A week with defaults. */
export interface Stop extends Partial<Pick<MapStation, 'kind' | 'status' | 'start' | 'end'>> {
  topic?: string;
  title?: string;
}

/** Makes a line with a station a week from `start` on. A string is both topic and title. */
export function makeLine(number: number, start: PlainDate, stops: (string | Stop)[], title = ''): MapLine {
  const stations = stops.map((given, index): MapStation => {
    const stop = typeof given === 'string' ? { topic: given } : given;
    const from = stop.start ?? addDays(start, 7 * index);
    return {
      ...makeEvent(
        `p${number}-w${index + 1}`,
        stop.title ?? stop.topic ?? 'Week',
        from,
        stop.end ?? addDays(from, 6),
      ),
      ...mark(stop.status),
      number: index + 1,
      sign: `${toRoman(number)}·${index + 1}`,
      kind: stop.kind ?? 'week',
      topic: stop.topic,
    };
  });
  const words = { text: title || `Phase number ${number}`, lang: 'en' };
  return {
    id: `p${number}`,
    number,
    numeral: toRoman(number),
    sign: toRoman(number),
    title: words,
    stations,
  };
}

/** Makes an event. */
export function makeEvent(
  id: string,
  title: string,
  start: PlainDate,
  end = start,
  status: MapStop['status'] = 'scheduled',
): MapStop {
  return {
    id,
    title: { text: title, lang: 'en' },
    start,
    end,
    dates: writeDates(start, end),
    ...mark(status),
  };
}

const mark = (status: MapStop['status'] = 'scheduled') => ({
  status,
  notice: status === 'scheduled' ? undefined : status === 'cancelled' ? 'Cancelled' : 'Postponed',
});
