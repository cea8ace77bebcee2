import { dayOf, type PlainDate } from '../model/date.ts';
import type { Status } from '../model/schemas/fields.ts';
import type { Drawing } from './drawing.ts';
import { mapLimits, type MapPlan, type MapStop } from './plan.ts';
import { layoutTall } from './tall.ts';
import { layoutWide } from './wide.ts';
import { weeksOfPhase, type Phase, type Programme } from '../model/site.ts';
import type { Text } from '../model/text.ts';

/** How the map says what is not a name: it comes from outside, since this folder knows no language. */
export interface MapWords {
  dates: (start: PlainDate, end: PlainDate) => string;
  /** What stands at an entry that does not take place as announced, or is not public yet. */
  status: (status: Exclude<Status, 'scheduled'> | 'draft') => string;
  numeral: (phase: Phase) => string;
}

/** Takes from a programme what its map shows. Phases without weeks are left out. */
export function describeMap(programme: Programme, words: MapWords): MapPlan {
  const describe = (entry: {
    id: string;
    title: Text;
    start: string;
    end: string;
    status: Status;
    draft: boolean;
  }): MapStop => {
    const { id, title, status } = entry;
    const [start, end] = [dayOf(entry.start), dayOf(entry.end)];
    const state = status === 'scheduled' ? entry.draft && 'draft' : status;
    const notice = state ? words.status(state) : undefined;
    return { id, title, start, end, dates: words.dates(start, end), status, notice };
  };
  const lines = programme.phases.map((phase) => ({
    id: phase.id,
    number: phase.number,
    numeral: words.numeral(phase),
    title: phase.title,
    stations: weeksOfPhase(programme, phase).map((week) => ({
      ...describe(week),
      number: week.number,
      kind: week.kind,
      topic: week.topic?.id,
    })),
  }));
  return {
    lines: lines.filter(({ stations }) => stations.length > 0),
    events: programme.events.map(describe),
  };
}

/**
 * Lays out the metro map: each phase a line, each week a station, a shared topic an interchange.
 * @param orientation wide for screens from some 60rem, tall for phones
 * @returns undefined where a map would not be legible: no line at all, or more than `mapLimits` allow
 */
export function layoutMap(plan: MapPlan, orientation: 'wide' | 'tall'): Drawing | undefined {
  const { lines } = plan;
  const tooMuch =
    lines.length > mapLimits.lines || lines.some(({ stations }) => stations.length > mapLimits.stations);
  if (lines.length === 0 || tooMuch) return undefined;
  return orientation === 'wide' ? layoutWide(plan) : layoutTall(plan);
}
