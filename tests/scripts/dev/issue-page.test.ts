import { expect, it } from 'vitest';
import { renderIssuePage, writeWarningScript } from '../../../scripts/lib/dev/issue-page.ts';
import { findIssues, paths, replace } from '../../sample.ts';

it('shows what the terminal shows, with signs of HTML as text', () => {
  const issues = findIssues({
    [paths.page]: (text) => `${text}\nA <b>bold</b> word.\n`,
    [paths.prize]: replace('200', '400'),
  });
  const page = renderIssuePage(issues, '/some-repo/');
  expect(page).toContain('<title>The content has 1 error, 1 warning</title>');
  expect(page).toContain('A body must not hold HTML, and &lt;b&gt; is HTML.');
  expect(page).toContain('Place 2 wins 400 CHF, more than place 1 (300).');
  expect(page).not.toContain('<b>');
});

it('asks the server of the site to be loaded anew, wherever that is', () => {
  expect(renderIssuePage([], '/some-repo/')).toContain(
    '<script type="module" src="/some-repo/@vite/client">',
  );
  expect(writeWarningScript('/some-repo/__warnings')).toContain('fetch("/some-repo/__warnings")');
});
