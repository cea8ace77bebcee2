import type { Text } from '../model/text.ts';
import type { Week } from '../model/site.ts';
import type { SearchKind } from './kind.ts';

/** A search record in one language. */
export interface SearchRecord {
  kind: SearchKind;
  /** Its address without base and language, with a fragment for a part of a page; unique. */
  address: string;
  title: Text;
  /** A short description: "Phase I, week 5". */
  label: string;
  /** Its formatted dates, if it has any. */
  dates: string;
  edition: string;
  /** The numbers of its phases. */
  phases: number[];
  status: Week['status'];
  /** Terms that are indexed but not shown: days, places, numbers. */
  words: string[];
  /** Its text, in reading order. */
  content: string[];
  /** Whether the editors of the site wrote the text, and not the organiser. */
  byEditors: boolean;
  /** The language of the text. */
  contentLang: string;
}

/** The fields of a record; those that are left out have a default. */
export type RecordFields = Pick<SearchRecord, 'address' | 'title' | 'edition'> & Partial<SearchRecord>;
