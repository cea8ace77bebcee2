import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../src/pipeline/settings.ts';
import { mendSite, withBuildLock } from '../src/pipeline/build.ts';
import { runCheck, runProgram, type Check } from './lib/check.ts';
import { runCommand } from './lib/command.ts';
import { root } from '../src/pipeline/environment.ts';
import { addResults, countTests, type Results } from './lib/results.ts';

/** Runs first: it generates the types that the other checks need. */
const types: Check = { name: 'Types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] };

const others: Check[] = [
  { name: 'Lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'Format', command: ['prettier', '--check', '.', '--log-level', 'warn'] },
  { name: 'Unused', command: ['knip', '--no-progress'] },
];

// npm test
await runCommand(async () => {
  const { outDir } = readSettings(process.env, root);
  await withBuildLock(() => mendSite(outDir));
  const checks = [await runCheck(types), ...(await Promise.all(others.map(runCheck)))];
  const { passed, failed } = addResults([...checks.map(toResults), await runTests()]);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});

function toResults(ok: boolean): Results {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

async function runTests(): Promise<Results> {
  const folder = await mkdtemp(join(tmpdir(), 'test-results-'));
  const report = join(folder, 'vitest.json');
  // Missing snapshots fail instead of being written: no test changes a tracked file.
  const options = ['--update=none', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { ok } = await runProgram(['vitest', 'run', ...options], true);
    return countTests(await readFile(report, 'utf8').catch(() => undefined), ok);
  } finally {
    await rm(folder, { recursive: true });
  }
}
