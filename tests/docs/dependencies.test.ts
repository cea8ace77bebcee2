import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Package {
  license: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
}

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readPackage = (folder: string) => JSON.parse(read(join(folder, 'package.json'))) as Package;
const { dependencies, devDependencies, optionalDependencies } = readPackage('.');
const names = [dependencies, devDependencies, optionalDependencies].flatMap((group) => Object.keys(group));

/** The cells of the rows of all tables: package, what for, licence, instead. */
const rows = read('docs/dependencies.md')
  .split('\n')
  .filter((line) => /^\| [@a-z]/.test(line) && !line.startsWith('| package '))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

describe('docs/dependencies.md', () => {
  it('has each dependency once, and nothing else', () => {
    expect(rows.map(([name]) => name)).toEqual(names);
  });

  it('gives each a reason, its licence and what could take its place', () => {
    for (const [name = '', reason, license, instead] of rows) {
      expect([reason, instead], name).not.toContain('');
      const folder = join('node_modules', name);
      // Packages with a Node.js for another system are not installed.
      if (existsSync(join(root, folder))) expect(license, name).toBe(readPackage(folder).license);
    }
  });
});

describe('dependabot.yml', () => {
  it('proposes one grouped update a week, for packages and for actions', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as {
      updates: { 'package-ecosystem': string; schedule: object; groups: object }[];
    };
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
    for (const { schedule, groups } of updates) {
      expect(schedule).toEqual({ interval: 'weekly' });
      expect(Object.values(groups)).toEqual([{ patterns: ['*'] }]);
    }
  });
});

describe('.npmrc', () => {
  it('lets no package run a script on installation', () => {
    expect(read('.npmrc')).toContain('ignore-scripts=true\n');
  });
});
