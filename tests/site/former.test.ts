import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject, type Project } from '../project.ts';
import { readPage, textOf } from './dom.ts';

let project: Project;
let dir: string;

/** Subscribers are told of all; then a week's file is renamed, an event removed, and subscribers are told again. */
beforeAll(async () => {
  const parts = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];
  project = copyProject(join(import.meta.dirname, 'small'), parts);
  const content = join(project.root, 'content/spring');
  const run = async (script: string) => {
    const { code, output } = await project.run(script);
    if (code !== 0) throw new Error(output);
  };
  await run('calendar');
  renameSync(join(content, 'weeks/evening-3.mdx'), join(content, 'weeks/oven.mdx'));
  rmSync(join(content, 'events/market.mdx'));
  await run('calendar');
  await run('build');
  dir = join(project.root, 'dist');
});
afterAll(() => project.remove());

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
