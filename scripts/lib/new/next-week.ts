import { addDays, daysBetween, type PlainDate } from '../../../src/model/date.ts';
import type { PhaseData } from '../../../src/model/schemas/phase.ts';
import { compareText } from '../../../src/model/issue.ts';
import type { WeekData } from '../../../src/model/schemas/week.ts';

/** The weeks, phases and first day of an edition, as the offers for one more week need them. */
export interface Schedule {
  /** The programme's first day. */
  start: PlainDate | undefined;
  phases: readonly (Pick<PhaseData, 'number'> & { id: string })[];
  weeks: readonly Pick<WeekData, 'phase' | 'number' | 'start' | 'end'>[];
}

/** The number that the next week of a phase has: numbers begin anew in each phase. */
export function nextWeekNumber({ weeks }: Schedule, phase: string): number {
  return Math.max(0, ...weeks.filter((week) => week.phase === phase).map(({ number }) => number)) + 1;
}

/**
 * The first day of the next week of a phase: the one after the last day of the phase; in a phase without
 * weeks, the one after the phases before it, or the first day of the programme.
 */
export function nextWeekStart({ start, phases, weeks }: Schedule, phase: string): PlainDate | undefined {
  const place = phases.find(({ id }) => id === phase)?.number ?? phases.length + 1;
  const before = phases.filter(({ number }) => number < place).map(({ id }) => id);
  const own = weeks.filter((week) => week.phase === phase);
  const last = (own.length > 0 ? own : weeks.filter((week) => before.includes(week.phase)))
    .map(({ end }) => end)
    .sort(compareText)
    .at(-1);
  return last === undefined ? start : addDays(last, 1);
}

/** The last day of a week that begins on a day and is as long as most others: of its phase, or of all. */
export function nextWeekEnd({ weeks }: Schedule, phase: string, start: PlainDate): PlainDate {
  const own = weeks.filter((week) => week.phase === phase);
  const lengths = (own.length > 0 ? own : weeks).map((week) => daysBetween(week.start, week.end));
  const counts = [...Map.groupBy(lengths, (length) => length)].sort(
    ([length, a], [other, b]) => b.length - a.length || other - length,
  );
  return addDays(start, counts[0]?.[0] ?? 6);
}
