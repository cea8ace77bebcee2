import { describe, expect, it } from 'vitest';
import { nextWeekEnd, nextWeekNumber, nextWeekStart } from '../../../scripts/lib/new/week-defaults.ts';
import { createScope } from '../../../src/model/rules/scope.ts';
import { readSample, sample } from '../../sample.ts';

/** A scope whose first phase has three weeks, the second two, and the third none. */
function readScope(weeks: Record<string, [start: string, end: string]>, hasProgramme = true) {
  const removed = Object.keys(sample).filter((path) => path.startsWith('2030/weeks/'));
  const files: Record<string, string | undefined> = Object.fromEntries(
    removed.map((path) => [path, undefined]),
  );
  files['2030/phases/phase-3.yaml'] = 'number: 3\ntitle: Showing\nactivity: We show\n';
  if (!hasProgramme) files['2030/programme.yaml'] = undefined;
  for (const [id, [start, end]] of Object.entries(weeks)) {
    const [phase = '', number = ''] = id.split('-week-');
    files[`2030/weeks/${id}.mdx`] =
      `---\nphase: ${phase}\nnumber: ${number}\nstart: ${start}\nend: ${end}\ntitle: A week\n---\n`;
  }
  return createScope(readSample(files).library, '2030');
}

const scope = readScope({
  'phase-1-week-1': ['2030-03-04', '2030-03-04'],
  'phase-1-week-2': ['2030-03-05', '2030-03-11'],
  'phase-1-week-3': ['2030-03-12', '2030-03-18'],
  'phase-2-week-1': ['2030-12-20', '2030-12-24'],
  'phase-2-week-2': ['2030-12-25', '2030-12-29'],
});
const empty = readScope({});

describe('nextWeekNumber', () => {
  it('continues the numbers of the phase, from 1', () => {
    expect(['phase-1', 'phase-2', 'phase-3'].map((phase) => nextWeekNumber(scope, phase))).toEqual([4, 3, 1]);
  });
});

describe('nextWeekStart', () => {
  it('returns the day after the last week of the phase', () => {
    expect(nextWeekStart(scope, 'phase-1')).toBe('2030-03-19');
    expect(nextWeekStart(scope, 'phase-2')).toBe('2030-12-30');
  });

  it('returns the day after the earlier phases if the phase has no weeks', () => {
    expect(nextWeekStart(scope, 'phase-3')).toBe('2030-12-30');
  });

  it('returns the first day of the programme, if there is one, before any weeks', () => {
    expect(nextWeekStart(empty, 'phase-1')).toBe('2030-03-04');
    expect(nextWeekStart(readScope({}, false), 'phase-1')).toBeUndefined();
  });
});

describe('nextWeekEnd', () => {
  it('takes the most frequent length in the phase, else in the edition, else seven days', () => {
    expect(nextWeekEnd(scope, 'phase-1', '2030-03-19')).toBe('2030-03-25');
    expect(nextWeekEnd(scope, 'phase-2', '2030-12-30')).toBe('2031-01-03');
    expect(nextWeekEnd(scope, 'phase-3', '2031-01-04')).toBe('2031-01-10');
    expect(nextWeekEnd(empty, 'phase-1', '2030-03-04')).toBe('2030-03-10');
  });
});
