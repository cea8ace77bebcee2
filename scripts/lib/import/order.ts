import { PlainError } from '../../../src/pipeline/error.ts';
import { describeDays, readMeanings, type Days, type Term } from './dates.ts';
import type { Order } from './day.ts';

/** A date as it stands in the file, and where. */
export interface Written {
  text: string;
  place: string;
}

export interface Decision {
  /** Undefined where no date leaves a choice. */
  order: Order | undefined;
  /** How dates were read and why, in sentences, where there was a choice or there is a doubt. */
  words: string[];
}

/**
 * Decides whether day or month comes first in dates of numbers alone: what all of the file says together, such
 * as a 25 that can be no month.
 * @param chosen what the person at the keyboard has said
 * @throws PlainError if nothing decides, or if dates contradict each other
 */
export function decideOrder(
  dates: readonly Written[],
  term: Term,
  { chosen, isWorkbook }: { chosen?: Order | undefined; isWorkbook: boolean },
): Decision {
  const read = dates.map((date) => ({ ...date, meanings: readMeanings(date.text, term) }));
  const open = read.filter(({ meanings }) => findMeaning(meanings, 'dmy') && findMeaning(meanings, 'mdy'));
  const [example] = open;
  const evidence = (order: Order) =>
    read.find(({ meanings }) => meanings.length > 0 && meanings.every((days) => days.order === order));
  const [day, month] = [evidence('dmy'), evidence('mdy')];
  const order = chosen ?? (day && !month ? 'dmy' : month && !day ? 'mdy' : undefined);
  const swapped = isWorkbook ? warnOfSwapped(read, day ?? month) : [];
  if (!example) return { order, words: swapped };
  if (order === undefined) throw new PlainError(askOrder(open, day, month));
  const meaning = findMeaning(example.meanings, order);
  const proof = order === 'dmy' ? day : month;
  const why = chosen
    ? `as --dates ${chosen} says`
    : proof && `since ${quote(proof)} can only have the ${first(order)} first`;
  const others = open.length > 1 ? ` (and ${open.length - 1} more like it in the same way)` : '';
  return {
    order,
    words: [
      `${quote(example)} was read as ${meaning && describeDays(meaning)}${others}, ${why}.`,
      ...swapped,
    ],
  };
}

/**
 * A sheet program of another country takes 3/4/2022 for a day of its own and leaves 25/3/2022 as text: then the
 * days of all its dates are 12 or less, and some of them are months.
 */
function warnOfSwapped(
  read: readonly (Written & { meanings: Days[] })[],
  text: Written | undefined,
): string[] {
  const days = read.filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date.text));
  const [first] = days;
  if (!text || !first || days.some((date) => Number(date.text.slice(8)) > 12)) return [];
  return [
    `${quote(text)} is a text, and ${quote(first)} is a date of the sheet: it may have taken the day for the month. Compare its dates with where they come from.`,
  ];
}

const findMeaning = (meanings: readonly Days[], order: Order) =>
  meanings.find((days) => days.order === order);
const quote = ({ text, place }: Written) => `${text} (${place})`;
const first = (order: Order) => (order === 'dmy' ? 'day' : 'month');

function askOrder(open: readonly (Written & { meanings: Days[] })[], day?: Written, month?: Written): string {
  const shown = open.slice(0, 3).map((each) => {
    const [dmy, mdy] = (['dmy', 'mdy'] as const).map((order) => findMeaning(each.meanings, order));
    return `  ${quote(each)}: ${dmy && describeDays(dmy)}, or ${mdy && describeDays(mdy)}`;
  });
  const why =
    day && month
      ? `Other dates do not help: ${quote(day)} has the day first, and ${quote(month)} the month.`
      : 'No other date of the file decides it.';
  return [
    'In these dates the day or the month may come first:',
    ...shown,
    ...(open.length > 3 ? [`  and ${open.length - 3} more`] : []),
    `${why} Say which with --dates dmy (day first) or --dates mdy (month first).`,
  ].join('\n');
}
