import type { PhaseChoice } from './interface.ts';

/**
 * Replaces phases that were typed with Arabic numerals by their names: "Phase II week 3" for "phase 2 week 3".
 * In the index a lone 2 would also match every date with a 2.
 */
export function namePhases(query: string, phases: readonly PhaseChoice[]): string {
  return phases.reduce((text, { typed, label }) => {
    if (typed === undefined) return text;
    const escaped = typed.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    return text.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'giu'), label);
  }, query);
}
