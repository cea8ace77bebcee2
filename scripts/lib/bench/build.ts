import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../src/pipeline/environment.ts';
import { writeProgramme, writeProse, type Prose } from './programme.ts';

const run = promisify(execFile);

/** The packages that builds are compared with; they are installed outside the project. */
const manifest = {
  private: true,
  type: 'module',
  dependencies: { '@astrojs/starlight': '0.42.4', astro: '7.3.4' },
};
const rounds = 3;

/** A build to measure, and what it needs before each run. */
interface Contender {
  name: string;
  command: string[];
  cwd: string;
  env?: Record<string, string>;
  /** Folders that are deleted before a run, so that it starts cold. */
  caches: string[];
}

/**
 * Compares builds of synthetic programmes, one language and everything on, with bare Astro and Starlight on the same
 * prose: processor seconds of the whole process tree, round by round, as ratios.
 */
export async function benchBuild(): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-build-'));
  try {
    await writeFile(join(dir, 'package.json'), JSON.stringify(manifest));
    await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: dir });
    const lines: string[] = [];
    for (const editions of [1, 66])
      lines.push(...(await compare(join(dir, String(editions)), dir, editions)));
    return lines;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function compare(dir: string, shared: string, editions: number): Promise<string[]> {
  const prose = writeProse(editions);
  const content = join(dir, 'content');
  await writeProgramme(content, prose);
  await mkdir(join(dir, 'public'), { recursive: true });
  const ours: Contender = {
    name: 'this generator, pictures cold',
    command: [process.execPath, join(root, 'scripts/build.ts')],
    cwd: root,
    env: { CONTENT_DIR: content, PUBLIC_DIR: join(dir, 'public'), OUT_DIR: join(dir, 'dist') },
    caches: [],
  };
  const contenders: Contender[] = [
    await writeBareAstro(join(dir, 'astro'), shared, prose),
    // CI keeps no pictures between builds.
    { ...ours, env: { ...ours.env, CI: 'true' } },
    { ...ours, name: 'this generator, pictures drawn before' },
  ];
  const reference = await writeStarlight(join(dir, 'starlight'), shared, prose);
  // Draws the pictures, and warms the disk for all.
  for (const each of [reference, ...contenders]) await measure(each);
  const ratios = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const base = await measure(reference);
    for (const each of contenders) ratios.get(each.name)?.push((await measure(each)) / base);
  }
  const title = `${prose.length} weeks, processor time as a ratio to Starlight's, ${rounds} rounds:`;
  const rows = [...ratios].map(
    ([name, values]) => `  ${name}: ${values.map((value) => value.toFixed(2)).join(' ')}`,
  );
  return [title, ...rows];
}

/** Runs a build from cold caches. Returns the seconds of processor time of it and of all that it started. */
async function measure({ command, cwd, env, caches }: Contender): Promise<number> {
  for (const cache of caches) await rm(cache, { recursive: true, force: true });
  const { PATH, HOME, TMPDIR } = process.env;
  // The second line of the shell's `times` is that of its children and theirs.
  const script = '"$@" >/dev/null && times';
  const { stdout } = await run('sh', ['-c', script, 'sh', ...command], {
    cwd,
    env: { PATH, HOME, TMPDIR, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  const [, children = ''] = stdout.trim().split('\n');
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => 60 * Number(minutes) + Number(rest),
  );
  return seconds.reduce((sum, each) => sum + each, 0);
}

/** A site built with Astro from the packages that were installed in `shared`, a folder above its own. */
function astroSite(name: string, dir: string, shared: string): Contender {
  const command = [process.execPath, join(shared, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'];
  return {
    name,
    command,
    cwd: dir,
    caches: [join(dir, 'dist'), join(dir, '.astro'), join(dir, 'node_modules')],
  };
}

async function writeBareAstro(dir: string, shared: string, prose: readonly Prose[]): Promise<Contender> {
  await writePages(join(dir, 'src/pages'), prose);
  await writeFile(join(dir, 'package.json'), JSON.stringify(manifest));
  return astroSite('bare Astro', dir, shared);
}

async function writeStarlight(dir: string, shared: string, prose: readonly Prose[]): Promise<Contender> {
  await writePages(join(dir, 'src/content/docs'), prose);
  await writeFile(join(dir, 'package.json'), JSON.stringify(manifest));
  await writeFile(
    join(dir, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ site: 'https://example.org', integrations: [starlight({ title: 'Small Cities' })] });
`,
  );
  await writeFile(
    join(dir, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  return astroSite('Starlight', dir, shared);
}

async function writePages(dir: string, prose: readonly Prose[]): Promise<void> {
  for (const { edition, number, title, body } of prose) {
    const path = join(dir, String(edition), `week-${number}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `---\ntitle: ${title}\n---\n\n${body}\n`);
  }
}
