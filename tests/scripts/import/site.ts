import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { readSettings } from '../../../src/pipeline/settings.ts';
import { findIssues, loadContent } from '../../../src/pipeline/content.ts';
import { root } from '../../../src/pipeline/environment.ts';
import { replaceFiles } from '../../../scripts/lib/file.ts';
import { readOptions } from '../../../scripts/lib/import/options.ts';
import { planImport, type Plan } from '../../../scripts/lib/import/plan.ts';
import { renderPlan } from '../../../scripts/lib/import/render.ts';
import { readSource } from '../../../scripts/lib/import/source.ts';
import { gardens } from '../../project.ts';

/** Real-looking files to import. The workbooks were saved with LibreOffice Calc 7.4. */
export const fixtures = join(import.meta.dirname, 'files');

/** A copy of the content that files are imported into, in the process of the test. */
export interface ImportSite {
  /** What is to become of a file, and its plan in words. */
  prepare(file: string, ...args: string[]): Promise<Plan & { text: string }>;
  /** Writes what was prepared, as if it had been agreed to. Gives the paths that were written, inside the content. */
  agree(plan: Plan): Promise<string[]>;
  /** What is wrong with the content: the codes of the check's errors. */
  errors(): string[];
  /** A file of the content, by its path in it. */
  read(path: string): string;
  change(path: string, change: (text: string) => string): void;
  /** Everything that lies in the content, by path. */
  snapshot(): Record<string, string>;
  /** The path of a file with a text, to be imported. */
  make(name: string, text: string | Uint8Array): string;
  remove(): void;
}

/** @param files what the content holds, by path; without it, that of the fixture */
export function copyContent(files?: Readonly<Record<string, string>>): ImportSite {
  const dir = mkdtempSync(join(tmpdir(), 'import-'));
  const content = join(dir, 'content');
  if (files === undefined) cpSync(join(gardens, 'content'), content, { recursive: true });
  for (const [path, text] of Object.entries(files ?? {})) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const settings = readSettings({ CONTENT_DIR: content, PUBLIC_DIR: join(gardens, 'public') }, root);
  const prepare = async (file: string, args: string[]) => {
    const options = readOptions([file.includes('/') ? file : join(fixtures, file), ...args]);
    return planImport(settings, loadContent(settings), await readSource(options.file, options.as), options);
  };
  const plain = (text: string) => text.replaceAll(/(?:\.\.\/)*[\w./-]*import-\w+\/content\//g, 'content/');
  return {
    prepare: async (file, ...args) => {
      const plan = await prepare(file, args);
      return { ...plan, text: plain(renderPlan(plan)) };
    },
    agree: async ({ files: written }) => {
      await replaceFiles(written);
      return written.map(({ path }) => path.slice(content.length + 1));
    },
    errors: () =>
      findIssues(settings, loadContent(settings))
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code),
    read: (path) => readFileSync(join(content, path), 'utf8'),
    change: (path, change) =>
      writeFileSync(join(content, path), change(readFileSync(join(content, path), 'utf8'))),
    snapshot: () =>
      Object.fromEntries(
        readdirSync(content, { recursive: true, withFileTypes: true })
          .filter((item) => item.isFile())
          .map((item) => join(item.parentPath, item.name))
          .sort()
          .map((path) => [path.slice(content.length + 1), readFileSync(path, 'utf8')]),
      ),
    make: (name, text) => {
      writeFileSync(join(dir, name), text);
      return join(dir, name);
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/**
 * Imports a file, and once more: the second time there is nothing left to write, byte for byte.
 * @returns the plan in words, and how many files were changed and added
 */
export async function importTwice(site: ImportSite, file: string, ...args: string[]) {
  const before = site.snapshot();
  const first = await site.prepare(file, ...args);
  const written = await site.agree(first);
  const second = await site.prepare(file, ...args);
  expect(second.files).toEqual([]);
  expect(second.text).not.toContain('New (');
  expect(site.errors()).toEqual([]);
  const after = site.snapshot();
  for (const [path, text] of Object.entries(before))
    if (!written.includes(path)) expect(after[path]).toBe(text);
  const changed = written.filter((path) => path in before).length;
  return { text: first.text, changed, added: written.length - changed };
}

/** Lines as one text. */
export const csv = (...rows: string[]) => `${rows.join('\n')}\n`;

/** Imports a sheet, and writes what can be. */
export async function takeSheet(site: ImportSite, text: string, ...args: string[]) {
  const prepared = await site.prepare(site.make('file.csv', text), ...args);
  return { ...prepared, written: await site.agree(prepared) };
}

/** The plan for a sheet in words, of which nothing is written. */
export async function showSheet(site: ImportSite, text: string, ...args: string[]): Promise<string> {
  return (await site.prepare(site.make('file.csv', text), ...args)).text;
}

/** How many entries of a kind the edition has, translations not counted. */
export const countFiles = (site: ImportSite, kind: string) =>
  Object.keys(site.snapshot()).filter((path) => path.startsWith(`2030/${kind}/`) && !/\.\w+\.\w+$/.test(path))
    .length;

/** An event of a calendar, of the lines in it. */
export const event = (lines: string) => `BEGIN:VEVENT\n${lines.trim()}\nEND:VEVENT`;

/** A calendar with events and other lines. */
export const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\n');

/** Imports a calendar, and writes what can be. Gives the names of the events that were written. */
export async function takeCalendar(site: ImportSite, text: string, ...args: string[]) {
  const prepared = await site.prepare(site.make('file.ics', text), ...args);
  const written = await site.agree(prepared);
  return { ...prepared, written: written.map((path) => path.replace('2030/events/', '')) };
}

/** When an event begins, as its file says. */
export const readStart = (site: ImportSite, id: string) =>
  /start: (\S+)/.exec(site.read(`2030/events/${id}.mdx`))?.[1];
