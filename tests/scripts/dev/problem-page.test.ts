import { expect, it } from 'vitest';
import { renderProblemPage, writeWarningScript } from '../../../scripts/lib/dev/problem-page.ts';
import { findProblems, paths, replace } from '../../sample.ts';

it('shows what the terminal shows, with signs of HTML as text', () => {
  const problems = findProblems({
    [paths.page]: (text) => `${text}\nA <b>bold</b> word.\n`,
    [paths.prize]: replace('200', '400'),
  });
  const page = renderProblemPage(problems, '/some-repo/');
  expect(page).toContain('<title>The content has 1 error, 1 warning</title>');
  expect(page).toContain('A body must not hold HTML, and &lt;b&gt; is HTML.');
  expect(page).toContain('Place 2 wins 400 CHF, more than place 1 (300).');
  expect(page).not.toContain('<b>');
});

it('asks the server of the site to be loaded anew, wherever that is', () => {
  expect(renderProblemPage([], '/some-repo/')).toContain(
    '<script type="module" src="/some-repo/@vite/client">',
  );
  expect(writeWarningScript('/some-repo/__warnings')).toContain('fetch("/some-repo/__warnings")');
});
