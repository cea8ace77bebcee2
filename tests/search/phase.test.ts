import { describe, expect, it } from 'vitest';
import { namePhases } from '../../src/search/phase.ts';

const phases = [
  { value: '1', label: 'Phase I', typed: 'Phase 1' },
  { value: '2', label: 'Phase II', typed: 'Phase 2' },
];

describe('namePhases', () => {
  it('replaces a phase with an Arabic numeral by its name', () => {
    expect(namePhases('phase 2 week 3', phases)).toBe('Phase II week 3');
    expect(namePhases('week 5, PHASE 1', phases)).toBe('week 5, Phase I');
  });

  it('keeps other numbers and words', () => {
    expect(namePhases('phase 21 paraphase 2 march 2', phases)).toBe('phase 21 paraphase 2 march 2');
    expect(namePhases('phase II week 3', phases)).toBe('phase II week 3');
  });

  it('keeps names with Arabic numerals, and escapes names in patterns', () => {
    expect(namePhases('2단계 3주차', [{ value: '2', label: '2단계' }])).toBe('2단계 3주차');
    expect(namePhases('(2. we', [{ value: '2', label: 'II', typed: '(2.' }])).toBe('II we');
  });
});
