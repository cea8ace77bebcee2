import type { Drawing } from './drawing.ts';
import type { MapPlan } from './plan.ts';
import { layoutTall } from './tall.ts';
import { layoutWide } from './wide.ts';

/** Beyond these limits a drawing would not be legible. */
const limits = { lines: 3, stations: 20 };

/**
 * Lays out the metro map: each phase a line, each week a station, a shared topic an interchange.
 * @param orientation wide for screens from about 60rem, tall for phones
 * @returns undefined where a map would not be legible: no line at all, or too many lines or stations
 */
export function layoutMap(plan: MapPlan, orientation: 'wide' | 'tall'): Drawing | undefined {
  const { lines } = plan;
  if (lines.length === 0 || lines.length > limits.lines) return undefined;
  if (lines.some(({ stations }) => stations.length > limits.stations)) return undefined;
  return orientation === 'wide' ? layoutWide(plan) : layoutTall(plan);
}
