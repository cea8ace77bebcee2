import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readContent, type ReadContent } from '../src/reader/read.ts';
import type { CheckContext } from '../src/model/rules/scope.ts';
import { checkLibrary } from '../src/model/validate.ts';
import { compareIssues, type Issue } from '../src/model/issue.ts';
import { renderParagraphs } from '../src/format/issues.ts';

const lines = (...each: string[]) => `${each.join('\n')}\n`;

/** A small site without a mistake. Tests change one file of it. */
export const sample: Readonly<Record<string, string>> = {
  'site.yaml': lines(
    'name: Small Cities',
    'organiser:',
    '  name: Small',
    'calendarDomain: small.example.org',
    'languages: [en, ko]',
    'current: 2030',
    'publisher: { name: Small, relation: on-behalf, url: https://small.example.org/, email: a@small.example.org }',
    'license: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }',
    'host: { name: Small Hosting }',
    'accessibility: { status: full, date: 2030-03-01, method: By hand. }',
    'reviewed: 2030-03-01',
  ),
  'history/2029.yaml': lines(
    'year: 2029',
    'name: Small Cities 2029',
    'facts: [It was held.]',
    'source: { publisher: Small, title: News }',
  ),
  '2030/programme.yaml': lines(
    'title: Small Cities 2030',
    'theme: Streets',
    'goal: To walk.',
    'start: 2030-03-04',
    'end: 2030-03-31',
    'timezone: Europe/Zurich',
    'state: running',
    'audience: { text: Everybody. }',
    'cost: { text: Nothing. }',
    'format: { text: Online. }',
  ),
  '2030/phases/phase-1.yaml': lines('number: 1', 'title: Reading', 'activity: We read'),
  '2030/phases/phase-2.yaml': lines('number: 2', 'title: Building', 'activity: We build'),
  '2030/weeks/phase-1-week-1.mdx': lines(
    '---',
    'phase: phase-1',
    'number: 1',
    'start: 2030-03-04',
    'end: 2030-03-10',
    'topic: streets',
    'activity: Reading aloud',
    'author: organiser',
    '---',
    '',
    'We read about [streets](/2030/topics/streets/).',
  ),
  '2030/weeks/phase-1-week-1.ko.mdx': lines('---', 'activity: 읽기', '---', '', '거리에 대해 읽는다.'),
  '2030/weeks/phase-1-week-2.mdx': lines(
    '---',
    'phase: phase-1',
    'number: 2',
    'start: 2030-03-11',
    'end: 2030-03-17',
    'title: A pause',
    'kind: break',
    '---',
  ),
  '2030/weeks/phase-2-week-1.mdx': lines(
    '---',
    'phase: phase-2',
    'number: 1',
    'start: 2030-03-18',
    'end: 2030-03-24',
    'topic: streets',
    '---',
  ),
  '2030/topics/streets.mdx': lines(
    '---',
    'title: Streets',
    'summary: All about streets.',
    '---',
    '',
    'Streets have [two sides](#two-sides).',
    '',
    '## Two sides',
    '',
    'They do.',
  ),
  '2030/events/kick-off.mdx': lines(
    '---',
    'title: Kick-off',
    'start: 2030-03-04T15:00',
    'end: 2030-03-04T16:45',
    'attendance: hybrid',
    'venues:',
    '  - name: Town hall',
    '    country: CH',
    'people:',
    '  - person: ada',
    '    role: Host',
    '---',
  ),
  '2030/partners/university.yaml': lines(
    'name: University',
    'list: domestic',
    'kind: school',
    'logo:',
    '  file: partners/university.svg',
    '  alt: A tower',
  ),
  '2030/prizes/first.yaml': lines(
    'kind: money',
    'title: First prize',
    'rank: 1',
    'amount: { value: 300, currency: CHF }',
  ),
  '2030/prizes/second.yaml': lines(
    'kind: money',
    'title: Second prize',
    'rank: 2',
    'amount: { value: 200, currency: CHF }',
  ),
  '2030/people/ada.yaml': lines('name: Ada', 'role: Mayor', 'organisation: Small'),
  '2030/pages/about.mdx': lines('---', 'title: About', 'summary: What this is.', '---', '', 'About us.'),
};

/** Files of the sample that tests change most. */
export const paths = {
  site: 'site.yaml',
  programme: '2030/programme.yaml',
  phase: '2030/phases/phase-2.yaml',
  week: '2030/weeks/phase-1-week-1.mdx',
  pause: '2030/weeks/phase-1-week-2.mdx',
  translation: '2030/weeks/phase-1-week-1.ko.mdx',
  topic: '2030/topics/streets.mdx',
  event: '2030/events/kick-off.mdx',
  partner: '2030/partners/university.yaml',
  prize: '2030/prizes/second.yaml',
  page: '2030/pages/about.mdx',
};

/** The files of the sample's public folder. */
const publicFiles = ['partners/university.svg', 'pictures/street.jpg', 'robots.txt'];

/** What stands in a file instead: a text, bytes, a change of the sample's text, or no file at all. */
export type Change = string | Uint8Array | ((text: string) => string) | undefined;

/** Puts `to` in the place of `from`. */
export const replace = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`The sample has no ${String(from)}.`);
  return changed;
};

/** Adds text at the end of a file. */
export const append = (more: string) => (text: string) => `${text}${more}`;

/** Reads the sample with changes, by path inside the content folder. */
export function readSample(changes: Readonly<Record<string, Change>> = {}): ReadContent {
  const dir = mkdtempSync(join(tmpdir(), 'sample-content-'));
  try {
    writeSample(dir, changes);
    return readContent(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Writes the sample with changes into a folder. */
export function writeSample(dir: string, changes: Readonly<Record<string, Change>> = {}): void {
  for (const path of new Set([...Object.keys(sample), ...Object.keys(changes)])) {
    const change = path in changes ? changes[path] : sample[path];
    const text = typeof change === 'function' ? change(sample[path] ?? '') : change;
    if (text === undefined) continue;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

/** The world around the sample, on a day in the middle of its programme. */
export const context: CheckContext = {
  now: new Date('2030-03-10T12:00:00Z'),
  publicFiles: new Set(publicFiles),
  locales: ['en', 'ko'],
  label: 'content',
};

/** Everything that is wrong or odd with the sample after changes. */
export function findIssues(
  changes: Readonly<Record<string, Change>> = {},
  options: Partial<CheckContext> = {},
): Issue[] {
  const { library, issues } = readSample(changes);
  return [...issues, ...checkLibrary(library, { ...context, ...options })].sort(compareIssues);
}

/** The same as staff read it in the terminal. */
export function checkSample(
  changes: Readonly<Record<string, Change>> = {},
  options: Partial<CheckContext> = {},
): string {
  return renderParagraphs(findIssues(changes, options));
}
