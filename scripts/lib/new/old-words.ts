import { dayOf } from '../../../src/model/date.ts';
import { findPosition, type Entry, type TranslationEntry } from '../../../src/model/entry.ts';
import type { Scope } from '../../../src/model/rules/scope.ts';
import { listSaid } from '../../../src/model/translation.ts';
import { formatDay } from '../../../src/format/dates.ts';

/** The years that the words of an edition may name: those of its dates, and that of its folder. */
export function listYears({ edition, programme }: Scope): string[] {
  const { start = '', end = '' } = programme?.data ?? {};
  const years = [edition, start.slice(0, 4), end.slice(0, 4)];
  return [...new Set(years.filter((year) => /^\d{4}$/.test(year)))].sort();
}

/**
 * What words for visitors name an edition's time by: its years, and its days without the year.
 * @param locales as dates are written in them: "4 March", "3월 4일"
 */
export function listOldWords(scope: Scope, locales: readonly string[]): string[] {
  const { programme } = scope;
  const spans = [programme, ...scope.entries('weeks'), ...scope.entries('events')];
  const days = spans.flatMap((entry) => (entry ? [dayOf(entry.data.start), dayOf(entry.data.end)] : []));
  const named = locales.flatMap((locale) => days.map((day) => formatDay(day, locale, { year: false })));
  return [...new Set([...listYears(scope), ...named])];
}

/**
 * The lines of a file on which words for visitors say one of the old words. Addresses do not count: a page of
 * a year stays where it is.
 * @param text the whole file
 */
export function findLines(entry: Entry | TranslationEntry, text: string, old: readonly string[]): number[] {
  const named = new RegExp(`(?<!\\d)(?:${old.map((word) => RegExp.escape(word)).join('|')})(?!\\d)`);
  const fields = listSaid({ ...entry, body: undefined })
    .filter(({ passages }) => passages.some((passage) => named.test(passage)))
    .map(({ field }) => findPosition(entry.positions, field).line);
  const markdown = entry.body?.markdown ?? '';
  const above = text.slice(0, text.length - markdown.length).split('\n').length;
  const lines = markdown
    .split('\n')
    .flatMap((line, index) => (named.test(line.replaceAll(addresses, '')) ? above + index : []));
  return [...new Set([...fields, ...lines])].sort((a, b) => a - b);
}

const addresses = /\]\([^)]*\)|https?:\/\/\S+/g;
