import { z } from 'zod';

/** How many tests or checks passed, and how many failed. */
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
 * Counts the tests of Vitest's JSON report. A file that could not be run at all counts as one failed test, and
 * so does a run that failed for another reason.
 * @param report the report's text, or undefined if Vitest did not get as far as to write one
 * @param ok whether Vitest ended well
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

/** Adds results up. */
export function addResults(results: readonly Results[]): Results {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
  };
}
