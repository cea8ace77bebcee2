import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { hashFolder } from '../faults/command.ts';
import { copyProject } from '../project.ts';

vi.setConfig({ testTimeout: 600_000 });

const parts = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];
const project = copyProject(join(import.meta.dirname, 'small'), parts);
afterAll(() => project.remove());

async function build(outDir: string, env: Record<string, string>): Promise<string | undefined> {
  const { code, output } = await project.run('build', { env: { OUT_DIR: outDir, ...env } });
  if (code !== 0) throw new Error(output);
  return hashFolder(join(project.root, outDir));
}

it('the same base path gives the same bytes as a part of SITE_URL and as BASE_PATH', async () => {
  const one = await build('one', { SITE_URL: 'https://bread.example.org/some-repo' });
  const two = await build('two', { SITE_URL: 'https://bread.example.org', BASE_PATH: 'some-repo' });
  expect(one).toBeDefined();
  expect(two).toBe(one);
});
