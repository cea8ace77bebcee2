import { describe, expect, it } from 'vitest';
import { addResults, countTests } from '../../scripts/lib/results.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const report = (numPassedTests: number, ...testResults: ReturnType<typeof file>[]) =>
  JSON.stringify({ numPassedTests, testResults });

describe('countTests', () => {
  it('counts each test once', () => {
    const text = report(3, file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed', 'failed'));
    expect(countTests(text, false)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a file that could not be run as one failed test', () => {
    expect(countTests(report(1, file('passed', 'passed'), file('failed')), false)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('counts a failure if Vitest failed or wrote no report', () => {
    expect(countTests(report(1, file('passed', 'passed')), false)).toEqual({ passed: 1, failed: 1 });
    expect(countTests(undefined, false)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('addResults', () => {
  it('adds passed and failed tests', () => {
    expect(
      addResults([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
