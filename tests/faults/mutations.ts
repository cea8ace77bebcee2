import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { findIssues as findContentIssues, loadContent } from '../../src/pipeline/content.ts';
import { readSettings } from '../../src/pipeline/settings.ts';
import { hasErrors } from '../../src/format/issues.ts';
import type { Project } from '../project.ts';
import { context, sample } from '../sample.ts';
import { runWell, type Random } from './command.ts';

/** What authors, programs and attackers put into files. */
const pieces = [
  '',
  ' ',
  '\n',
  '\t',
  '---\n',
  ': ',
  '- ',
  '#',
  '"',
  "'",
  '{',
  '}',
  '<',
  '</Note>',
  '<Note>',
  '<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '![](https://a.example/b.png)',
  '[a]: https://a.example/',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u200b',
  '가',
  '😀',
  '\\',
  '*',
  '_',
  '`',
  '> ',
  '| a | b |\n|---|---|\n',
  '2030-02-30',
  '99999999999999999999',
  '-1',
  'null',
  '&a',
  '*a',
  '!!js/function ',
  '%',
  'export const a = 1\n',
];

/** A file of the sample with some changes at random places. */
interface Mutation {
  path: string;
  text: string;
}

function mutate(random: Random): Mutation {
  const below = (most: number) => Math.floor(random() * most);
  const paths = Object.keys(sample);
  const path = paths[below(paths.length)] ?? '';
  let text = sample[path] ?? '';
  for (let left = 1 + below(3); left > 0; left--) {
    const at = below(text.length + 1);
    const removed = [0, 1, 1, 8, 80][below(5)] ?? 0;
    const copied = (sample[path] ?? '').slice(at, at + below(60));
    const piece = below(3) === 0 ? copied : (pieces[below(pieces.length)] ?? '');
    text = text.slice(0, at) + piece + text.slice(at + removed);
  }
  return { path, text };
}

/**
 * Checks files that were changed at random, and builds those that pass: what the check accepts must never break
 * a build. Each becomes an edition of its own in a site of many.
 * @param project one with all pages
 * @returns a line for the report
 */
export async function buildMutations(
  project: Project,
  { count, batch }: { count: number; batch: number },
  random: Random,
): Promise<string> {
  const passed: Mutation[] = [];
  let [slowest, tried] = [0, 0];
  for (; tried < count; tried++) {
    const mutation = mutate(random);
    const start = performance.now();
    if (!hasErrors(checkFiles({ ...sample, [mutation.path]: mutation.text }))) passed.push(mutation);
    slowest = Math.max(slowest, performance.now() - start);
  }
  const distinct = [
    ...new Map(passed.map((mutation) => [`${mutation.path}\n${mutation.text}`, mutation])).values(),
  ];
  const edited = distinct.filter(({ path, text }) => path.startsWith('2030/') && text !== sample[path]);
  let [built, batches] = [0, 0];
  for (let at = 0; at < edited.length; at += batch) {
    built += await buildEditions(project, edited.slice(at, at + batch));
    batches += 1;
  }
  return `${count} mutated files: ${passed.length} passed the check (slowest ${Math.ceil(slowest)} ms), ${edited.length} of them different and of an edition, ${built} built in ${batches} batches`;
}

function checkFiles(files: Readonly<Record<string, string>>) {
  const dir = mkdtempSync(join(tmpdir(), 'mutation-'));
  try {
    writeFiles(dir, files);
    const settings = readSettings({ CONTENT_DIR: dir, PUBLIC_DIR: join(dir, 'none') }, dir);
    return findContentIssues(settings, { ...loadContent(settings), publicFiles: context.publicFiles });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function writeFiles(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

/** Builds a site in which each mutation has an edition. Those that the check refuses beside others are left out. */
async function buildEditions(project: Project, mutations: readonly Mutation[]): Promise<number> {
  const content = join(project.root, 'content');
  rmSync(content, { recursive: true });
  writeFiles(content, sample);
  await writePublic(join(project.root, 'public'));
  for (const [index, { path, text }] of mutations.entries()) {
    const edition = join(content, `m${index}`);
    cpSync(join(content, '2030'), edition, { recursive: true });
    writeFileSync(join(edition, path.slice('2030/'.length)), text);
  }
  const settings = readSettings({}, project.root);
  const refused = new Set<string>();
  for (const { severity, file } of findContentIssues(settings, loadContent(settings)))
    if (severity === 'error') refused.add(/(?:^|\/)(m\d+)\//.exec(file)?.[1] ?? file);
  for (const edition of refused) rmSync(join(content, edition), { recursive: true });
  await runWell(project, 'build');
  return mutations.length - refused.size;
}

/** The files of public/ that the sample names. */
async function writePublic(dir: string): Promise<void> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#2fbf8b' } });
  writeFiles(dir, {
    'partners/university.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
    'pictures/street.jpg': '',
    'robots.txt': 'User-agent: *\n',
  });
  await picture.jpeg().toFile(join(dir, 'pictures/street.jpg'));
}
