import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeed } from '../calendar.ts';
import { copyProject, engine, type Project } from '../project.ts';

/** Writes the feeds of the content into a folder, as a build does, without the pages. */
const command = `
import { root } from '../src/pipeline/environment.ts';
import { createFeeds, writeFiles } from '../src/pipeline/feeds.ts';
import { addressOf, loadSite, requireModel } from '../src/pipeline/load.ts';
import { readSettings } from '../src/pipeline/settings.ts';

const loaded = await loadSite(readSettings(process.env, root), { now: new Date() });
writeFiles(process.argv[2], createFeeds(requireModel(loaded, 'No feeds, since the content has'), addressOf(loaded)));
`;

let project: Project;
beforeAll(() => {
  project = copyProject(undefined, [...engine, 'scripts', 'content', 'public', 'package.json']);
  rmSync(join(project.root, 'content/2022/calendar.lock.yaml'), { force: true });
  writeFileSync(join(project.root, 'scripts/write-feeds.ts'), command);
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

async function writeFeeds(folder: string, env: Record<string, string>): Promise<Map<string, string>> {
  const { code, output } = await project.run('write-feeds', {
    args: [folder],
    env: { SITE_URL: 'https://champions.example.org', ...env },
  });
  expect(code, output).toBe(0);
  const dir = join(project.root, folder);
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ics'),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(dir, path), 'utf8')]));
}

/** Writes the feeds on two computers a year, a zone and a language apart. */
const writeTwice = (name: string) =>
  Promise.all([
    writeFeeds(`${name}-1`, elsewhere('Pacific/Kiritimati', 'ko_KR.UTF-8', 2027)),
    writeFeeds(`${name}-2`, elsewhere('America/Los_Angeles', 'de_DE.UTF-8', 2028)),
  ]);

describe('calendar feeds', () => {
  it('are the same to the byte a year, a zone and a language apart, without a ledger too', async () => {
    const [here, there] = await writeTwice('preview');
    expect(there).toEqual(here);
    expect(here.size).toBeGreaterThan(40);
  });

  it('are the same to the byte with a ledger, have its dates, and can all be read', async () => {
    const written = await project.run('calendar', {
      args: ['--write'],
      env: elsewhere('Asia/Seoul', 'ko_KR.UTF-8', 2027),
    });
    expect(written.code, written.output).toBe(0);
    const [here, there] = await writeTwice('site');
    expect(there).toEqual(here);
    for (const [path, text] of here) expect(readFeed(text).events.length, path).toBeGreaterThan(0);
    const [event] = readFeed(here.get('calendar.ics') ?? '').events;
    expect(event?.stamp).toMatch(/^2027-06-15T/);
  });
});
