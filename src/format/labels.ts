import type { Event, Phase, Week } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';

/** The kind of an event: "Event" or "Deadline". */
export function nameEventKind({ kind }: Pick<Event, 'kind'>, t: Translate): string {
  return kind === undefined ? t('event.kind') : t(`event.kind.${kind}`);
}

/** Formats a number from 1 to 3999 in Roman numerals. */
export function toRoman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  const digits = Array.from(String(number), Number);
  // A digit further left has the numerals of ten times the value.
  const tenfold: Record<string, string> = { I: 'X', V: 'L', X: 'C', L: 'D', C: 'M' };
  return digits.reduce(
    (roman, digit) => roman.replaceAll(/./g, (numeral) => tenfold[numeral] ?? '') + (ones[digit] ?? ''),
    '',
  );
}

/** The number of a phase on a sign: "I" in English, "1" in Korean. */
export function numberPhase(phase: Pick<Phase, 'number'>, t: Translate): string {
  return t('phase.numeral', { number: phase.number, roman: toRoman(phase.number) });
}

/** The short name of a week with its phase: "I·2" in English, "1단계 2주차" in Korean. */
export function numberWeek(week: { number: number; phase: { number: number } }, t: Translate): string {
  const { number } = week.phase;
  return t('week.sign', { number, roman: toRoman(number), week: week.number });
}

/** The name of a phase: "Phase I", "1단계". */
export function namePhase(phase: Pick<Phase, 'number'>, t: Translate): string {
  return t('phase.name', { number: phase.number, roman: toRoman(phase.number) });
}

/** The name of a week with its phase, in which it is numbered: "Phase I, week 5". */
export function nameWeek(week: { number: number; phase: { number: number } }, t: Translate): string {
  const { number } = week.phase;
  return t('week.name', { number, roman: toRoman(number), week: week.number });
}

/** The number of a phase's line colour on the map: 1 to 3, then 1 again. */
export function lineOf(phase: Pick<Phase, 'number'>): number {
  return ((phase.number - 1) % 3) + 1;
}

/** The notices of an entry that is cancelled, postponed or a draft. */
export function listNotices({ status, draft }: Week | Event, t: Translate): string[] {
  const states = [status === 'scheduled' ? undefined : status, draft ? ('draft' as const) : undefined];
  return states.flatMap((state) => (state ? [t(`status.${state}`)] : []));
}
