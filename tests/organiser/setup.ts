import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { copyProject } from '../project.ts';
import { provideSite } from '../site/provide-site.ts';

const checkout = resolve(import.meta.dirname, '../..');
const code = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

/** Builds the organiser's site once and serves it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const copy = copyProject(undefined, code);
  for (const folder of ['content', 'public'])
    cpSync(join(checkout, folder), join(copy.root, folder), { recursive: true });
  return provideSite(project, copy);
}
