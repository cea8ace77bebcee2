import { parseArgs } from 'node:util';
import { benchBuild } from './lib/bench/build.ts';
import { benchCalendar } from './lib/bench/calendar.ts';
import { benchSearch } from './lib/bench/search.ts';
import { runCommand } from './lib/command.ts';
import { PlainError } from '../src/pipeline/error.ts';

/** The benchmarks. Each returns lines with ratios, since times differ between computers. */
const benches: Record<string, () => Promise<string[]>> = {
  build: benchBuild,
  calendar: benchCalendar,
  search: benchSearch,
};

// npm run bench [-- build | calendar | search]
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
    const bench = benches[name];
    if (!bench)
      throw new PlainError(
        `There is no benchmark "${name}". Write one of ${Object.keys(benches).join(', ')}.`,
      );
    console.log(name);
    for (const line of await bench()) console.log(`  ${line}`);
  }
});
