import { lineOf } from '../../format/labels.ts';
import { weeksOfPhase, type Event, type Programme, type Week } from '../../model/site.ts';

/** A line of the map in small: a phase with its weeks as stations, or the events beside the weeks. */
export interface Track {
  /** Which of the line colours it has. */
  line: number | 'beside';
  stops: Stop[];
}

export interface Stop {
  /** What stands in the station of the page itself: a week's number; undefined for any other station. */
  here: string | undefined;
  /** Whether something is held there: not in a break, and not if it is cancelled. */
  isOpen: boolean;
}

/**
 * The lines of all phases.
 * @param here the weeks that the page is about
 */
export function drawPhaseTracks(programme: Programme, here: readonly Week[]): Track[] {
  return programme.phases.map((phase) => ({
    line: lineOf(phase),
    stops: weeksOfPhase(programme, phase).map((week) => ({
      here: here.includes(week) ? String(week.number) : undefined,
      isOpen: week.kind !== 'break' && week.status === 'scheduled',
    })),
  }));
}

/** The line of the events, in their order. An event has no number: its station stays empty. */
export function drawEventTrack(programme: Programme, here: Event): Track {
  const stops = programme.events.map((event) => ({
    here: event === here ? '' : undefined,
    isOpen: event.status === 'scheduled',
  }));
  return { line: 'beside', stops };
}
