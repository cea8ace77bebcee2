import { describe, expect, it } from 'vitest';
import { dayInZone, describeNow } from '../../src/model/now.ts';

const programme = { start: '2030-03-04', end: '2030-04-30' };
const weeks = [
  { start: '2030-03-04', end: '2030-03-10', name: 'one' },
  { start: '2030-03-18', end: '2030-03-24', name: 'two' },
];

describe('where a programme stands', () => {
  it.each([
    ['2030-03-03', { state: 'before', days: 1 }],
    ['2030-03-04', { state: 'week', name: 'one', day: 1 }],
    ['2030-03-10', { state: 'week', name: 'one', day: 7 }],
    ['2030-03-11', { state: 'between', next: 'two', days: 7 }],
    ['2030-03-24', { state: 'week', name: 'two', day: 7 }],
    // It is not over before its own last day, whenever its last week was.
    ['2030-03-25', { state: 'running' }],
    ['2030-04-30', { state: 'running' }],
    ['2030-05-01', { state: 'after' }],
  ])('on %s', (today, expected) => {
    expect(describeNow(today, programme, weeks)).toEqual(expected);
  });

  it('goes by the day in its own zone', () => {
    const instant = new Date('2030-03-03T15:30:00Z');
    expect(['Asia/Seoul', 'America/Los_Angeles'].map((zone) => dayInZone(instant, zone))).toEqual([
      '2030-03-04',
      '2030-03-03',
    ]);
  });
});
