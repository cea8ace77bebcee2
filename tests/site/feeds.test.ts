import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeed } from '../calendar.ts';
import { copyProject, engine, gardens, type Project, type Result } from '../project.ts';

const checkout = resolve(import.meta.dirname, '../..');
const parts = [...engine, 'scripts', 'tsconfig.json', 'package.json'];

/** The content of the fixture under a page or two: what feeds are made of is here, and little else to build. */
let project: Project;
beforeAll(() => {
  project = copyProject(join(checkout, 'tests/pipeline/fixture'), parts);
  rmSync(join(project.root, 'content'), { recursive: true });
  cpSync(join(gardens, 'content'), join(project.root, 'content'), { recursive: true });
  cpSync(join(gardens, 'public'), join(project.root, 'public'), { recursive: true });
  rmSync(join(project.root, 'content/2022/calendar.lock.yaml'), { force: true });
  mkdirSync(join(project.root, 'clock'));
});
afterAll(() => project.remove());

/** Settings of a computer elsewhere, and in another year. */
function elsewhere(zone: string, language: string, year: number): Record<string, string> {
  const shift = Date.UTC(year, 5, 15) - Date.now();
  const clock = join(project.root, `clock/${year}.mjs`);
  writeFileSync(
    clock,
    // A proxy and no class: date libraries copy the methods of Date.prototype.
    `const now = () => Real.now() + ${shift};
     const Real = Date;
     globalThis.Date = new Proxy(Real, {
       construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
       get: (target, key) => key === 'now' ? now : Reflect.get(target, key),
     });`,
  );
  return { TZ: zone, LANG: language, LC_ALL: language, NODE_OPTIONS: `--import file://${clock}` };
}

async function build(out: string, env: Record<string, string>, ...args: string[]): Promise<Result> {
  return project.run('build', {
    args,
    env: { SITE_URL: 'https://champions.example.org', OUT_DIR: out, ...env },
  });
}

function readFeeds(out: string): Map<string, string> {
  const dir = join(project.root, out);
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ics'),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(dir, path), 'utf8')]));
}

describe('the feeds of a built site', () => {
  it('are the same to the byte a year, a zone and a language apart, in a preview without a ledger too', async () => {
    const here = await build('preview-1', elsewhere('Pacific/Kiritimati', 'ko_KR.UTF-8', 2027));
    const there = await build('preview-2', elsewhere('America/Los_Angeles', 'de_DE.UTF-8', 2028));
    expect([here.code, there.code], `${here.output}${there.output}`).toEqual([0, 0]);
    expect(here.output).toContain('2022 not written yet (npm run calendar): 18 new');
    expect(readFeeds('preview-2')).toEqual(readFeeds('preview-1'));
    expect(readFeeds('preview-1').size).toBeGreaterThan(40);
  });

  it('are published only from a ledger that is up to date, the same to the byte again', async () => {
    const refused = await build('site-1', {}, '--publish');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('2022: 18 new; 0 unchanged\nRun npm run calendar');
    const written = await project.run('calendar', { env: elsewhere('Asia/Seoul', 'ko_KR.UTF-8', 2027) });
    expect(written.code).toBe(0);
    const here = await build('site-1', elsewhere('Pacific/Kiritimati', 'ko_KR.UTF-8', 2027), '--publish');
    const there = await build('site-2', elsewhere('America/Los_Angeles', 'de_DE.UTF-8', 2028), '--publish');
    expect([here.code, there.code], `${here.output}${there.output}`).toEqual([0, 0]);
    expect(readFeeds('site-2')).toEqual(readFeeds('site-1'));
    const [event] = readFeed(readFeeds('site-1').get('calendar.ics') ?? '').events;
    expect(event?.stamp).toMatch(/^2027-06-15T/);
  });

  it('can all be read', () => {
    for (const [path, text] of readFeeds('site-1')) {
      expect(readFeed(text).events.length, path).toBeGreaterThan(0);
    }
  });
});
