import { readCandidates, type Candidate, type Order } from './day.ts';

/** First and last day that a text may mean; the same for a single day. */
export interface SpanCandidate {
  from: Candidate & { month: number };
  to: Candidate & { month: number };
  order?: Order | undefined;
}

/** All spans of days that a text may mean: a day, or two with a dash, a tilde, "to" or 부터 between them. */
export function readSpans(text: string): SpanCandidate[] {
  const days = readCandidates(text).flatMap((day) => join(day, day));
  if (days.length > 0) return days;
  const spans = [...text.matchAll(separators)].flatMap(({ 0: sign, index }) => {
    const left = readCandidates(text.slice(0, index));
    const right = readCandidates(text.slice(index + sign.length).replace(/까지\s*$/, ''));
    return left.flatMap((from) => right.flatMap((to) => join(from, to)));
  });
  return [...new Map(spans.map((span) => [JSON.stringify(span), span])).values()];
}

const separators = /\s*(?:[~〜～–—−→-]|->|\bto\b|\buntil\b|\btill\b|부터)\s*/gi;

/** Two days as one span, each taking from the other what it does not say itself. */
function join(left: Candidate, right: Candidate): SpanCandidate[] {
  const isLeft = left.month === undefined;
  const from = { ...left, month: left.month ?? right.month };
  const to = { ...right, month: right.month ?? left.month };
  // After a year that comes first, the month follows: 2022.3.28~4.3.
  if (left.yearFirst && right.year === undefined && right.order !== undefined) {
    if (right.order === 'dmy') return [];
    delete to.order;
  }
  if (from.order !== undefined && to.order !== undefined && from.order !== to.order) return [];
  if (from.month === undefined || to.month === undefined) return [];
  const order = from.order ?? (isLeft ? right.order : to.order);
  const wraps = to.month < from.month || (to.month === from.month && to.day < from.day);
  from.year ??= to.year === undefined ? undefined : to.year - (wraps ? 1 : 0);
  to.year ??= from.year === undefined ? undefined : from.year + (wraps ? 1 : 0);
  return [{ from: { ...from, month: from.month }, to: { ...to, month: to.month }, order }];
}
