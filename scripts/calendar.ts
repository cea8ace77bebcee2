import { parseArgs } from 'node:util';
import { runCommand } from './lib/command.ts';
import { checkLedgers, writeLedgers } from './lib/calendar.ts';

// npm run calendar [-- --check]
await runCommand(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  await (values.check ? checkLedgers() : writeLedgers());
});
