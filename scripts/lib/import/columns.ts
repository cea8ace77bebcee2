import { findNearest } from '../../../src/model/nearest.ts';
import { listSynonyms, normaliseName } from './values.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

/** Collections that can be imported. */
export const kinds = ['weeks', 'events', 'partners', 'prizes'] as const;
export type Kind = (typeof kinds)[number];

const { all, dated, described, weeks, events, partners, prizes } = vocabulary.columns;
/** Names of columns by collection and field, in English and Korean. The first is the one to recommend. */
const columnNames = {
  weeks: { ...all, ...weeks, ...dated, ...described },
  events: { ...all, ...events, ...dated, ...described },
  partners: { ...all, ...partners },
  prizes: { ...all, ...prizes, ...described },
};

/** What a cell can be about. */
export type Field = { [K in Kind]: keyof (typeof columnNames)[K] }[Kind];

/** A column of a sheet. */
export interface Column {
  index: number;
  name: string;
  /** Undefined if the column is not used; then `note` may say why. */
  field: Field | undefined;
  /** What stands in brackets in its name, such as a currency: "Prize money (KRW)". */
  unit: string | undefined;
  note?: string | undefined;
}

const namesByKind = {
  weeks: listSynonyms<Field>(columnNames.weeks),
  events: listSynonyms<Field>(columnNames.events),
  partners: listSynonyms<Field>(columnNames.partners),
  prizes: listSynonyms<Field>(columnNames.prizes),
};

/** Names to recommend for the columns of a collection. */
export const recommendNames = (kind: Kind): string[] =>
  Object.values(columnNames[kind]).map((names) => names.split(', ')[0] ?? '');

const brackets = /[([{（]([^)\]}）]*)[)\]}）]/g;
const isContents = /^(?:contents?|내용|강의내용|교육내용|행사내용)$/;
const subjects: Partial<Record<Kind, Field>> = { weeks: 'topic', events: 'title' };

/** Matches a row of cells to fields by name, with or without what is in brackets. Each field counts once. */
export function matchColumns(cells: readonly string[], kind: Kind): Column[] {
  const names = namesByKind[kind];
  const find = (name: string) => names.get(normaliseName(name))?.value;
  const fields = cells.map((cell) => find(cell) ?? find(cell.replaceAll(brackets, ' ')));
  // A column of contents is what a week or an event is about, if no other column says that.
  const subject = subjects[kind];
  const contents = cells.findIndex((cell) => isContents.test(normaliseName(cell)));
  if (subject && contents !== -1 && !fields.includes(subject)) fields[contents] = subject;
  return cells.flatMap((name, index): Column[] => {
    if (name === '') return [];
    const field = fields[index];
    const unit = [...name.matchAll(brackets)].at(-1)?.[1]?.trim();
    const first = fields.indexOf(field);
    if (field !== undefined && first < index)
      return [{ index, name, unit, field: undefined, note: `“${cells[first]}” says it already` }];
    const nearest = field ? undefined : names.get(findNearest(normaliseName(name), [...names.keys()]) ?? '');
    return [{ index, name, field, unit, note: nearest && `did you mean “${nearest.word}”?` }];
  });
}
