import { parseArgs } from 'node:util';
import { PlainError } from '../src/pipeline/error.ts';
import { runCommand } from './lib/command.ts';
import { showCalendars, writeLedgers } from './lib/calendar.ts';

// npm run calendar [-- --write [--date 2022-03-01T09:00:00Z]]
await runCommand(async () => {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, date: { type: 'string' } },
  });
  const date = values.date ?? `${new Date().toISOString().slice(0, 19)}Z`;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new PlainError(`--date: "${date}" is no time in UTC. Write one such as 2022-03-01T09:00:00Z.`);
  await (values.write ? writeLedgers(date) : showCalendars());
});
