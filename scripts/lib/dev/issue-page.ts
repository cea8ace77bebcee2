import type { Issue } from '../../../src/model/issue.ts';
import { countIssues, renderText } from '../../../src/format/issues.ts';

/**
 * The page that the development server shows in the place of every other one while the content has errors.
 * It asks for nothing but the server's own script, which loads the page anew once something has changed.
 * @param base the folder that the site is served from, with a slash at both ends
 */
export function renderIssuePage(issues: readonly Issue[], base: string): string {
  const title = `The content has ${countIssues(issues)}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <style>${style}</style>
    <script type="module" src="${base}@vite/client"></script>
  </head>
  <body>
    <h1>${title}</h1>
    <p>The pages are back as soon as the errors are mended. Saving a file is enough.</p>
    <pre>${escapeHtml(renderText(issues))}</pre>
  </body>
</html>
`;
}

const style =
  ':root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 } body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem } pre { white-space: pre-wrap; font-size: 1rem }';

/**
 * The script that shows warnings below a page: nothing keeps the page itself from being shown.
 * @param path where the server gives them as text
 */
export function writeWarningScript(path: string): string {
  return `const text = await (await fetch(${JSON.stringify(path)})).text();
if (text !== '') {
  const box = document.createElement('details');
  box.id = 'content-warnings';
  box.style = 'position: fixed; inset: auto 0 0 0; max-block-size: 50vh; overflow: auto; padding: 0.5rem 1rem; background: Canvas; color: CanvasText; border-block-start: 2px solid';
  const [summary, list] = [document.createElement('summary'), document.createElement('pre')];
  summary.textContent = 'The content has warnings';
  list.textContent = text;
  list.style.whiteSpace = 'pre-wrap';
  box.append(summary, list);
  document.body.append(box);
}`;
}

const escapes: Partial<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeHtml = (text: string) => text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign);
