import { serveSite } from './lib/server.ts';
import { buildSite, nameFolder } from '../src/pipeline/build.ts';
import { endOnSignal, runCommand } from './lib/command.ts';

// npm start
await runCommand(async () => {
  const { dir, address, settings } = await buildSite();
  const server = await serveSite({ dir, base: address.base, port: settings.port });
  endOnSignal(() => server.close());
  if (settings.port !== 0 && server.port !== settings.port) {
    console.log(`Port ${settings.port} is taken; the next free one is ${server.port}.`);
  }
  console.log(`\n${nameFolder(dir)} is served at ${server.url}  (Ctrl-C ends)`);
});
