/** What could not be understood, and what to write instead. */
export interface Doubt {
  why: string;
  fix: string;
}

/** A value that was read from a text, or why it could not be. */
export type Reading<T> = { value: T } | Doubt;

/** Something of a file that cannot be placed. */
export interface Trouble extends Doubt {
  /** Where it stands, as the file itself counts: "row 7". */
  place: string;
  /** The column, as the file heads it. */
  column?: string | undefined;
  /** What stands there. */
  value?: string | undefined;
}

/** One row of a sheet, or one event of a calendar: what it says, by the field that it says it of. */
export interface Row {
  place: string;
  values: Readonly<Partial<Record<Field, string>>>;
  /** Of an event of a calendar: what it is called there, so that it is found again. */
  origin?: Origin | undefined;
}

/** What names an event in the calendar that it came from (RFC 5545, 3.8.4.7). */
export interface Origin {
  uid: string;
  /** Of an event that repeats: the day on which this one was to be held at first. */
  day?: string | undefined;
}

/** What a column can say. */
export type Field =
  | 'id'
  | 'phase'
  | 'number'
  | 'start'
  | 'end'
  | 'dates'
  | 'startTime'
  | 'endTime'
  | 'times'
  | 'timezone'
  | 'title'
  | 'topic'
  | 'kind'
  | 'activity'
  | 'attendance'
  | 'place'
  | 'room'
  | 'address'
  | 'city'
  | 'country'
  | 'join'
  | 'status'
  | 'statusNote'
  | 'body'
  | 'name'
  | 'list'
  | 'order'
  | 'url'
  | 'rank'
  | 'amount'
  | 'currency'
  | 'givenBy';
