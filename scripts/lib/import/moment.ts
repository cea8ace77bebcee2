import { isTimeZone, suggestTimeZone, toInstant } from '../../../src/model/timezone.ts';
import { isTimeAlone, splitClock, type Clock } from './clock.ts';
import { distanceTo } from './dates.ts';
import type { Context, Reader } from './draft.ts';
import type { Field, Reading } from './reading.ts';
import { isUnknown } from './values.ts';

/** When an event is held: days, or days and times of day, in one zone. */
export interface Moment {
  start: string;
  end: string;
  isTimed: boolean;
  /** Whether it belongs to another year, so that nothing else about it matters. */
  isFar: boolean;
  /** Whether the file has a place for times and says none here. */
  isUnannounced: boolean;
}

/** How many days beside the programme an event may lie: kick-offs precede it, ceremonies follow. */
const farthest = 183;

/** Reads days and times, from as many columns as they stand in. */
export function readMoment(reader: Reader, context: Context, zone: string): Moment | undefined {
  const { words, refuse, need, readSpan, troubles } = reader;
  const field: Field = words('start') === undefined ? 'dates' : 'start';
  const [from, to, times] = [clockOf(reader, field), clockOf(reader, 'end'), clockOf(reader, 'times')];
  if (!from) {
    need(field, from, { why: 'The row has no date.', fix: 'Write the day in a column "Date".' });
    return undefined;
  }
  if (isTimeAlone(words(field) ?? '')) {
    refuse(field, {
      why: 'This is a time of day, and no day stands with it.',
      fix: 'Write both, such as 2022-03-28 15:00, or put all days in a column "Date" and all times in "Start time" and "End time".',
    });
    return undefined;
  }
  const first = readSpan(field, (text) => splitClock(text).days);
  const last = to && to.days !== '' ? readSpan('end', (text) => splitClock(text).days) : undefined;
  const startTime = clockOf(reader, 'startTime')?.times[0] ?? times?.times[0] ?? from.times[0];
  const endTime = clockOf(reader, 'endTime')?.times[0] ?? to?.times[0] ?? times?.times[1] ?? from.times[1];
  for (const each of timeFields) checkClock(reader, each);
  const timesIn =
    (['startTime', 'endTime', 'times'] as const).find((each) => words(each) !== undefined) ?? field;
  if ((startTime === undefined) !== (endTime === undefined))
    refuse(timesIn, {
      why:
        startTime === undefined
          ? 'No time is given at which it begins.'
          : 'No time is given at which it ends.',
      fix: 'Write both, such as 15:00-16:30.',
    });
  if (!first || troubles.length > 0) return undefined;
  const days = { start: first.start, end: last?.end ?? first.end };
  const isFar = distanceTo(days.start, context.term) > farthest;
  if (isFar)
    refuse(field, {
      why: `${days.start} lies far outside edition ${context.edition}, which runs from ${context.term.start} to ${context.term.end}.`,
      fix: 'Correct the date, or import it into its own edition with --edition.',
    });
  const isTimed = startTime !== undefined && endTime !== undefined;
  const moment = {
    ...(isTimed ? { start: `${days.start}T${startTime}`, end: `${days.end}T${endTime}` } : days),
    isTimed,
    isFar,
    isUnannounced: !isTimed && !isAllDay.test(words('times') ?? '') && hasTimes(context),
  };
  const offset = [from, to, times].find((clock) => clock?.offset !== undefined)?.offset;
  if (isTimed && offset !== undefined && offset !== offsetAt(moment.start, zone))
    refuse('times', {
      why: `The zone beside the time is not ${zone}, in which times are kept here.`,
      fix: `Write the time of ${zone}, or name the zone in a column "Time zone", such as Europe/Zurich.`,
    });
  return moment;
}

const timeFields = ['times', 'startTime', 'endTime'] as const;
const isAllDay = /^(?:all[ -]?day|whole day|종일|하루 ?종일)$/i;

const hasTimes = ({ headOf }: Context) => timeFields.some((field) => headOf(field) !== undefined);

function clockOf({ words }: Reader, field: Field): Clock | undefined {
  const text = words(field);
  return text === undefined ? undefined : splitClock(text);
}

/** A column of times must say a time, or that it is not known. */
function checkClock({ words, refuse }: Reader, field: Field): void {
  const text = words(field);
  if (text === undefined || isAllDay.test(text) || isUnknown.test(text)) return;
  const { times, days } = splitClock(text);
  if (times.length === 0 || days !== '')
    refuse(field, {
      why: 'This is no time of day.',
      fix: 'Write it as 15:00-16:45, or TBA if it is not known yet.',
    });
}

/** Minutes that the clocks of a zone are ahead of UTC at a time that they show. */
function offsetAt(time: string, zone: string): number {
  return (Date.parse(`${time}:00Z`) - Date.parse(toInstant(time, zone))) / 60_000;
}

/** Reads the name of a time zone. */
export function readZone(text: string): Reading<string> {
  if (isTimeZone(text)) return { value: text };
  const meant = suggestTimeZone(text);
  return {
    why: 'This is no name of a time zone.',
    fix: meant ? `Write ${meant}, if you mean that.` : 'Write region and city, such as Europe/Zurich.',
  };
}
