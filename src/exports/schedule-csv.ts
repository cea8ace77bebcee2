import { addressOf } from '../model/address.ts';
import { compareText } from '../model/issue.ts';
import type { Programme, Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import { namePhase } from '../format/labels.ts';

type Cell = string | number;

/** The columns of schedule.csv, the same in every language. */
const columns = [
  'kind',
  'id',
  'phase',
  'week',
  'start',
  'end',
  'timezone',
  'title',
  'topic',
  'status',
  'statusNote',
  'url',
  'licence',
] as const;
type Row = Record<(typeof columns)[number], Cell>;

/**
 * Lists the schedule of an edition as rows, in order of their start, after a row of column names.
 * @param urlTo returns the full URL of an address
 */
export function listScheduleRows(
  { license }: Pick<Site, 'license'>,
  programme: Programme,
  t: Translate,
  urlTo: (address: string) => string,
): Cell[][] {
  const { edition, timezone, weeks, events } = programme;
  const licence = license?.url ?? '';
  const rows: Row[] = [
    ...weeks.map(({ kind, id, phase, number, start, end, title, topic, status, statusNote }) => ({
      kind,
      id,
      phase: namePhase(phase, t),
      week: number,
      start,
      end,
      timezone,
      title: title.text,
      topic: topic?.title.text ?? '',
      status,
      statusNote: statusNote?.text ?? '',
      url: urlTo(addressOf.week(edition, id)),
      licence,
    })),
    ...events.map(({ kind = 'event', id, start, end = '', timezone: zone, title, status, statusNote }) => ({
      kind,
      id,
      phase: '',
      week: '',
      start,
      end,
      timezone: zone,
      title: title.text,
      topic: '',
      status,
      statusNote: statusNote?.text ?? '',
      url: urlTo(addressOf.event(edition, id)),
      licence,
    })),
  ];
  rows.sort((a, b) => compareText(String(a.start), String(b.start)));
  return [[...columns], ...rows.map((row) => columns.map((column) => row[column]))];
}

/** Writes CSV (RFC 4180) with a byte order mark, without which Excel does not read UTF-8. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}

/**
 * An apostrophe keeps text that looks like a formula from being run in spreadsheets, full-width signs too (OWASP, CSV
 * injection).
 */
function writeCell(value: Cell): string {
  const text =
    typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
