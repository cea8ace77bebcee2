import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Project } from '../project.ts';
import { readPage, textOf } from './dom.ts';
import { buildEditions, draftWords, findFilesWith } from './editions-site.ts';

/** The same site as in editions.test.ts, which finds no draft in a publishing build: here as a preview. */
let project: Project;
let dir: string;
beforeAll(async () => {
  project = await buildEditions();
  dir = join(project.root, 'dist');
}, 240_000);
afterAll(() => project.remove());

const read = (path: string, selector?: string) => textOf(readPage(dir, path), selector);
const mark = 'Draft: not in the published site';

it('finds each draft in a preview, in pages and in the search index', () => {
  for (const word of draftWords) expect(findFilesWith(dir, [word]).length, word).toBeGreaterThan(0);
  const files = findFilesWith(dir, draftWords).map((file) => file.slice(dir.length));
  expect(files).toContain('/2031/index.html');
  expect(files).toContain('/2031/programme.json');
  for (const locale of ['en', 'ko', 'ar']) {
    const fragments = files.filter((file) => file.startsWith(`/pagefind/${locale}/fragment/`));
    expect(fragments.length).toBeGreaterThan(5);
  }
});

it('marks a draft on its page, in the schedule, in the month and on the map', () => {
  for (const path of ['2030/weeks/building-5/', '2030/events/lantern/']) expect(read(path)).toContain(mark);
  expect(read('2030/schedule/', '#list')).toContain(`Quillmarsh rehearsal ${mark}`);
  expect(read('2030/schedule/', '#table')).toContain(`Zephyrlantern gathering ${mark}`);
  expect(read('2030/schedule/', '#month')).toContain(`Zephyrlantern gathering ${mark}`);
  const bars = readPage(dir, '2030/schedule/').querySelectorAll('#month [data-draft] a');
  expect(bars.map((bar) => bar.getAttribute('aria-label'))).toContain(
    `II·5 Quillmarsh rehearsal, Phase II, week 5 (${mark})`,
  );
  const stops = readPage(dir, '2030/').querySelectorAll('.metro.wide a > title');
  expect(stops.map(({ text }) => text)).toContain(
    `Phase II, week 5, 10 – 16 February 2031: Quillmarsh rehearsal (${mark})`,
  );
});

it('marks a draft edition on each of its pages and in the list of editions', () => {
  for (const path of ['2031/', '2031/schedule/', '2031/weeks/marsh-1/', '2031/about/', '2031/calendar/'])
    expect(read(path), path).toContain(mark);
  expect(read('ko/2031/')).toContain('초안: 공개 사이트에는 표시되지 않음');
  expect(read('editions/')).toContain(`Coast Cities Ambervale 2031 ${mark}`);
});

it('marks nothing else', () => {
  for (const path of ['2029/', '2030/weeks/building-4/', '2030/events/athens/', '2030/about/'])
    expect(read(path), path).not.toContain(mark);
});
