import { count } from '../../../src/pipeline/content.ts';
import type { Column, Field } from './columns.ts';
import type { Plan } from './plan.ts';
import type { Proposal } from './proposal.ts';
import type { RowError } from './table.ts';

/** The plan as text, a section for each thing to look at. */
export function renderPlan({ table, notes, proposals, errors, missing }: Plan): string {
  const { new: added = [], changed = [], same = [] } = Object.groupBy(proposals, ({ state }) => state);
  const noted = same.filter((proposal) => proposal.notes.length > 0);
  const plain = same.filter((proposal) => proposal.notes.length === 0).map(({ id }) => id);
  const sections = [
    table.opening.join('\n'),
    section('Columns', table.columns.map(renderColumn)),
    section('How it was read', countRepeated(notes)),
    section(`New (${added.length})`, added.flatMap(renderProposal)),
    section(`Changes (${changed.length})`, changed.flatMap(renderProposal)),
    section(`Unchanged (${same.length})`, [
      ...(plain.length > 0 ? [plain.join(', ')] : []),
      ...noted.flatMap(renderProposal),
    ]),
    section(`There, and not in the file: they stay as they are (${missing.length})`, missing),
    section(`Cannot be placed (${countRows(errors)})`, errors.flatMap(renderError)),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

/** How many rows have errors. */
export const countRows = (errors: readonly RowError[]) => new Set(errors.map(({ place }) => place)).size;

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');

const fieldLabels: Partial<Record<Field, string>> = {
  dates: 'start and end',
  times: 'times of start and end',
  startTime: 'time of start',
  endTime: 'time of end',
  topic: 'topic, or title',
  place: 'venues',
  body: 'text below the fields',
};

/** The letter of a column: A, B, … Z, AA. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function renderColumn({ index, name, field, note }: Column): string {
  const use = field === undefined ? 'not used' : `-> ${fieldLabels[field] ?? field}`;
  return `${letterOf(index)} “${name}” ${use}${note === undefined ? '' : ` (${note})`}`;
}

const countRepeated = (notes: readonly string[]): string[] =>
  [...Map.groupBy(notes, (note) => note)].map(([note, all]) =>
    all.length > 1 ? `${note} (${all.length} times)` : note,
  );

function renderProposal({ row, file, state, changes, notes }: Proposal): string[] {
  const lines = changes.map(({ field, from, to }) =>
    state === 'new' ? `${field}: ${renderValue(to)}` : `${field}: ${renderValue(from)} -> ${renderValue(to)}`,
  );
  if (changes.length === 0 && state === 'changed') lines.push('what the calendar calls it is noted');
  return [`${row.place}: ${file}`, ...[...lines, ...notes].map((line) => `  ${line}`)];
}

function renderValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.map(renderValue).join('; ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(renderValue).join(', ');
  return shorten(typeof value === 'string' ? value : JSON.stringify(value));
}

const shorten = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

function renderError({ place, column, value, why, fix }: RowError): string[] {
  const where = column === undefined ? place : `${place}, “${column}”`;
  return [value === undefined ? where : `${where}: ${shorten(value)}`, `  ${why}`, `  ${fix}`];
}

/** What to do after files were written. */
export function renderNextSteps({ files, stale }: Plan): string {
  const hasDates = files.some(({ path }) => /[\\/](?:weeks|events)[\\/]/.test(path));
  return [
    `${count(files, 'file')} written. Look at them with git diff. Next:`,
    ...(stale.length > 0
      ? [`  npm run translations: these are older now than what they translate: ${stale.join(', ')}`]
      : []),
    '  npm run check: the whole content once more, warnings included',
    ...(hasDates ? ['  npm run calendar: shows what subscribers will get'] : []),
    '  npm run changes -- HEAD: what visitors will see change',
  ].join('\n');
}
