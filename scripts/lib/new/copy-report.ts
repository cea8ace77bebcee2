import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerName } from '../../../src/reader/ledger-file.ts';
import { formatDay, formatSpan } from '../../../src/format/dates.ts';
import { daysOf } from '../../../src/model/date.ts';
import { findPosition, type Entry, type Library, type TranslationEntry } from '../../../src/model/entry.ts';
import { compareText } from '../../../src/model/issue.ts';
import { createScope, type Scope } from '../../../src/model/rules/scope.ts';
import { listSaid } from '../../../src/model/translation.ts';
import { listLanguages } from '../../../src/model/visibility.ts';
import { count, labelOf } from '../../../src/pipeline/content.ts';
import type { Trial } from '../trial.ts';
import type { CopyOrder } from './copy-file.ts';
import type { Workspace } from './draft.ts';
import { calendarStep, publishStep, renderReport } from './report.ts';

/** A copy of an edition, before it is written. */
export interface EditionCopy extends CopyOrder {
  /** The texts of the new files, by path inside the content folder. */
  files: ReadonlyMap<string, string>;
  /** The fields that were removed from originals, with their values, by path of the new file. */
  removed: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** How many days and times were moved. */
  moved: number;
}

/** Reports what was copied and removed, and what needs a look before the new edition is published. */
export function renderCopy({ settings, content }: Workspace, copy: EditionCopy, trial: Trial): string {
  const { from, to, files, weeks, moved } = copy;
  const { library } = trial.content;
  const label = labelOf(settings);
  const old = createScope(content.library, from);
  const scope = createScope(library, to);
  const start = formatDay(scope.programme?.data.start ?? '', 'en-GB', { weekday: true });
  const years = listYears(old);
  const names = [...years, ...listDays(old, listLanguages(library))];
  const removed = listRemoved(copy, scope, old, label);
  if (existsSync(join(settings.contentDir, from, ledgerName))) {
    removed.push(`${ledgerName}: not copied, since nothing is published yet`);
  }
  const lists = {
    [`Cleared, to be decided anew (${label}/${from}/ still has it):`]: removed,
    'Dates, places and people to look at:': listDates(scope),
    [`Words that name ${years.join(' or ')} or its days, by file and line:`]: findNames(
      library,
      copy,
      names,
      label,
    ),
    'Copied as it was. Is it still true?': listUnchanged(library, scope, label),
  };
  const paragraphs = [
    `${label}/${to}/ is written: ${count([...files], 'file')} copied from ${label}/${from}/. ${moved} dates are ${weeks} weeks later, on the same days of the week: the first day is ${start}.`,
    'It is a draft: a preview shows it, and the published site does not. Nothing else was changed.',
  ];
  for (const [title, lines] of Object.entries(lists)) {
    if (lines.length > 0) paragraphs.push([title, ...lines.map((line) => `  ${line}`)].join('\n'));
  }
  return renderReport(paragraphs, trial.issues, [
    'Go through the lists above, file by file. npm run check says whether all is well, npm run translations which translations are outdated, and npm start shows it.',
    publishStep(label, to),
    calendarStep,
  ]);
}

function listRemoved({ removed }: EditionCopy, { programme }: Scope, old: Scope, label: string): string[] {
  const lines = [...removed].map(([path, values]) => {
    const fields = Object.entries(values).map(([field, value]) =>
      typeof value === 'string' ? `${field} (${value})` : field,
    );
    return `${label}/${path}: ${fields.join(', ')}`;
  });
  const state = programme?.data.state ?? '';
  const oldState = old.programme?.data.state ?? '';
  if (state !== oldState) lines.push(`${programme?.file ?? ''}: state is "${state}" and was "${oldState}"`);
  return lines;
}

/** Lists dates to check by hand, since holidays fall on other days each year. */
function listDates(scope: Scope): string[] {
  const { file: programmeFile = '', data: programme } = scope.programme ?? {};
  const { opens, closes } = programme?.applications ?? {};
  const lines: string[] = [];
  if (opens) lines.push(`${programmeFile}: applications.opens is ${opens}`);
  if (closes) lines.push(`${programmeFile}: applications.closes is ${closes}`);
  for (const { file, data } of scope.entries('weeks')) {
    if (data.kind === 'break') lines.push(`${file}: a break, ${formatSpan(data.start, data.end, 'en-GB')}`);
  }
  for (const { file, data } of scope.entries('events')) {
    const { start, end = start } = data;
    const facts = [end === start ? start : `${start} to ${end}`];
    if (data.venues.length > 0) facts.push('venues');
    if (data.people.length > 0) facts.push('people');
    lines.push(`${file}: ${facts.join(', ')}`);
  }
  return lines;
}

/** Lists what was copied without a change and may no longer be true. */
function listUnchanged(library: Library, scope: Scope, label: string): string[] {
  const lines: string[] = [];
  const nouns = { partners: 'partner', prizes: 'prize', people: 'file' } as const;
  for (const [collection, noun] of Object.entries(nouns)) {
    const entries = scope.entries(collection as keyof typeof nouns);
    if (entries.length > 0) lines.push(`${label}/${scope.edition}/${collection}/: ${count(entries, noun)}`);
  }
  const { audience, cost, format } = scope.programme?.data ?? {};
  const statements = Object.entries({ audience, cost, format });
  const sourced = statements.filter(([, statement]) => statement?.source).map(([field]) => field);
  if (sourced.length > 0) lines.push(`${scope.programme?.file ?? ''}: the sources of ${sourced.join(', ')}`);
  for (const { file, data } of [...scope.entries('weeks'), ...scope.entries('events')]) {
    if (data.draft) lines.push(`${file}: a draft by itself`);
  }
  for (const { file } of library.originals.history.filter(
    ({ data }) => String(data.year) === scope.edition,
  )) {
    const note = `describes ${scope.edition} as well; its facts move to "results" once the edition is no draft`;
    lines.push(`${file}: ${note}`);
  }
  return lines;
}

/** The years of an edition: those of its dates, and its folder's name if that is a year. */
function listYears({ edition, programme }: Scope): string[] {
  const { start = '', end = '' } = programme?.data ?? {};
  const years = [edition, start.slice(0, 4), end.slice(0, 4)];
  return [...new Set(years.filter((year) => /^\d{4}$/.test(year)))].sort();
}

/** The first and last days of an edition, its weeks and its events, as texts write them without the year. */
function listDays(scope: Scope, languages: readonly string[]): string[] {
  const entries = [...scope.entries('programmes'), ...scope.entries('weeks'), ...scope.entries('events')];
  const days = new Set(entries.flatMap(({ data }) => Object.values(daysOf(data))));
  // English has two forms: 4 March, March 4.
  const locales = ['en-GB', 'en-US', ...languages];
  return locales.flatMap((locale) => [...days].map((day) => formatDay(day, locale, { year: false })));
}

/** Lists the new files whose texts contain one of the names, with line numbers. */
function findNames(
  { originals, translations }: Library,
  { files, to }: EditionCopy,
  names: readonly string[],
  label: string,
): string[] {
  const pattern = new RegExp(`(?<!\\d)(?:${names.map((name) => RegExp.escape(name)).join('|')})(?!\\d)`);
  const entries = [...Object.values(originals).flat(), ...translations];
  return entries
    .filter(({ edition }) => edition === to)
    .sort((a, b) => compareText(a.file, b.file))
    .flatMap((entry) => {
      const text = files.get(entry.file.slice(label.length + 1)) ?? '';
      const lines = findLines(entry, text, pattern);
      return lines.length > 0 ? `${entry.file}:${lines.join(', ')}` : [];
    });
}

/** Finds the lines of a file on which a field or the body matches. Addresses in the body do not count. */
function findLines(entry: Entry | TranslationEntry, text: string, pattern: RegExp): number[] {
  const lines = listSaid({ ...entry, body: undefined })
    .filter(({ passages }) => passages.some((passage) => pattern.test(passage)))
    .map(({ field }) => findPosition(entry.positions, field).line);
  const markdown = entry.body?.markdown ?? '';
  const bodyLine = text.slice(0, text.length - markdown.length).split('\n').length;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (pattern.test(line.replaceAll(addresses, ''))) lines.push(bodyLine + index);
  }
  return [...new Set(lines)].sort((a, b) => a - b);
}

const addresses = /\]\([^)]*\)|https?:\/\/\S+/g;
