import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type Project } from '../project.ts';
import { readPage, textOf } from './dom.ts';

/** The small site in two more languages, of which one is written from right to left, with little translated. */
const overlay = join(import.meta.dirname, 'small');
const parts = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

let project: Project;
let dir: string;

beforeAll(async () => {
  project = copyProject(overlay, parts);
  const at = (path: string) => join(project.root, path);
  const site = readFileSync(at('content/site.yaml'), 'utf8');
  writeFileSync(at('content/site.yaml'), site.replace(/^languages:.*$/m, 'languages: [en, ko, ar]'));
  // What language the interface's words are in is of no matter here.
  cpSync(at('src/i18n/en.json'), at('src/i18n/ar.json'));
  writeFileSync(at('content/spring/topics/dough.ko.mdx'), '---\ntitle: 반죽\n---\n');
  writeFileSync(
    at('content/spring/pages/about.ko.mdx'),
    '---\ntitle: 소개\nsummary: 무엇인가\n---\n\n빵을 굽습니다.\n',
  );
  const { code, output } = await project.run('build');
  if (code !== 0) throw new Error(output);
  dir = join(project.root, 'dist');
});
afterAll(() => project.remove());

const note = 'main p[role=note]';

describe('a body that is not translated', () => {
  it('is the original in its own language, with a note above it in that of the page', () => {
    const page = readPage(dir, 'ko/spring/topics/dough/');
    expect(textOf(page, note)).toBe('이 글은 아직 번역되지 않았습니다.');
    const prose = page.querySelector(`${note} + .prose`);
    expect(prose?.getAttribute('lang')).toBe('en');
    expect(prose?.getAttribute('dir')).toBeUndefined();
    expect(page.querySelector(note)?.closest('[lang]')?.getAttribute('lang')).toBe('ko');
    // The title is translated, and what belongs to the page itself is not marked.
    expect(page.querySelector('h1')?.text).toBe('반죽');
    expect(page.querySelectorAll('h1 [lang], nav [lang=ko]')).toEqual([]);
  });

  it('has its own direction on a page of another one, and so have its titles', () => {
    const page = readPage(dir, 'ar/spring/about/');
    expect(page.querySelector('html')?.getAttribute('dir')).toBe('rtl');
    expect(page.querySelector(note)?.closest('[dir]')?.getAttribute('dir')).toBe('rtl');
    const marks = page.querySelectorAll('.prose, h1 > *, ol[role=list] li:last-child > *');
    const [prose, ...titles] = marks.map((each) => [each.getAttribute('lang'), each.getAttribute('dir')]);
    expect(prose).toEqual(['en', 'ltr']);
    expect(titles).toEqual([prose, prose]);
  });
});

it('a body that is translated has no note, and neither has one in the default language', () => {
  const translated = readPage(dir, 'ko/spring/about/');
  expect(textOf(translated, '.prose')).toBe('빵을 굽습니다.');
  expect(translated.querySelectorAll(`${note}, .prose[lang]`)).toEqual([]);
  const original = readPage(dir, 'spring/topics/dough/');
  expect(original.querySelectorAll(`${note}, .prose[lang]`)).toEqual([]);
});
