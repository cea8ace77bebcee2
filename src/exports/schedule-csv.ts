import { addressOf } from '../model/address.ts';
import { namePhase } from '../format/labels.ts';
import type { Programme } from '../model/site.ts';
import { compareText } from '../model/issue.ts';
import type { Translate } from '../model/translate.ts';
import type { Row } from './csv.ts';

/** The columns of schedule.csv: the same in every language, for programs. */
const columns = [
  ...['kind', 'id', 'phase', 'week', 'start', 'end', 'timezone'],
  ...['title', 'topic', 'status', 'statusNote', 'url'],
];

/**
 * The schedule of an edition as a table: a line a week and event, in the order of their beginnings. The first
 * line has the names of the columns.
 * @param urlTo gives an address in full
 */
export function listScheduleRows(
  programme: Programme,
  t: Translate,
  urlTo: (address: string) => string,
): Row[] {
  const { edition, timezone, weeks, events } = programme;
  const lines = [
    ...weeks.map((week) => ({
      start: week.start,
      row: [
        ...[week.kind, week.id, namePhase(week.phase, t), week.number, week.start, week.end, timezone],
        ...[week.title.text, week.topic?.title.text ?? '', week.status, week.statusNote?.text ?? ''],
        urlTo(addressOf.week(edition, week.id)),
      ],
    })),
    ...events.map((event) => ({
      start: event.start,
      row: [
        ...['event', event.id, '', '', event.start, event.end, event.timezone],
        ...[event.title.text, '', event.status, event.statusNote?.text ?? ''],
        urlTo(addressOf.event(edition, event.id)),
      ],
    })),
  ];
  return [columns, ...lines.sort((a, b) => compareText(a.start, b.start)).map(({ row }) => row)];
}
