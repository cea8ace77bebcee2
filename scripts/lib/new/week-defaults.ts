import { addDays, daysBetween, type PlainDate } from '../../../src/model/date.ts';
import { compareText } from '../../../src/model/issue.ts';
import type { Scope } from '../../../src/model/rules/scope.ts';

const weeksOf = (scope: Scope, phase: string) =>
  scope.entries('weeks').flatMap(({ data }) => (data.phase === phase ? data : []));

/** The number of the next week of a phase. Numbers start at 1 in each phase. */
export function nextWeekNumber(scope: Scope, phase: string): number {
  return Math.max(0, ...weeksOf(scope, phase).map(({ number }) => number)) + 1;
}

/**
 * The first day of the next week of a phase: the day after the phase's last day; in a phase without weeks,
 * the day after the phases before it, or the first day of the programme.
 */
export function nextWeekStart(scope: Scope, phase: string): PlainDate | undefined {
  const phases = scope.entries('phases');
  const phaseNumber = phases.find(({ id }) => id === phase)?.data.number ?? phases.length + 1;
  const earlier = phases.filter(({ data }) => data.number < phaseNumber);
  const own = weeksOf(scope, phase);
  const weeks = own.length > 0 ? own : earlier.flatMap(({ id }) => weeksOf(scope, id));
  const last = weeks
    .map(({ end }) => end)
    .sort(compareText)
    .at(-1);
  return last === undefined ? scope.programme?.data.start : addDays(last, 1);
}

/** The last day of a week: as long as most weeks of its phase, else most weeks of the edition, else seven days. */
export function nextWeekEnd(scope: Scope, phase: string, start: PlainDate): PlainDate {
  const own = weeksOf(scope, phase);
  const weeks = own.length > 0 ? own : scope.entries('weeks').map(({ data }) => data);
  const lengths = weeks.map((week) => daysBetween(week.start, week.end));
  const byFrequency = [...Map.groupBy(lengths, (length) => length)].sort(
    ([length, a], [otherLength, b]) => b.length - a.length || otherLength - length,
  );
  return addDays(start, byFrequency[0]?.[0] ?? 6);
}
