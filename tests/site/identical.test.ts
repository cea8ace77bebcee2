import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type Project } from '../project.ts';

const parts = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

const overlay = join(import.meta.dirname, 'small');
const ledger = 'content/spring/calendar.lock.yaml';
/** A clock that is more than three years ahead. */
const lateClock = `data:text/javascript,${encodeURIComponent(`
const now = () => RealDate.now() + 1e11;
const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length ? args : [now()], newTarget),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});`)}`;

const projects: Project[] = [];
afterAll(() => projects.forEach((project) => project.remove()));

async function build(env: Record<string, string>): Promise<void> {
  const project = copyProject(overlay, parts);
  const [first] = projects;
  projects.push(project);
  if (first) cpSync(join(first.root, ledger), join(project.root, ledger));
  else await project.run('calendar', { args: ['--write'] });
  const { code, output } = await project.run('build', {
    args: ['--publish'],
    env: { SITE_URL: 'https://bread.example.org', ...env },
  });
  if (code !== 0) throw new Error(output);
}

function hashFiles(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const hashes = files.map(({ parentPath, name }) => {
    const file = join(parentPath, name);
    return [file.slice(dir.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
  return Object.fromEntries(hashes.sort()) as Record<string, string>;
}

describe('two builds of the same content', () => {
  beforeAll(async () => {
    const counter = pathToFileURL(join(import.meta.dirname, 'count-reads.js')).href;
    await build({
      TZ: 'Asia/Tokyo',
      LC_ALL: 'ko_KR.UTF-8',
      NODE_OPTIONS: `--import=${counter}`,
      COUNT_FILE: 'counts.json',
    });
    await build({ TZ: 'America/New_York', LC_ALL: 'C', NODE_OPTIONS: `--import=${lateClock}` });
  });

  it('give the same bytes in another folder, zone, locale and year', () => {
    const [one, two] = projects.map(({ root }) => hashFiles(join(root, 'dist')));
    expect(Object.keys(one ?? {}).length).toBeGreaterThan(50);
    expect(two).toEqual(one);
  });

  it('read each content file once, and parse each body once', () => {
    const root = projects[0]?.root ?? '';
    const counts: unknown = JSON.parse(readFileSync(join(root, 'counts.json'), 'utf8'));
    const { reads, parses } = counts as { reads: Record<string, number>; parses: number };
    const content = join(root, 'content');
    const files = Object.entries(reads).filter(([file]) => file.startsWith(content));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter(([, count]) => count !== 1)).toEqual([]);
    expect(parses).toBe(files.filter(([file]) => file.endsWith('.mdx')).length);
  });
});
