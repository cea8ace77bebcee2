import { z } from 'zod';

/** Numbers of passed and failed tests or checks. */
export interface Results {
  passed: number;
  failed: number;
}

const reportSchema = z.object({
  numPassedTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/**
 * Counts the tests in Vitest's JSON report. A test file that cannot be run counts as one failed test, and so
 * does a run that fails for another reason.
 * @param report the text of the report, or undefined if Vitest wrote none
 * @param ok whether Vitest exited with code 0
 */
export function countTests(report: string | undefined, ok: boolean): Results {
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, testResults } = reportSchema.parse(JSON.parse(report));
  const failures = testResults.map(({ status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    return status === 'failed' ? Math.max(failed, 1) : failed;
  });
  const failed = failures.reduce((sum, count) => sum + count, 0);
  return { passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}

export function addResults(results: readonly Results[]): Results {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
  };
}
