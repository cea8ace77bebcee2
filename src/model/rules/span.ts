import { dayOf, type PlainDate } from '../date.ts';
import { issueAt, type Entry } from '../entry.ts';
import type { Issue } from '../issue.ts';

/** Reports a last day (or time) that lies before the first. */
export function checkOrder(
  entry: Entry,
  { start, end }: { start: string; end?: string | undefined },
  fields = { start: 'start', end: 'end' },
): Issue[] {
  if (end === undefined || start <= end || (start.length !== end.length && dayOf(start) <= dayOf(end)))
    return [];
  return [
    issueAt(entry, {
      code: 'date-order',
      field: fields.end,
      value: end,
      message: `"${fields.end}" (${end}) lies before "${fields.start}" (${start}).`,
      fix: `Correct one of the two. If they were swapped, write "${fields.start}: ${end}" and "${fields.end}: ${start}".`,
    }),
  ];
}

/** Says whether a span lies in another, first and last day included. */
export function liesWithin(
  inner: { start: PlainDate; end: PlainDate },
  outer: { start: PlainDate; end: PlainDate },
): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
