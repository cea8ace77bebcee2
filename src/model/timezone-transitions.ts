import { tzOffset } from '@date-fns/tz';

/** A moment at which the clocks of a zone are set. */
export interface Transition {
  /** The moment, in seconds since 1970 in UTC. */
  at: number;
  /** Minutes east of UTC before and after it. */
  before: number;
  after: number;
}

const week = 7 * 24 * 60 * 60;

/** Minutes that a zone is east of UTC at a moment, in seconds since 1970 in UTC. */
export function offsetAt(zone: string, at: number): number {
  return tzOffset(zone, new Date(at * 1000));
}

/**
 * The moments of a year (in UTC) at which the clocks of a zone are set, as Intl knows them. Clocks that are
 * set and set back within a week are not found: no zone has done that in this century.
 */
export function listTransitions(zone: string, year: number): Transition[] {
  const [start, end] = [Date.UTC(year, 0) / 1000, Date.UTC(year + 1, 0) / 1000];
  const transitions: Transition[] = [];
  for (let from = start; from < end; from += week) {
    const to = Math.min(from + week, end);
    const [before, after] = [offsetAt(zone, from), offsetAt(zone, to)];
    if (before !== after) transitions.push({ at: findChange(zone, from, to), before, after });
  }
  return transitions;
}

/** The first second of the new offset, between two moments with different offsets. */
function findChange(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
