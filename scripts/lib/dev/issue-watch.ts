import type { AstroIntegration } from 'astro';
import type { Issue } from '../../../src/model/issue.ts';
import { hasErrors, renderText } from '../../../src/format/issues.ts';
import { renderIssuePage, writeWarningScript } from './issue-page.ts';

/** What a check has found. */
export interface Checked {
  issues: Issue[];
  /** What was checked, in words. */
  counts: string;
}

export interface IssueWatch {
  /** Checks the content as it is now. */
  check: () => Checked;
  /** The folders that the check looks into, absolute. */
  folders: string[];
  /** Called with each list that differs from the one before, and with the first one. */
  tell: (checked: Checked) => void;
}

/** How long to wait after a change: editors write a file in several steps. Milliseconds. */
const patience = 50;

/**
 * Checks the content in the development server whenever a file has changed. While there are errors, every
 * page shows them in its place; warnings are shown below the page. Both are gone once they are mended.
 */
export function watchIssues({ check, folders, tell }: IssueWatch): AstroIntegration {
  return {
    name: 'content-issues',
    hooks: {
      'astro:config:setup': ({ config, injectScript }) => {
        injectScript('page', writeWarningScript(`${config.base}__warnings/`));
      },
      'astro:server:setup': ({ server }) => {
        const { base } = server.config;
        const first = check();
        let { issues } = first;
        tell(first);
        const checkAgain = () => {
          try {
            const checked = check();
            if (JSON.stringify(checked.issues) === JSON.stringify(issues)) return;
            issues = checked.issues;
            tell(checked);
            server.ws.send({ type: 'full-reload', path: '*' });
          } catch (error) {
            // The content folder is gone for a moment, as while git changes branches.
            server.config.logger.error(String(error));
          }
        };
        let timer: NodeJS.Timeout | undefined;
        const onChange = (_event: string, path: string) => {
          if (!folders.some((folder) => path.startsWith(folder))) return;
          clearTimeout(timer);
          timer = setTimeout(checkAgain, patience);
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
