import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject, type Project } from '../project.ts';
import { readPage, textOf } from './dom.ts';

let project: Project;
let dir: string;

/** Subscribers are told of all; then a week moves, an event is removed, and subscribers are told again. */
beforeAll(async () => {
  const parts = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];
  project = copyProject(join(import.meta.dirname, 'small'), parts);
  const content = join(project.root, 'content/spring');
  const run = async (script: string) => {
    const { code, output } = await project.run(script);
    if (code !== 0) throw new Error(output);
  };
  await run('calendar');
  const week = join(content, 'weeks/evening-1.mdx');
  writeFileSync(week, readFileSync(week, 'utf8').replace('start: 2031-03-24', 'start: 2031-03-25'));
  rmSync(join(content, 'events/market.mdx'));
  await run('calendar');
  await run('build');
  dir = join(project.root, 'dist');
});
afterAll(() => project.remove());

it('lists on its page what has changed, and when, with the pages of what is still held', () => {
  const page = readPage(dir, 'spring/changes/');
  const items = page.querySelectorAll('main section li');
  expect(items.map((item) => item.text.trim())).toEqual([
    'Market day is no longer held',
    'Phase I, week 1 starts on 25 March instead of 24 March',
  ]);
  expect(items.map((item) => item.querySelector('a')?.getAttribute('href'))).toEqual([
    undefined,
    '/bread/spring/weeks/evening-1/',
  ]);
  const days = page.querySelectorAll('main section h2 time');
  expect(days).toHaveLength(1);
  expect(days[0]?.getAttribute('datetime')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(textOf(page)).not.toContain('Nothing has changed');
});

it('tells the same in its feed', () => {
  const { entries = [], updated } = parseAtomFeed(readFileSync(join(dir, 'spring/changes.xml'), 'utf8'));
  expect(entries.map(({ title }) => title?.value)).toEqual([
    'Market day is no longer held',
    'Phase I, week 1 starts on 25 March instead of 24 March',
  ]);
  expect(entries.map(({ links }) => links?.[0]?.href)).toEqual([
    'https://night-school.example.org/bread/spring/changes/',
    'https://night-school.example.org/bread/spring/weeks/evening-1/',
  ]);
  expect(updated).toBe(entries[0]?.updated);
});
