import { describe, expect, it } from 'vitest';
import {
  nextWeekEnd,
  nextWeekNumber,
  nextWeekStart,
  type Schedule,
} from '../../../scripts/lib/new/next-week.ts';

const week = (phase: string, number: number, start: string, end: string) => ({ phase, number, start, end });

const schedule: Schedule = {
  start: '2030-03-04',
  phases: [
    { id: 'reading', number: 1 },
    { id: 'building', number: 2 },
    { id: 'showing', number: 3 },
  ],
  weeks: [
    week('reading', 1, '2030-03-04', '2030-03-04'),
    week('reading', 2, '2030-03-05', '2030-03-11'),
    week('reading', 3, '2030-03-12', '2030-03-18'),
    week('building', 1, '2030-12-20', '2030-12-24'),
    week('building', 2, '2030-12-25', '2030-12-29'),
  ],
};
const empty: Schedule = { ...schedule, weeks: [] };

describe('the next week of a phase', () => {
  it('has the number after its last, and 1 in a phase without weeks', () => {
    expect(['reading', 'building', 'showing'].map((phase) => nextWeekNumber(schedule, phase))).toEqual([
      4, 3, 1,
    ]);
  });

  it('begins the day after the last week of its phase ends', () => {
    expect(nextWeekStart(schedule, 'reading')).toBe('2030-03-19');
    expect(nextWeekStart(schedule, 'building')).toBe('2030-12-30');
  });

  it('begins after the phases before, or with the programme, if it is the first of its phase', () => {
    expect(nextWeekStart(schedule, 'showing')).toBe('2030-12-30');
    expect(nextWeekStart(empty, 'reading')).toBe('2030-03-04');
    expect(nextWeekStart({ ...empty, start: undefined }, 'reading')).toBeUndefined();
  });

  it('is as long as most weeks of its phase, or of all, or seven days', () => {
    expect(nextWeekEnd(schedule, 'reading', '2030-03-19')).toBe('2030-03-25');
    expect(nextWeekEnd(schedule, 'building', '2030-12-30')).toBe('2031-01-03');
    expect(nextWeekEnd(schedule, 'showing', '2031-01-04')).toBe('2031-01-10');
    expect(nextWeekEnd(empty, 'reading', '2030-03-04')).toBe('2030-03-10');
  });
});
