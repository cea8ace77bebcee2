import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Project } from '../../project.ts';
import { copyFixture } from './fixture.ts';

let project: Project;
beforeEach(() => {
  project = copyFixture();
});
afterEach(() => project.remove());

const write = (path: string, text: string) => writeFileSync(join(project.root, path), text);
const leftovers = () => readdirSync(project.root).filter((name) => name.startsWith('.dist-'));
const withoutTimes = (output: string) => output.replaceAll(/\d+\.\d s/g, '… s').replaceAll(/\d+ KB/g, '… KB');

describe('npm run build', () => {
  it('says a line a step with its counts, and last where the site is', async () => {
    const { code, output } = await project.run('build');
    expect(withoutTimes(output)).toMatchInlineSnapshot(`
      "Content   1 week, 0 events, 0 topics, 0 warnings (… s)
      Calendar  1 event; 2030 once published: 1 new; 0 unchanged (… s)
      Fonts     latin … KB (… s)
      Pages     1 page (… s)
      Pictures  1 picture (… KB each) (… s)
      Feeds     5 feeds (… s)
      Search    en 10 records with 260 words (… s)
      Publish   27 files (… s)

      The site is in dist/, built for http://localhost:4321/
      "
    `);
    expect(code).toBe(0);
    expect(readdirSync(join(project.root, 'dist')).sort()).toEqual([
      '.site-build',
      '2030',
      '_headers',
      'calendar.ics',
      'index.html',
      'og',
      'pagefind',
      'robots.txt',
    ]);
    expect(leftovers()).toEqual([]);
  });

  it('honours SITE_URL, BASE_PATH, OUT_DIR, CONTENT_DIR and PUBLIC_DIR', async () => {
    mkdirSync(join(project.root, 'other/public'), { recursive: true });
    write('other/public/hello.txt', 'Hello');
    const env = {
      SITE_URL: 'https://organiser.github.io',
      BASE_PATH: 'some-repo',
      OUT_DIR: 'other/site',
      CONTENT_DIR: 'other/content',
      PUBLIC_DIR: 'other/public',
    };
    const missing = await project.run('build', { env });
    expect(missing.output).toContain('Set CONTENT_DIR to the folder that has site.yaml');
    const { output } = await project.run('build', { env: { ...env, CONTENT_DIR: 'content' } });
    expect(output).toContain('The site is in other/site/, built for https://organiser.github.io/some-repo/');
    const page = readFileSync(join(project.root, 'other/site/index.html'), 'utf8');
    expect(page).toContain('Home of https://organiser.github.io/some-repo/');
    expect(readdirSync(join(project.root, 'other/site'))).toContain('hello.txt');
  });

  it('publishes only with a public address, which site.yaml may have', async () => {
    const refused = await project.run('build', { args: ['--publish'] });
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/^A site that is published needs its public address\..*\n$/);
    const site = readFileSync(join(project.root, 'content/site.yaml'), 'utf8');
    write('content/site.yaml', `${site}url: https://small.example.org\n`);
    const stale = await project.run('build', { args: ['--publish'] });
    expect(stale.output).toContain('2030: 1 new; 0 unchanged\nOn GitHub the workflow "Publish" does that');
    expect([stale.code, (await project.run('calendar', { args: ['--write'] })).code]).toEqual([1, 0]);
    const { code, output } = await project.run('build', { args: ['--publish'] });
    expect(output).toContain('built for https://small.example.org/');
    expect(code).toBe(0);
  });

  it('passes on what Astro warns of, from pages too', async () => {
    write(
      'src/pages/warned.astro',
      '---\nconst language = Astro.request.headers.get("accept-language");\n---\n',
    );
    const { code, output } = await project.run('build');
    expect(output).toMatch(/Astro warns.*Astro\.request\.headers/s);
    expect(output).toContain('2 pages, 1 warning');
    expect(code).toBe(0);
  });
});
