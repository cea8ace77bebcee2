import GithubSlugger from 'github-slugger';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/format/issues.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/errors.md'), 'utf8');

/** The text of each section of the page by its code. */
const sections = page.split(/^(?=##+ )/m).flatMap((section) => {
  const [, code, text = ''] = /^### (\S+)\n([\s\S]*)$/.exec(section) ?? [];
  return code === undefined ? [] : [{ code, text: text.trim() }];
});
const documented = sections.map(({ code }) => code);

const sources = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

/** Everything that a pattern's first group captures in the sources, each once, sorted. */
const findInSources = (pattern: RegExp) =>
  [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code)))].sort();

describe('docs/errors.md', () => {
  it('has one section for each issue code in the sources, and no other', () => {
    const codes = findInSources(/\bcode(?::| =) '([a-z]+(?:-[a-z]+)+)'/g);
    expect(codes.length).toBeGreaterThan(70);
    expect(documented.toSorted()).toEqual(codes);
  });

  it('says what each code means, with an example and a fix', () => {
    const incomplete = sections.filter(({ text }) => !/^\S.*\n\nExample: .+\n\nFix: .+$/.test(text));
    expect(incomplete.map(({ code }) => code)).toEqual([]);
  });

  it('marks the codes of warnings, and only those', () => {
    // These take their severity from the state of the translation, or from the kind of build.
    const computed = ['translation-old', 'translation-unconfirmed', 'publisher-missing'];
    const warnings = findInSources(/severity: 'warning',\s+code: '([^']+)'/g);
    const marked = sections.filter(({ text }) => text.startsWith('**Warning.** ')).map(({ code }) => code);
    expect(marked.toSorted()).toEqual([...warnings, ...computed].sort());
  });

  it('has the anchor that reports link to', () => {
    const slugger = new GithubSlugger();
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugger.slug(heading));
    const links = documented.map((code) => {
      const issue = {
        code,
        severity: 'error',
        file: 'a.yaml',
        line: 1,
        column: 1,
        message: '',
        fix: '',
      } as const;
      return (JSON.parse(renderJson([issue])) as [{ more: string }])[0].more;
    });
    const missing = links.filter((link) => !anchors.includes(link.replace('docs/errors.md#', '')));
    expect(missing).toEqual([]);
    const contents = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(contents.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
    expect(contents).toHaveLength(page.match(/^## /gm)?.length ?? 0);
  });
});
