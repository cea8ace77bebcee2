import { dayOf, type PlainDate } from '../date.ts';
import { issueAt, type Entry } from '../entry.ts';
import type { Issue } from '../issue.ts';

/** Reports a last day (or time) that lies before the first. */
export function checkOrder(
  entry: Entry,
  span: { start: string; end: string },
  fields = { start: 'start', end: 'end' },
): Issue[] {
  if (
    span.start <= span.end ||
    (span.start.length !== span.end.length && dayOf(span.start) <= dayOf(span.end))
  )
    return [];
  return [
    issueAt(entry, {
      code: 'date-order',
      field: fields.end,
      value: span.end,
      message: `"${fields.end}" (${span.end}) lies before "${fields.start}" (${span.start}).`,
      fix: `Correct one of the two. If they were swapped, write "${fields.start}: ${span.end}" and "${fields.end}: ${span.start}".`,
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
