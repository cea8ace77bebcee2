import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Project } from '../../project.ts';
import { copyFixture } from './fixture.ts';

let project: Project;
beforeAll(() => {
  project = copyFixture();
});
afterAll(() => project.remove());

const write = (path: string, text: string) => writeFileSync(join(project.root, path), text);
const home = () => readFileSync(join(project.root, 'dist/index.html'), 'utf8');
const leftovers = () => readdirSync(project.root).filter((name) => name.startsWith('.dist-'));

/** One after the other: each begins with the site that the one before has left. */
describe('npm run build', () => {
  it('lets two builds at once both succeed, one after the other', async () => {
    const [one, two] = await Promise.all([project.run('build'), project.run('build')]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(`${one.output}${two.output}`).toContain('Another build of this project is under way');
    expect(home()).toContain('Home of');
    expect(leftovers()).toEqual([]);
  });

  it('leaves the last good site when content, page or option is wrong, and says what', async () => {
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
    rmSync(join(project.root, 'src/pages/broken.astro'));
    const option = await project.run('build', { args: ['--pubish'] });
    expect(option.output).toBe("Unknown option '--pubish'\n");
    expect([content.code, page.code, option.code]).toEqual([1, 1, 1]);
    expect(home()).toBe(good);
    expect(leftovers()).toEqual([]);
  });

  it('mends what a killed build left', async () => {
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
