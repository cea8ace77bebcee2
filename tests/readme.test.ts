import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const guides = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(guides)('%s', (guide) => {
  const text = readFileSync(join(root, guide), 'utf8');

  it('names no command that is not there', () => {
    const named = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('leads nowhere but to files that are there', () => {
    const prose = text.replaceAll(/`[^`\n]*`/g, '');
    const links = [...prose.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target);
    const files = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(files.filter((target) => !existsSync(join(root, dirname(guide), target)))).toEqual([]);
  });
});

it('README lists every command', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const script of Object.keys(scripts)) expect(readme).toMatch(new RegExp(`\`npm (run )?${script}\\b`));
});
