import { count } from '../../../src/pipeline/content.ts';
import type { Column } from './columns.ts';
import type { Item } from './plan.ts';
import type { Trouble } from './reading.ts';
import type { Replacement } from './replace.ts';
import { nameColumn } from './sheet.ts';

/** Everything that is shown before anything is written. */
export interface Plan {
  /** What the file was taken for, and why. */
  opening: string[];
  /** Empty for a calendar, which has no columns. */
  columns: readonly Column[];
  notes: readonly string[];
  items: readonly Item[];
  troubles: readonly Trouble[];
  /** Files that nothing in the import stands for. */
  missing: readonly string[];
}

/** The plan in words, a paragraph for each thing to look at. */
export function renderPlan(plan: Plan): string {
  const { items, troubles, missing } = plan;
  const of = (state: Item['state']) => items.filter((item) => item.state === state);
  const same = of('same');
  const noted = same.filter(({ notes }) => notes.length > 0);
  return [
    [...plan.opening].join('\n'),
    section('Columns', plan.columns.map(describeColumn)),
    section('How it was read', countAlike(plan.notes)),
    section(`New (${of('new').length})`, of('new').flatMap(describeItem)),
    section(`Changes (${of('changed').length})`, of('changed').flatMap(describeItem)),
    section(`Unchanged (${same.length})`, [
      ...(same.length > noted.length
        ? [
            same
              .filter((item) => !noted.includes(item))
              .map(({ id }) => id)
              .join(', '),
          ]
        : []),
      ...noted.flatMap(describeItem),
    ]),
    section(`There, and not in the file: they stay as they are (${missing.length})`, missing),
    section(`Cannot be placed (${countPlaces(troubles)})`, troubles.flatMap(describeTrouble)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** How many rows have troubles. */
export const countPlaces = (troubles: readonly Trouble[]) => new Set(troubles.map(({ place }) => place)).size;

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');

function describeColumn({ index, head, field, note }: Column): string {
  const use = field === undefined ? 'not used' : `-> ${fieldWords[field] ?? field}`;
  return `${nameColumn(index)} “${head}” ${use}${note === undefined ? '' : ` (${note})`}`;
}

const fieldWords: Partial<Record<NonNullable<Column['field']>, string>> = {
  dates: 'start and end',
  times: 'times of start and end',
  startTime: 'time of start',
  endTime: 'time of end',
  topic: 'topic, or title',
  place: 'venues',
  body: 'text below the fields',
};

/** A note that holds for many rows is said once. */
function countAlike(notes: readonly string[]): string[] {
  const counts = Map.groupBy(notes, (note) => note);
  return [...counts].map(([note, all]) => (all.length > 1 ? `${note} (${all.length} times)` : note));
}

function describeItem({ draft, file, state, changes, notes }: Item): string[] {
  const lines = changes.map(({ field, from, to }) =>
    state === 'new' ? `${field}: ${show(to)}` : `${field}: ${show(from)} -> ${show(to)}`,
  );
  const origin = changes.length === 0 && state === 'changed' ? ['what the calendar calls it is noted'] : [];
  return [`${draft.row.place}: ${file}`, ...[...lines, ...origin, ...notes].map((line) => `  ${line}`)];
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.map(show).join('; ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(show).join(', ');
  return shorten(typeof value === 'string' ? value : JSON.stringify(value));
}

const shorten = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

function describeTrouble({ place, column, value, why, fix }: Trouble): string[] {
  const where = [place, ...(column === undefined ? [] : [`“${column}”`])].join(', ');
  return [`${where}${value === undefined ? '' : `: ${shorten(value)}`}`, `  ${why}`, `  ${fix}`];
}

/** What is to be done next, once files were written. */
export function renderNext(files: readonly Replacement[], stale: readonly string[]): string {
  const steps = [
    ...(stale.length > 0
      ? [`npm run translations: these are older now than what they translate: ${stale.join(', ')}`]
      : []),
    'npm run check: the whole content once more, warnings included',
    ...(files.some(({ path }) => /[\\/](?:weeks|events)[\\/]/.test(path))
      ? ['npm run calendar: tells subscribers']
      : []),
    'npm run changes -- HEAD: what visitors will see change',
  ];
  return [
    `${count(files, 'file')} written. Look at them with git diff. Next:`,
    ...steps.map((step) => `  ${step}`),
  ].join('\n');
}
