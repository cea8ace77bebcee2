import { findSkippedTime, isTimeZone, listInstants } from '../timezone.ts';
import { dayOf, daysBetween, daysOf, isWallTime, type WallTime } from '../date.ts';
import { issueAt, type Entry } from '../entry.ts';
import type { Issue } from '../issue.ts';
import { checkReference, checkStatusNote, type Scope } from './scope.ts';
import { checkOrder } from './span.ts';
import { checkZone } from './programme.ts';

/** The rules that events keep. */
export function checkEvents(scope: Scope): Issue[] {
  return scope.entries('events').flatMap((event) => checkEvent(event, scope));
}

function checkEvent(event: Entry<'events'>, scope: Scope): Issue[] {
  const { data } = event;
  const zone = data.timezone ?? scope.programme?.data.timezone;
  const timed = isWallTime(data.start);
  const issues = [
    ...checkOrder(event, data),
    ...checkStatusNote(event),
    ...checkLength(event),
    ...checkYear(event, scope),
    ...(data.timezone ? checkZone(event, data.timezone) : []),
    ...data.people.flatMap(({ person }, index) =>
      checkReference(scope, event, `people.${index}.person`, 'people', person),
    ),
  ];
  if (data.end !== undefined && timed !== isWallTime(data.end))
    issues.push(
      issueAt(event, {
        code: 'event-form',
        field: 'end',
        value: data.end,
        message: `"start" (${data.start}) and "end" (${data.end}) do not have the same form: one has a time, the other has none.`,
        fix: `Write both with a time, such as ${dayOf(data.end)}T15:00, or both without.`,
      }),
    );
  if (timed && data.time)
    issues.push(
      issueAt(event, {
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
      if (value === undefined || !isWallTime(value)) continue;
      issues.push(...checkRepeated(event, field, value, zone));
      const shown = findSkippedTime(value, zone);
      if (shown)
        issues.push(
          issueAt(event, {
            code: 'time-skipped',
            field,
            value,
            message: `The clocks of ${zone} never show ${value.slice(11)} on that day: they jump over it when summer time begins.`,
            fix: `Find out which time is meant. Where the clocks would have shown ${value.slice(11)}, they show ${shown.slice(11)}: for that, write "${field}: ${shown}".`,
          }),
        );
    }
  return issues;
}

/** An event lasts some time, and clock times that are more than a week apart are odd: the end may have another month. */
function checkLength(event: Entry<'events'>): Issue[] {
  const { kind, start, end } = event.data;
  if (end === undefined) return [];
  if (kind === 'deadline')
    return [
      issueAt(event, {
        code: 'event-form',
        field: 'end',
        value: end,
        message: 'A deadline is one moment, its "start", and has no "end".',
        fix: `Delete the line "end: ${end}". If it is no deadline, delete "kind: deadline".`,
      }),
    ];
  const days = daysBetween(dayOf(start), dayOf(end));
  // RFC 5545, 3.6.1: an event ends later than it begins.
  if (isWallTime(start) && start === end)
    return [
      issueAt(event, {
        code: 'event-form',
        field: 'end',
        value: end,
        message: `The event ends when it begins, at ${end}.`,
        fix: `Correct "end". If its end is open, delete the line "end: ${end}"; if something is due then, also write "kind: deadline".`,
      }),
    ];
  if (!isWallTime(start) || days <= 7) return [];
  return [
    issueAt(event, {
      severity: 'warning',
      code: 'event-long',
      field: 'end',
      value: end,
      message: `The event goes on from ${start} for ${days} days.`,
      fix: `Correct "end". If it does go on for so long, write its days without times: "start: ${dayOf(start)}" and "end: ${dayOf(end)}".`,
    }),
  ];
}

/** When summer time ends, the clocks show an hour twice, and calendar programs take either. */
function checkRepeated(
  event: Entry<'events'>,
  field: 'start' | 'end',
  value: WallTime,
  zone: string,
): Issue[] {
  const [first, second] = listInstants(value, zone).map((instant) => instant.slice(0, 16));
  if (first === undefined || second === undefined) return [];
  return [
    issueAt(event, {
      severity: 'warning',
      code: 'time-repeated',
      field,
      value,
      message: `The clocks of ${zone} show ${value.slice(11)} twice on that day, since summer time ends then. Calendars differ in which they take.`,
      fix: `If you can, choose another time. Else write the times of this event in UTC, with "timezone: UTC": the first is "${field}: ${first}", the second "${field}: ${second}".`,
    }),
  ];
}

/** An event may lie outside the programme, as a kick-off does, but not in another year altogether. */
function checkYear(event: Entry<'events'>, { programme }: Scope): Issue[] {
  if (!programme || programme.data.start > programme.data.end) return [];
  const { start, end } = programme.data;
  const { start: first, end: last } = daysOf(event.data);
  const [field, days] =
    [['start', daysBetween(first, start)] as const, ['end', daysBetween(end, last)] as const].find(
      ([, each]) => each > 366,
    ) ?? [];
  if (field === undefined) return [];
  return [
    issueAt(event, {
      code: 'event-far',
      field,
      value: event.data[field],
      message: `The event ${field === 'start' ? 'begins' : 'ends'} ${days} days ${field === 'start' ? 'before' : 'after'} the programme, which runs from ${start} to ${end}.`,
      fix: 'Correct the year here, or the dates in programme.yaml.',
    }),
  ];
}
