import type { AstroIntegration } from 'astro';
import { hasErrors, renderText } from '../../../src/format/issues.ts';
import type { LoadedSite } from '../../../src/pipeline/load.ts';
import { renderIssuePage, writeWarningScript } from './issue-page.ts';

export interface ContentWatch {
  /** The folders to watch, absolute. */
  folders: string[];
  /** The site as the server starts with it. */
  site: LoadedSite;
  /** Loads the site as it is now, and shares it with Astro. */
  load: () => Promise<LoadedSite>;
  /** Called with the first site, and with every later one whose issues differ from those before. */
  report: (site: LoadedSite) => void;
}

/** How long to wait after a change, in milliseconds: editors write a file in several steps. */
const debounce = 50;

/**
 * Loads the site anew in the development server whenever a file has changed. While there are errors, every
 * page shows them instead of itself; warnings are shown below the page.
 */
export function watchContent({ folders, site: first, load, report }: ContentWatch): AstroIntegration {
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': ({ config, injectScript }) => {
        injectScript('page', writeWarningScript(`${config.base}__warnings/`));
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        const { base } = server.config;
        let { issues } = first;
        report(first);
        const reload = async () => {
          try {
            const site = await load();
            await refreshContent?.({});
            const isSame = JSON.stringify(site.issues) === JSON.stringify(issues);
            issues = site.issues;
            if (!isSame) report(site);
            server.ws.send({ type: 'full-reload', path: '*' });
          } catch (error) {
            // The content folder is missing for a moment, as while git changes branches.
            server.config.logger.error(String(error));
          }
        };
        // One after the other: of two changes in a row, the later one wins.
        let reloaded = Promise.resolve();
        let timer: NodeJS.Timeout | undefined;
        const onChange = (_event: string, path: string) => {
          if (!folders.some((folder) => path.startsWith(folder))) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            reloaded = reloaded.then(reload);
          }, debounce);
        };
        server.watcher.add(folders).on('all', onChange);
        server.middlewares.use((request, response, next) => {
          const isWarnings = request.url?.endsWith('/__warnings/');
          const isPage = request.headers.accept?.includes('text/html');
          if (!isWarnings && !(isPage && hasErrors(issues))) {
            next();
            return;
          }
          const [type, body] = isWarnings
            ? ['text/plain', renderText(issues)]
            : ['text/html', renderIssuePage(issues, base)];
          response.writeHead(isWarnings ? 200 : 500, {
            'Content-Type': `${type}; charset=utf-8`,
            'Cache-Control': 'no-store',
          });
          response.end(body);
        });
      },
    },
  };
}
