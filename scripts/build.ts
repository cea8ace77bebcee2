import { parseArgs } from 'node:util';
import { buildSite, nameFolder } from '../src/pipeline/build.ts';
import { runCommand } from './lib/command.ts';

// npm run build [-- --publish]
await runCommand(async () => {
  const { values } = parseArgs({ options: { publish: { type: 'boolean', default: false } } });
  if (values.publish) process.env['PUBLISH'] = 'true';
  const { dir, address } = await buildSite();
  console.log(`\nThe site is in ${nameFolder(dir)}, built for ${address.site}${address.base}`);
});
