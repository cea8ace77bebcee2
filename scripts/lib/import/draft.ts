import { makeId } from '../content-file.ts';
import type { Kind } from './columns.ts';
import { describeDays, readDays, type Days, type Term } from './dates.ts';
import type { Order } from './day.ts';
import type { Places } from './place.ts';
import type { Doubt, Field, Reading, Row, Trouble } from './reading.ts';
import { readStatus } from './values.ts';

/** What an entry is to say, by what one row of a file says. */
export interface Draft {
  row: Row;
  keys: Keys;
  /** By dotted path, as `editFields` takes them: what is undefined is taken away. */
  fields: Readonly<Record<string, unknown>>;
  /** What a new file says besides: what the row does not say, and what follows from it. */
  initial: Readonly<Record<string, unknown>>;
  /** The id of a new file, if that is free. Undefined where the name makes none. */
  newId: string | undefined;
  /** Markdown below the fields of a new file. */
  body?: string | undefined;
  /** Where an event is held. */
  where?: Places;
  /** Whether the row says days and no times, so that known times stay. */
  hasDaysOnly?: boolean;
  /** What whoever looks at this entry should know. */
  notes: string[];
  /** What had to be supposed in reading the row. */
  supposed: Supposed[];
  troubles: Trouble[];
  /** What keeps the row from making a new entry, and is no matter where the entry is there. */
  lacks: Trouble[];
}

/** Something that was supposed: what is alike in many rows is said of the first of them. */
export interface Supposed {
  what: string;
  words: string;
}

/** What an entry is recognised by. */
export interface Keys {
  /** The id that the row itself says. */
  id?: string | undefined;
  /** What can be there only once: phase and number of a week, the rank of prize money. */
  only?: string | undefined;
  name?: string | undefined;
  /** First day, or day and time, of an event. */
  start?: string | undefined;
}

export interface VenueDraft {
  name: string;
  room?: string | undefined;
  address?: string | undefined;
  city?: string | undefined;
  country?: string | undefined;
}

/** What rows are read against: the edition, what was said on the command line, and how the file is headed. */
export interface Context {
  kind: Kind;
  edition: string;
  term: Term;
  /** The programme's time zone. */
  timezone: string;
  phases: { id: string; number: number; names: string[] }[];
  topics: { id: string; names: string[] }[];
  order: Order | undefined;
  /** Whether words are in Korean, and files of the site are written in another language first. */
  isForeign: (words: string) => boolean;
  defaults: Defaults;
  /** How the file heads the column of a field; undefined where it has none. */
  headOf: (field: Field) => string | undefined;
}

/** What holds for rows that do not say it. */
export interface Defaults {
  phase?: string | undefined;
  list?: string | undefined;
  attendance?: string | undefined;
  /** The currency of the prizes that are there, if it is one. */
  currency?: string | undefined;
}

export type Reader = ReturnType<typeof createReader>;

/** Makes the reader of one row, which gathers what it cannot read. */
export function createReader(row: Row, { headOf, term, order }: Context) {
  const troubles: Trouble[] = [];
  const notes: string[] = [];
  const supposed: Supposed[] = [];
  const lacks: Trouble[] = [];
  const refuse = (field: Field, doubt: Doubt) => {
    troubles.push({ place: row.place, column: headOf(field), value: row.values[field], ...doubt });
  };
  /** Says what a new entry would need, where neither the row nor anything else says it. */
  const need = (field: Field, value: unknown, doubt: Doubt) => {
    if (value === undefined && row.values[field] === undefined)
      lacks.push({ place: row.place, column: headOf(field), ...doubt });
  };
  const read = <T>(field: Field, parse: (text: string) => Reading<T>): T | undefined => {
    const text = row.values[field];
    if (text === undefined) return undefined;
    const reading = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(text)
      ? brokenFormula
      : parse(text);
    if ('value' in reading) return reading.value;
    refuse(field, reading);
    return undefined;
  };
  /** Days of a text that stands in the column of a field, which may say more beside them. */
  const readSpan = (field: Field, days: (text: string) => string = (text) => text): Days | undefined =>
    read(field, (text) => {
      const reading = readDays(days(text), term, order);
      if ('value' in reading) supposed.push(...explainSupposed(text, reading.value));
      return reading;
    });
  return {
    row,
    troubles,
    lacks,
    notes,
    supposed,
    refuse,
    need,
    read,
    readSpan,
    words: (field: Field) => row.values[field],
  };
}

const brokenFormula = {
  why: 'The formula of this cell has an error.',
  fix: 'Mend the formula in the sheet, or write the value itself.',
};

function explainSupposed(text: string, days: Days): Supposed[] {
  if (days.isSerial)
    return [{ what: 'serial', words: `${text} was read as ${describeDays(days)}: sheets count days so.` }];
  return days.isYearSupposed
    ? [{ what: 'year', words: `${text} has no year, and was read as ${describeDays(days)}.` }]
    : [];
}

/** The id that a row says. A column of running numbers names no entries, whatever it is called. */
export function readId({ read, words }: Reader): string | undefined {
  if (/^\d+$/.test(words('id') ?? '')) return undefined;
  return read('id', (text) => {
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return { value: text };
    const id = makeId(text);
    return {
      why: 'An id has small letters from a to z, digits and hyphens only: it is the name of a file.',
      fix: `Write ${id ?? 'one such as opening-forum'}, or leave the cell empty for a new entry.`,
    };
  });
}

/** Status and reason, for weeks and events alike. What takes place needs no reason any more. */
export function readState({ read, words }: Reader): Record<string, unknown> {
  const status = read('status', readStatus);
  const statusNote = words('statusNote');
  return {
    ...(status === undefined ? {} : { status }),
    ...(statusNote !== undefined ? { statusNote } : status === 'scheduled' ? { statusNote: undefined } : {}),
  };
}
