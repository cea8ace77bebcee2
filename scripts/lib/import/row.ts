import { makeId } from '../content-file.ts';
import type { Field, Kind } from './columns.ts';
import { describeDates, parseDates, type DateOrder, type DateSpan, type Term } from './dates.ts';
import type { Row, RowError, SourceEvent } from './table.ts';
import { ValueError } from './values.ts';

/** What the content says that rows are read against. */
export interface Edition {
  edition: string;
  term: Term;
  /** The programme's time zone. */
  timezone: string;
  phases: { id: string; number: number; names: string[] }[];
  topics: { id: string; names: string[] }[];
  /** Whether a text is Korean, on a site whose first language is another. */
  isForeign: (text: string) => boolean;
}

/** The edition, with what the command line and the file as a whole say. */
export interface Context extends Edition {
  kind: Kind;
  dateOrder: DateOrder | undefined;
  /** Values for rows without one of their own. */
  defaults: Partial<Record<'phase' | 'list' | 'attendance' | 'currency', string | undefined>>;
  /** The name of a field's column; undefined if there is none. */
  columnOf: (field: Field) => string | undefined;
}

export type Venue = Partial<Record<'name' | 'room' | 'address' | 'city' | 'country', string | undefined>>;

/** Where an event is held, as a row says it. */
export interface Places {
  /** Places where people meet. */
  sites: Venue[];
  /** Services of online meetings. */
  services: Venue[];
  /** The link by which people join. */
  join: string | undefined;
  /** What follows for how people take part. Undefined if nothing is said. */
  attendance: 'online' | 'in-person' | 'hybrid' | undefined;
  /** Whether the place itself says that it is online, by a word, a service or a link. */
  isOnline: boolean;
}

/** What a row says of an entry. */
export interface RecordData {
  /** What identifies the entry: `unique` is what only one can have, such as phase and number of a week. */
  keys: { name?: string | undefined; start?: string | undefined; unique?: string | undefined };
  /** The id of a new entry, if it is free. Undefined if the name makes none. */
  newId: string | undefined;
  /** By dotted path: null removes the field, undefined leaves it as it is. */
  fields: Readonly<Record<string, unknown>>;
  /** What a new entry says besides. */
  initial: Readonly<Record<string, unknown>>;
  /** Markdown below the fields of a new entry. */
  body?: string;
  /** Where an event is held. */
  places?: Places;
  /** Whether an event has days without times, so that known times stay. */
  hasDaysOnly?: boolean;
}

/** A row that was read. `id` is the one that the row itself says. */
export type ParsedRow = RowReader & RecordData & { id: string | undefined };

/** Reads the fields of one row, and collects what the user should know about it. */
export class RowReader {
  readonly place: string;
  readonly values: Row['values'];
  readonly source: SourceEvent | undefined;
  readonly errors: RowError[] = [];
  /** Errors only if the row is to become a new entry. */
  readonly missing: RowError[] = [];
  readonly notes: string[] = [];
  /** Of assumptions on one topic only the first is shown in full. */
  readonly assumptions: { topic: string; text: string }[] = [];
  readonly #context: Context;

  constructor({ place, values, source }: Row, context: Context) {
    this.place = place;
    this.values = values;
    this.source = source;
    this.#context = context;
  }

  /** Reads a field with a parser. A ValueError becomes an error of the row. */
  read<T>(field: Field, parse: (text: string) => T): T | undefined {
    const text = this.values[field];
    if (text === undefined) return undefined;
    try {
      if (!/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(text)) return parse(text);
      const fix = 'Mend the formula in the sheet, or write the value itself.';
      throw new ValueError('The formula of this cell has an error.', fix);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      this.fail(field, error.why, error.fix);
      return undefined;
    }
  }

  /** Reads days. `select` gives the part of the text that has them. */
  readDates(field: Field, select: (text: string) => string): DateSpan | undefined {
    return this.read(field, (text) => {
      const dates = parseDates(select(text), this.#context.term, this.#context.dateOrder);
      const meaning = describeDates(dates);
      if (dates.isSerial) this.assume('serial', `${text} was read as ${meaning}: sheets count days so.`);
      else if (dates.isYearAssumed) this.assume('year', `${text} has no year, and was read as ${meaning}.`);
      return dates;
    });
  }

  /** Reads the id. A column of running numbers has none. */
  readId(): string | undefined {
    if (/^\d+$/.test(this.values.id ?? '')) return undefined;
    return this.read('id', (id) => {
      if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
      throw new ValueError(
        'An id has small letters from a to z, digits and hyphens only: it is the name of a file.',
        `Write ${makeId(id) ?? 'one such as opening-forum'}, or leave the cell empty for a new entry.`,
      );
    });
  }

  fail(field: Field, why: string, fix: string): void {
    this.errors.push({ place: this.place, ...this.#cellOf(field), why, fix });
  }

  /** Notes that a new entry needs a value which neither the row nor anything else gives. */
  require(field: Field, value: unknown, why: string, fix: string): void {
    if (value === undefined && this.values[field] === undefined)
      this.missing.push({ place: this.place, ...this.#cellOf(field), why, fix });
  }

  assume(topic: string, text: string): void {
    this.assumptions.push({ topic, text });
  }

  #cellOf(field: Field) {
    return { column: this.#context.columnOf(field), value: this.values[field] };
  }
}
