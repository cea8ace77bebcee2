import { findSkippedTime, isTimeZone } from '../timezone.ts';
import { dayOf, isWallTime } from '../date.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Problem } from '../problem.ts';
import { checkReference, type Scope } from './scope.ts';
import { checkOrder } from './span.ts';
import { checkZone } from './programme.ts';

/** The rules that events keep. */
export function checkEvents(scope: Scope): Problem[] {
  return scope.entries('events').flatMap((event) => checkEvent(event, scope));
}

function checkEvent(event: Entry<'events'>, scope: Scope): Problem[] {
  const { data } = event;
  const zone = data.timezone ?? scope.programme?.data.timezone;
  const timed = isWallTime(data.start);
  const problems = [
    ...checkOrder(event, data),
    ...(data.timezone ? checkZone(event, data.timezone) : []),
    ...data.people.flatMap(({ person }, index) =>
      checkReference(scope, event, `people.${index}.person`, 'people', person),
    ),
  ];
  if (timed !== isWallTime(data.end))
    problems.push(
      problemAt(event, {
        code: 'event-form',
        field: 'end',
        value: data.end,
        message: `"start" (${data.start}) and "end" (${data.end}) do not have the same form: one has a time, the other has none.`,
        fix: `Write both with a time, such as ${dayOf(data.end)}T15:00, or both without.`,
      }),
    );
  if (timed && data.time)
    problems.push(
      problemAt(event, {
        code: 'event-time',
        field: 'time',
        value: data.time,
        message: 'The times are given, and "time" says that they are not known.',
        fix: 'Delete the line "time: unannounced", or the times in "start" and "end".',
      }),
    );
  if (zone && isTimeZone(zone))
    for (const field of ['start', 'end'] as const) {
      const value = data[field];
      const shown = isWallTime(value) ? findSkippedTime(value, zone) : undefined;
      if (shown)
        problems.push(
          problemAt(event, {
            code: 'time-skipped',
            field,
            value,
            message: `The clocks of ${zone} never show ${value.slice(11)} on that day: they jump over it when summer time begins.`,
            fix: `Find out which time is meant. Where the clocks would have shown ${value.slice(11)}, they show ${shown.slice(11)}: for that, write "${field}: ${shown}".`,
          }),
        );
    }
  return problems;
}
