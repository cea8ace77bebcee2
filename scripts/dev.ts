import { join } from 'node:path';
import { dev } from 'astro';
import { renderers } from '../src/format/issues.ts';
import { countContent } from '../src/pipeline/content.ts';
import { root } from '../src/pipeline/environment.ts';
import { addressOf, loadSite } from '../src/pipeline/load.ts';
import { readSettings, toEnvironment } from '../src/pipeline/settings.ts';
import { shareSite } from '../src/pipeline/shared-site.ts';
import { endOnSignal, runCommand } from './lib/command.ts';
import { watchContent } from './lib/dev/watch-content.ts';

// npm run dev
await runCommand(async () => {
  const settings = readSettings(process.env, root);
  const load = async () => shareSite(await loadSite(settings, { now: new Date() }));
  const site = await load();
  const address = addressOf(site);
  Object.assign(process.env, toEnvironment(settings, address));
  const server = await dev({
    root,
    ...address,
    publicDir: settings.publicDir,
    cacheDir: join(root, '.astro', 'cache'),
    server: { host: '127.0.0.1', port: settings.port },
    integrations: [
      watchContent({
        folders: [settings.contentDir, settings.publicDir],
        site,
        load,
        report: ({ issues, content }) => console.log(renderers.text(issues, countContent(content))),
      }),
    ],
  });
  endOnSignal(() => server.stop());
});
