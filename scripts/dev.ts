import { join } from 'node:path';
import { dev } from 'astro';
import { watchIssues } from './lib/dev/issue-watch.ts';
import { readSettings, toEnvironment } from '../src/pipeline/settings.ts';
import { renderers } from '../src/format/issues.ts';
import { endOnSignal, runCommand } from './lib/command.ts';
import { addressOf, countContent, findIssues, loadContent } from '../src/pipeline/content.ts';
import { root } from '../src/pipeline/environment.ts';

// npm run dev
await runCommand(async () => {
  const settings = readSettings(process.env, root);
  const address = addressOf(settings, loadContent(settings));
  Object.assign(process.env, toEnvironment(settings, address));
  const server = await dev({
    root,
    ...address,
    publicDir: settings.publicDir,
    cacheDir: join(root, '.astro', 'cache'),
    server: { host: '127.0.0.1', port: settings.port },
    integrations: [
      watchIssues({
        folders: [settings.contentDir, settings.publicDir],
        check: () => {
          const content = loadContent(settings);
          return { issues: findIssues(settings, content), counts: countContent(content) };
        },
        tell: ({ issues, counts }) => console.log(renderers.text(issues, counts)),
      }),
    ],
  });
  endOnSignal(() => server.stop());
});
