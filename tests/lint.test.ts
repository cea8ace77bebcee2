import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
  // Type-aware rules are filtered out, and files that are made up belong to no program.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

async function listRules(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

describe('ESLint in pure folders', () => {
  it.each([
    'new Date()',
    'Date.now()',
    'Date()',
    'value.toLocaleString()',
    'value.toLocaleDateString(undefined, {})',
    'a.localeCompare(b)',
    'new Intl.NumberFormat()',
    'new Intl.DateTimeFormat(undefined, { timeZone })',
    'import.meta.env.BASE_URL',
    'process.env.TZ',
    'performance.now()',
  ])('refuses %s', async (code) => {
    expect(await listRules('src/format/made-up.ts', `export const x = ${code};`)).toHaveLength(1);
  });

  it.each(['model', 'format', 'calendar', 'map', 'search'])('covers %s', async (folder) => {
    expect(await listRules(`src/${folder}/made-up.ts`, 'export const x = Date.now();')).toHaveLength(1);
  });

  it.each([
    'new Date(instant)',
    'value.toLocaleString(locale)',
    'new Intl.NumberFormat(locale)',
    'new Intl.NumberFormat("en")',
    "value.toLocaleString(t('locale'))",
    'a.localeCompare(b, locale)',
  ])('accepts %s', async (code) => {
    expect(await listRules('src/format/made-up.ts', `export const x = ${code};`)).toEqual([]);
  });
});

describe('ESLint in .astro files', () => {
  it.each([
    ['components', 'node:fs'],
    ['components', '@/pages/index.astro'],
    ['components', '@/layouts/Layout.astro'],
    ['components', '../../pipeline/load.ts'],
    ['components', '@/reader/read.ts'],
    ['layouts', '@/pipeline/load.ts'],
    ['layouts', '@/pages/index.astro'],
    ['pages', 'node:fs'],
    ['pages', '@/pipeline/load.ts'],
    ['pages', './calendar.astro'],
  ])('refuses that %s import %s', async (folder, source) => {
    const file = `src/${folder}/made-up.astro`;
    const code = `import x from '${source}';\nx();\n`;
    expect(await listRules(file, `---\n${code}---\n`)).toEqual(['no-restricted-imports']);
    expect(await listRules(file, `<script>\n${code}</script>\n`)).toEqual(['no-restricted-imports']);
  });

  it('accepts a page of layouts, components and the model', async () => {
    const sources = ['@/layouts/Layout.astro', '@/components/ui/Prose.astro', '@/model/site.ts', '@/site.ts'];
    const code = sources.map((source) => `import '${source}';`).join('\n');
    expect(await listRules('src/pages/made-up.astro', `---\n${code}\n---\n`)).toEqual([]);
  });
});

describe('ESLint on facts of one programme', () => {
  it.each([
    ['src/format/made-up.ts', 'export const x = new Date(2022, 1, day);'],
    ['src/exports/made-up.ts', "export const x = 'Asia/Seoul';"],
    ['src/exports/made-up.ts', 'export const x = `${name} of WeGO`;'],
    ['src/reader/made-up.ts', "export const x = '2022-03-07';"],
    ['src/components/made-up.astro', '<p>Held in Seoul</p>'],
    ['src/pages/made-up.astro', "---\nconst title = 'Smart City Champions';\n---\n<p>{title}</p>"],
  ])('refuses one in %s: %s', async (file, text) => {
    expect(await listRules(file, text)).toEqual(['no-restricted-syntax']);
  });

  it('accepts comments, and examples in messages to staff', async () => {
    expect(
      await listRules('src/components/made-up.astro', '---\n// 2022\n---\n<p>{/* Seoul */}</p>'),
    ).toEqual([]);
    expect(await listRules('src/model/made-up.ts', "export const fix = 'Write it as 2022-03-07.';")).toEqual(
      [],
    );
  });

  it.each(readdirSync(join(root, 'src/i18n')).filter((name) => name.endsWith('.json')))(
    'has nothing to find in %s',
    (name) => {
      expect(readFileSync(join(root, 'src/i18n', name), 'utf8')).not.toMatch(
        /\b(20[1-3]\d|WeGO|Seoul|Smart City)\b/,
      );
    },
  );
});

describe('dependency-cruiser', () => {
  it('refuses circles, imports of upper layers, of pages and of Node in pure folders', () => {
    const folder = mkdtempSync(join(root, 'node_modules/.lint-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json'])
      cpSync(join(root, file), join(folder, file));
    const files = {
      'src/model/a.ts': `import type { B } from './b.ts';\nexport type A = B;\n`,
      'src/model/b.ts': `import type { A } from './a.ts';\nexport type B = A;\n`,
      'src/model/week.ts': `import '../format/dates.ts';\nimport 'node:fs';\n`,
      'src/format/dates.ts': '',
      'src/exports/feed.ts': `import '../pages/index.ts';\nimport './missing.ts';\n`,
      'src/pages/index.ts': '',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const args = [cli, '--config', '.dependency-cruiser.mjs', 'src'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect([...new Set([...stdout.matchAll(/error ([\w/-]+)/g)].map(([, rule]) => rule))].sort()).toEqual([
      'no-circular',
      'no-pages',
      'no-unresolved',
      'src/exports-imports',
      'src/model-imports',
    ]);
  });
});
