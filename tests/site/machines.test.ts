import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, inject, it } from 'vitest';
import { fileKinds, fitsPattern } from '../../src/pipeline/headers.ts';
import type { Export } from '../../src/exports/programme-json-schema.ts';
import { readPage, textOf } from './dom.ts';

const dir = inject('siteDir');
const read = (path: string) => readFileSync(join(dir, path), 'utf8');
const exists = (url: string) => {
  const path = new URL(url).pathname.replace(/\/$/, '/index.html');
  return statSync(join(dir, path), { throwIfNoEntry: false })?.isFile() ?? false;
};

describe.each(['', 'ko/'])('%s2022/programme.json', (tree) => {
  const text = read(`${tree}2022/programme.json`);
  const programme = JSON.parse(text) as Export;

  it('fits the schema that is published where it says', () => {
    const schema = JSON.parse(read(new URL(programme.$schema).pathname)) as { $id: string };
    expect(schema.$id).toBe(programme.$schema);
    const validate = new Ajv2020({ allErrors: true, formats: fullFormats }).compile(schema);
    validate(programme);
    expect(validate.errors).toBeNull();
  });

  it('has all of the programme, and only addresses that are there', () => {
    expect(programme).toMatchObject({ version: 1, edition: '2022', language: tree === '' ? 'en' : 'ko' });
    const { phases, weeks, events, topics, partners, prizes, people, pages } = programme;
    expect([phases, weeks, events, topics, partners, prizes].map((list) => list.length)).toEqual([
      2, 15, 3, 6, 11, 7,
    ]);
    expect([people.length, pages.length]).toEqual([1, 3]);
    const urls = [...text.matchAll(/"(http:\/\/localhost[^"]*)"/g)].map(([, url = '']) => url);
    expect(urls.length).toBeGreaterThan(40);
    expect(urls.filter((url) => !exists(url))).toEqual([]);
  });
});

describe.each(['', 'ko/'])('%s2022/schedule.csv', (tree) => {
  const lines = read(`${tree}2022/schedule.csv`).split('\r\n');

  it('has a line for each week and event, and one for the names of the columns', () => {
    expect(lines).toHaveLength(1 + 15 + 3 + 1);
    expect(lines[0]).toBe(
      '\uFEFFkind,id,phase,week,start,end,timezone,title,topic,status,statusNote,url,licence',
    );
    expect(lines.at(-1)).toBe('');
  });

  it('names the pages of its language', () => {
    const urls = lines.slice(1, -1).map((line) => line.split(',').at(-2) ?? '');
    for (const url of urls) {
      expect(new URL(url).pathname).toMatch(tree === '' ? /^\/2022\// : /^\/ko\/2022\//);
      expect(exists(url)).toBe(true);
    }
  });
});

it('schedule.csv says what the schedule says of a week', () => {
  expect(read('2022/schedule.csv')).toContain(
    'week,phase-1-week-5,Phase I,5,2022-03-28,2022-04-03,Asia/Seoul,Frostbite Threats in the Age of Unsettled Growing Seasons,',
  );
  expect(read('ko/2022/schedule.csv')).toContain(
    'week,phase-1-week-5,1단계,5,2022-03-28,2022-04-03,Asia/Seoul,불안정한',
  );
});

describe.each(['', 'ko/'])('%s2022/changes.xml', (tree) => {
  it('is a feed that a feed reader reads, and that the page of changes names', () => {
    const feed = parseAtomFeed(read(`${tree}2022/changes.xml`));
    expect(feed.id).toMatch(/^tag:baram\.example\.org,2022:2022\//);
    for (const { href, rel } of feed.links ?? []) expect(rel === 'license' || exists(href ?? '')).toBe(true);
    const page = readPage(dir, `${tree}2022/changes/`);
    const links = page.querySelectorAll(
      'head link[type="application/atom+xml"], main a[type="application/atom+xml"]',
    );
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      Array.from({ length: 2 }, () => `/${tree}2022/changes.xml`),
    );
  });
});

it('the page of changes says so where nothing has changed', () => {
  const entries = parseAtomFeed(read('2022/changes.xml')).entries ?? [];
  const text = textOf(readPage(dir, '2022/changes/'));
  expect(text.includes('Dates have not changed since this site published them on')).toBe(
    entries.length === 0,
  );
});

it('every file is of a kind whose headers are known', () => {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map(
    ({ parentPath, name }) => `${parentPath.slice(dir.length).replaceAll('\\', '/')}/${name}`,
  );
  const unknown = paths.filter((path) => !fileKinds.some((kind) => fitsPattern(kind, path)));
  expect(unknown.sort()).toEqual(['/.site-build', '/_headers']);
});
