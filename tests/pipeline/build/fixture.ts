import { resolve } from 'node:path';
import { copyProject, engine, type Project } from '../../project.ts';

/** Copies a project of one page and one week, which builds in seconds. */
export function copyFixture(): Project {
  const fixture = resolve(import.meta.dirname, '../fixture');
  return copyProject(fixture, [...engine, 'scripts', 'tsconfig.json', 'package.json']);
}
