import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyProject, engine, type Project } from '../project.ts';

const fixture = resolve(import.meta.dirname, 'fixture');
const parts = [...engine, 'scripts', 'tsconfig.json', 'package.json'];

let project: Project;
beforeEach(() => {
  project = copyProject(fixture, parts);
});
afterEach(() => project.remove());

const write = (path: string, text: string) => writeFileSync(join(project.root, path), text);
const home = () => readFileSync(join(project.root, 'dist/index.html'), 'utf8');
const leftovers = () => readdirSync(project.root).filter((name) => name.startsWith('.dist-'));
const withoutTimes = (output: string) => output.replaceAll(/\d+\.\d s/g, '… s').replaceAll(/\d+ KB/g, '… KB');

describe('npm run build', () => {
  it('says a line a step with its counts, and last where the site is', async () => {
    const { code, output } = await project.run('build');
    expect(withoutTimes(output)).toMatchInlineSnapshot(`
      "Content   1 week, 0 events, 0 topics, 0 warnings (… s)
      Calendar  1 event; 2030 not written yet (npm run calendar): 1 new; 0 unchanged (… s)
      Fonts     latin … KB, hangul … KB, names … KB (… s)
      Pages     1 page (… s)
      Pictures  1 picture (1 drawn, … KB each) (… s)
      Feeds     5 feeds (… s)
      Search    en 7 records with 47 words (… s)
      Publish   24 files (… s)

      The site is in dist/, built for http://localhost:4321/
      "
    `);
    expect(code).toBe(0);
    expect(readdirSync(join(project.root, 'dist')).sort()).toEqual([
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
    expect(stale.output).toContain('Run npm run calendar, look at what it says');
    expect([stale.code, (await project.run('calendar')).code]).toEqual([1, 0]);
    const { code, output } = await project.run('build', { args: ['--publish'] });
    expect(output).toContain('built for https://small.example.org/');
    expect(code).toBe(0);
  });

  it('leaves the last good site when content, page or option is wrong, and says what', async () => {
    await project.run('build');
    const good = home();
    const week = readFileSync(join(project.root, 'content/2030/weeks/phase-1-week-1.mdx'), 'utf8');
    write('content/2030/weeks/phase-1-week-1.mdx', week.replace('2030-03-10', '2030-02-30'));
    const content = await project.run('build');
    expect(content.output).toContain('content/2030/weeks/phase-1-week-1.mdx:5:');
    expect(content.output).toContain('Nothing was built');
    write('content/2030/weeks/phase-1-week-1.mdx', week);
    write('src/pages/broken.astro', '---\nthrow new Error("a page breaks");\n---\n');
    const page = await project.run('build');
    expect(page.output).toContain('a page breaks');
    const option = await project.run('build', { args: ['--pubish'] });
    expect(option.output).toBe("Unknown option '--pubish'\n");
    expect([content.code, page.code, option.code]).toEqual([1, 1, 1]);
    expect(home()).toBe(good);
    expect(leftovers()).toEqual([]);
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

  it('lets two builds at once both succeed, one after the other', async () => {
    const [one, two] = await Promise.all([project.run('build'), project.run('build')]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(`${one.output}${two.output}`).toContain('Another build of this project is under way');
    expect(home()).toContain('Home of');
    expect(leftovers()).toEqual([]);
  });

  it('mends what a killed build left', async () => {
    await project.run('build');
    const good = home();
    const killed = await project.run('build', {
      watch: (output, end) => {
        if (output.includes('Content')) end('SIGKILL');
      },
    });
    expect(killed.code).toBeNull();
    expect(leftovers()).toHaveLength(1);
    expect(home()).toBe(good);
    rmSync(join(project.root, 'src/pages/index.astro'));
    write('src/pages/index.astro', '<h1>New</h1>');
    const { output } = await project.run('build');
    expect(output).toContain('Removed what a stopped build had left');
    expect(home()).toContain('<h1>New</h1>');
    expect(leftovers()).toEqual([]);
  });
});

describe('npm start', () => {
  it('builds, serves, prints the address, and ends on Ctrl-C', async () => {
    let served: Promise<[number, string]> | undefined;
    const { code, output } = await project.run('start', {
      env: { PORT: '0', BASE_PATH: '/some-repo/' },
      watch: (printed, end) => {
        const url = /is served at (\S+)/.exec(printed)?.[1];
        if (url === undefined || served) return;
        served = fetch(url).then(async (response) => [response.status, await response.text()]);
        void served.finally(() => end('SIGINT'));
      },
    });
    expect(await served).toEqual([200, home()]);
    expect(output).toMatch(/dist\/ is served at http:\/\/127\.0\.0\.1:\d+\/some-repo\//);
    expect(code).toBe(0);
  });
});
