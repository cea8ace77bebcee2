import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject, type Project } from '../project.ts';
import { readPage, textOf } from './dom.ts';

let project: Project;
let dir: string;

/** Publishes the calendar, moves a week, renames another, removes an event, and publishes again. */
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
  renameSync(join(content, 'weeks/evening-3.mdx'), join(content, 'weeks/oven.mdx'));
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
  expect(textOf(page)).not.toContain('have not changed');
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

it('leads from the old address of a renamed week to its page', () => {
  const page = readPage(dir, 'spring/weeks/evening-3/');
  const refresh = page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
  expect(refresh).toBe('0; url=/bread/spring/weeks/oven/');
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    'https://night-school.example.org/bread/spring/weeks/oven/',
  );
  expect(page.querySelector('main p a')?.getAttribute('href')).toBe('/bread/spring/weeks/oven/');
});

it('says at the address of a removed event that it is no longer held', () => {
  const page = readPage(dir, 'spring/events/market/');
  expect(textOf(page)).toContain('No longer held');
  expect(textOf(page)).toContain('Market day');
  expect(page.querySelector('meta[http-equiv=refresh]')).toBeNull();
});

it('keeps the feeds of both addresses, the one moved and the other cancelled', () => {
  const old = readFileSync(join(dir, 'spring/weeks/evening-3.ics'), 'utf8');
  const uid = /UID:.*evening-3@/;
  expect(old).toMatch(uid);
  expect(readFileSync(join(dir, 'spring/weeks/oven.ics'), 'utf8')).toMatch(uid);
  expect(readFileSync(join(dir, 'spring/events/market.ics'), 'utf8')).toContain('STATUS:CANCELLED');
});
