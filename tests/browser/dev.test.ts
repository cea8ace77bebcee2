import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyProject, engine, type Project } from '../project.ts';
import { openPage } from './browser.ts';

const fixture = resolve(import.meta.dirname, '../pipeline/fixture');
const week = 'content/2030/weeks/phase-1-week-1.mdx';

interface Server {
  url: string;
  /** Everything that the terminal shows. */
  output: () => string;
}

/** Starts `npm run dev` in a copy of the project. It ends when the test does. */
async function startDev(project: Project): Promise<Server> {
  const { promise, resolve: started } = Promise.withResolvers<Server>();
  let output = '';
  let stop: (() => void) | undefined;
  const ended = project.run('dev', {
    env: { PORT: '4390', BASE_PATH: '/some-repo/' },
    watch: (printed, end) => {
      output = printed;
      stop = () => end('SIGTERM');
      const url = /Local\s+(http\S+)/.exec(printed)?.[1];
      if (url !== undefined) started({ url, output: () => output });
    },
  });
  onTestFinished(async () => {
    stop?.();
    await ended;
  });
  return Promise.race([
    promise,
    ended.then(({ output: printed }): never => {
      throw new Error(`The development server ended.\n${printed}`);
    }),
  ]);
}

function change(project: Project, path: string, from: string, to: string): void {
  const file = join(project.root, path);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

it('shows in every page what is wrong with the content, also from the start, until it is mended', async () => {
  const project = copyProject(fixture, [...engine, 'scripts', 'tsconfig.json', 'package.json']);
  onTestFinished(() => project.remove());
  change(project, week, '2030-03-10', '2030-02-30');
  const server = await startDev(project);
  const { page } = await openPage('', { siteUrl: server.url });
  const list = page.locator('pre');
  await expect.poll(() => page.title()).toBe('The content has 1 error');
  expect(await list.textContent()).toContain(`${week}:5:6 error date-impossible`);
  expect(server.output()).toContain('1 week, 0 events, 0 topics: 1 error.');

  change(project, week, '2030-02-30', '2030-03-10');
  await expect.poll(() => page.locator('h1').first().textContent()).toContain('Home of');
  expect(server.output()).toContain('1 week, 0 events, 0 topics: no errors.');

  change(project, week, 'title: The only week\n', '');
  await expect.poll(() => list.textContent()).toContain('neither a topic nor a title');

  change(project, week, 'number: 1\n', 'number: 1\ntitle: The only week\n');
  change(project, 'content/2030/programme.yaml', 'state: upcoming', 'state: ended');
  const warnings = page.locator('#content-warnings');
  await expect.poll(() => warnings.locator('pre').textContent()).toContain('its state is "ended"');
  expect(await page.locator('h1').first().textContent()).toContain('Home of');

  change(project, 'content/2030/programme.yaml', 'state: ended', 'state: upcoming');
  await expect.poll(() => warnings.count()).toBe(0);
});
