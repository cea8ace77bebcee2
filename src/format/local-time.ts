/** A timed event as someone elsewhere reads it. */
export interface LocalTime {
  /** "22:00–23:45". */
  hours: string;
  /** The day on which it begins there, where that is another one than at the event. */
  day: string | undefined;
  /** The zone in words: "Pacific Time". */
  zone: string;
  /** Whether the clocks there show what the event's do. */
  same: boolean;
}

/**
 * Says what clocks elsewhere show while an event is on. Right across clock changes, since each instant is
 * looked up by itself.
 * @param span the event's instants (ISO 8601), and the zone that it is held in
 * @param zone the reader's zone (IANA)
 * @param locale the language of the words
 */
export function formatLocalTime(
  span: { start: string; end: string; zone: string },
  zone: string,
  locale: string,
): LocalTime {
  const [start, end] = [new Date(span.start), new Date(span.end)];
  const clock = (instant: Date, timeZone: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(instant);
  const day = (instant: Date, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' }).format(instant);
  const hoursIn = (timeZone: string) => `${clock(start, timeZone)}–${clock(end, timeZone)}`;
  const sameDay = day(start, zone) === day(start, span.zone);
  const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(start)
    .find(({ type }) => type === 'timeZoneName');
  return {
    hours: hoursIn(zone),
    day: sameDay ? undefined : day(start, zone),
    zone: name?.value ?? zone,
    same: sameDay && hoursIn(zone) === hoursIn(span.zone),
  };
}
