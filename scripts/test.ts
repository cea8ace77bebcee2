import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../src/pipeline/settings.ts';
import { mendSite, withBuildLock } from '../src/pipeline/build.ts';
import { runCheck, runProgram, type Check, type CheckResult } from './lib/check.ts';
import { chooseValue, runCommand } from './lib/command.ts';
import { root } from '../src/pipeline/environment.ts';
import { addResults, countTests, type Results } from './lib/results.ts';

/** In this order: the first generates the types that the others need. */
const allChecks: Check[] = [
  { name: 'Types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: 'Lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'Format', command: ['prettier', '--check', '.', '--log-level', 'warn'] },
  { name: 'Unused', command: ['knip', '--no-progress'] },
  {
    name: 'Imports',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'scripts', 'astro.config.mjs'],
  },
];

/** The checks, and the projects of vitest.config.ts. */
const groups = ['checks', 'unit', 'site', 'organiser'] as const;

// npm test; npm test -- unit for one group; npm run test:full for all samples of property tests
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { full: { type: 'boolean', default: false } },
  });
  // See tests/seed.ts.
  if (values.full) process.env['TEST_SAMPLES'] = 'all';
  const chosen = positionals.map((name) => chooseValue('The group', name, groups));
  const projects = chosen.filter((name) => name !== 'checks');
  const hasChecks = chosen.length === 0 || chosen.includes('checks');
  const hasTests = chosen.length === 0 || projects.length > 0;
  const { outDir } = readSettings(process.env, root);
  await withBuildLock(() => mendSite(outDir));
  const folder = await mkdtemp(join(tmpdir(), 'test-results-'));
  // A folder of one run: copies of the project have new paths in each, and the cache would only grow.
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compile-cache');
  try {
    // The checks run one after another, since Vitest takes all cores already.
    const [checked, tested] = await Promise.all([
      runChecks(hasChecks ? allChecks : []),
      hasTests ? runTests(projects, folder) : Promise.resolve({ passed: 0, failed: 0 }),
    ]);
    for (const { report } of checked) console.log(report);
    const { passed, failed } = addResults([...checked.map(({ ok }) => toResults(ok)), tested]);
    console.log(`\n${passed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true });
  }
});

function toResults(ok: boolean): Results {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

async function runChecks(checks: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await runCheck(check));
  return results;
}

/** Runs the tests of some projects of vitest.config.ts, or of all if none is named. */
async function runTests(projects: string[], folder: string): Promise<Results> {
  const report = join(folder, 'vitest.json');
  // Missing snapshots fail instead of being written: no test changes a tracked file.
  const options = ['--update=none', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const filters = projects.map((name) => `--project=${name}`);
  const { ok } = await runProgram(['vitest', 'run', ...options, ...filters], true);
  return countTests(await readFile(report, 'utf8').catch(() => undefined), ok);
}
