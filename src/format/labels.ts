import type { Phase } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';

/** A number in Roman numerals, 1 to 3999: phases bear them in English. */
export function toRoman(number: number): string {
  const numerals = {
    M: 1000,
    CM: 900,
    D: 500,
    CD: 400,
    C: 100,
    XC: 90,
    L: 50,
    XL: 40,
    X: 10,
    IX: 9,
    V: 5,
    IV: 4,
    I: 1,
  };
  let rest = number;
  return Object.entries(numerals)
    .map(([numeral, value]) => {
      const count = Math.floor(rest / value);
      rest -= count * value;
      return numeral.repeat(count);
    })
    .join('');
}

/** The number of a phase as a sign shows it: "I" in English, "1" in Korean. */
export function numberPhase(phase: Pick<Phase, 'number'>, t: Translate): string {
  return t('phase.numeral', { number: phase.number, roman: toRoman(phase.number) });
}

/** A week as a sign shows it: "I·2" in English, "1·2" in Korean. */
export function numberWeek(week: { number: number; phase: { number: number } }, t: Translate): string {
  return `${numberPhase(week.phase, t)}·${week.number}`;
}

/** The name of a phase: "Phase I", "1단계". */
export function namePhase(phase: Pick<Phase, 'number'>, t: Translate): string {
  return t('phase.name', { number: phase.number, roman: toRoman(phase.number) });
}

/** The name of a week, always with its phase, since numbers begin anew in each: "Phase I, week 5". */
export function nameWeek(week: { number: number; phase: { number: number } }, t: Translate): string {
  const { number } = week.phase;
  return t('week.name', { number, roman: toRoman(number), week: week.number });
}

/** Which of the map's three line colours a phase has. After the third they begin anew. */
export function lineOf(phase: Pick<Phase, 'number'>): number {
  return ((phase.number - 1) % 3) + 1;
}
