import { parseArgs } from 'node:util';
import { runCommand } from './lib/command.ts';
import { PlainError } from '../src/pipeline/error.ts';
import { copyFixture } from '../tests/pipeline/build/fixture.ts';
import { copyProject, type Project } from '../tests/project.ts';
import { createRandom, type Random } from '../tests/faults/command.ts';
import { fillDisk, tryReadOnly } from '../tests/faults/disk.ts';
import { killBuilds, killCalendars } from '../tests/faults/kills.ts';
import { timeLimits } from '../tests/faults/limits.ts';
import { buildMutations } from '../tests/faults/mutations.ts';

const ledger = 'content/2030/calendar.lock.yaml';
const event = 'content/2030/weeks/phase-1-week-1.mdx';

type Fault = (random: Random, count: number | undefined) => Promise<string[]>;

/** Each fault with the number of times that it is tried, unless the command says another. */
const faults: Record<string, Fault> = {
  kills: withProject(copyFixture, 50, killBuilds),
  calendar: withProject(copyFixture, 50, (project, count, random) =>
    killCalendars(project, { ledger, event }, count, random),
  ),
  disk: withProject(copyFixture, 10, fillDisk),
  readonly: withProject(copyFixture, 1, (project) => tryReadOnly(project, ledger)),
  mutations: withProject(copyProject, 5000, (project, count, random) =>
    buildMutations(project, { count, batch: 60 }, random),
  ),
  limits: () => Promise.resolve(timeLimits()),
};

// npm run test:faults [-- --seed 7] [--count 5] [kills calendar disk readonly mutations limits]
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string', default: String(Date.now() % 100_000) }, count: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !(name in faults));
  if (unknown.length > 0)
    throw new PlainError(
      `There is no fault ${unknown.join(', ')}. Write some of ${Object.keys(faults).join(', ')}.`,
    );
  const count = values.count === undefined ? undefined : Number(values.count);
  console.log(`Seed ${values.seed}: the same tries again with --seed ${values.seed}`);
  for (const [name, run] of Object.entries(faults)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const start = performance.now();
    const lines = await run(createRandom(Number(values.seed)), count);
    for (const line of lines) console.log(`${name.padEnd(9)} ${line}`);
    console.log(`${name.padEnd(9)} ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
});

/** Runs a fault in a copy of the project. */
function withProject(
  copy: () => Project,
  most: number,
  run: (project: Project, count: number, random: Random) => Promise<string>,
): Fault {
  return async (random, count = most) => {
    const project = copy();
    try {
      return [await run(project, count, random)];
    } finally {
      project.remove();
    }
  };
}
