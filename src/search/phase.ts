import type { PhaseChoice } from './interface.ts';

/**
 * A query in which each phase bears its name, also where its number was typed in another way: "Phase II week 3"
 * for "phase 2 week 3". In the index a lone 2 would find every date with a 2 as well.
 */
export function namePhases(query: string, phases: readonly PhaseChoice[]): string {
  return phases.reduce((text, { typed, label }) => {
    if (typed === undefined) return text;
    const escaped = typed.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    return text.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'giu'), label);
  }, query);
}
