/** Corrects the name of a zone: CLDR's "Korean Standard Time" is Korea Standard Time. */
export const correctZoneName = (name: string) => name.replace('Korean Standard', 'Korea Standard');

/** The times of an event in the zone of the visitor. */
export interface LocalTime {
  /** "22:00 – 23:45", or "22:00" if there is no end. */
  hours: string;
  /** The day on which it starts there, if it differs from that at the event. */
  day: string | undefined;
  /** The name of the zone: "Pacific Time". */
  zone: string;
  /** Whether day and hours are those at the event. */
  same: boolean;
}

/**
 * Formats the times of an event in another zone, with the offset of each instant.
 * @param span instants (ISO 8601; no end for a deadline or an open end), and the IANA zone of the event
 * @param zone the IANA zone of the visitor
 * @param range how a span of times is written: "{from} – {to}"
 */
export function formatLocalTime(
  span: { start: string; end?: string | undefined; zone: string },
  zone: string,
  locale: string,
  range: string,
): LocalTime {
  const start = new Date(span.start);
  const end = span.end === undefined ? undefined : new Date(span.end);
  const clock = (instant: Date, timeZone: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(instant);
  const day = (instant: Date, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' }).format(instant);
  const hoursIn = (timeZone: string) =>
    end
      ? range.replace('{from}', clock(start, timeZone)).replace('{to}', clock(end, timeZone))
      : clock(start, timeZone);
  const sameDay = day(start, zone) === day(start, span.zone);
  const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(start)
    .find(({ type }) => type === 'timeZoneName');
  return {
    hours: hoursIn(zone),
    day: sameDay ? undefined : day(start, zone),
    zone: correctZoneName(name?.value ?? zone),
    same: sameDay && hoursIn(zone) === hoursIn(span.zone),
  };
}
