import { isPlainDate } from '../../../../src/model/date.ts';
import type { ReportField } from '../report-data.ts';
import type { Translate } from '../../../../src/model/translate.ts';
import { formatAmount } from '../../../../src/format/amounts.ts';
import { formatDay } from '../../../../src/format/dates.ts';

/** Values that a file has as a word of its own, and what visitors read instead. */
const names = {
  'programme.state.ended': 'state.ended',
  'programme.state.open': 'state.open',
  'programme.state.running': 'state.running',
  'programme.state.upcoming': 'state.upcoming',
  'event.attendance.hybrid': 'event.attendance.hybrid',
  'event.attendance.in-person': 'event.attendance.in-person',
  'event.attendance.online': 'event.attendance.online',
  'partner.kind.institution': 'partner.kind.institution',
  'partner.kind.school': 'partner.kind.school',
  'partner.list.domestic': 'partners.domestic',
  'partner.list.international': 'partners.international',
  'prize.kind.award': 'prizes.award',
  'prize.kind.money': 'prizes.money',
  'prize.kind.opportunity': 'prizes.opportunity',
  'week.kind.break': 'week.break',
  'week.kind.orientation': 'week.orientation',
  'week.kind.week': 'schedule.week',
} as const;

const dates: readonly ReportField[] = ['start', 'end', 'opens', 'closes'];

/** A value as people write it: dates and amounts as such, words in quotation marks. */
export function formatValue(kind: string, field: ReportField, value: string, t: Translate): string {
  const key = Object.entries(names).find(([name]) => name === `${kind}.${field}.${value}`)?.[1];
  if (key) return t('report.quote', { text: t(key) });
  if (dates.includes(field) && isPlainDate(value)) return formatDay(value, t('locale'));
  const [, currency, amount] = /^([A-Z]{3}) (\d{1,15}(?:\.\d+)?)$/.exec(value) ?? [];
  if (field === 'amount' && currency !== undefined)
    return formatAmount({ currency, value: Number(amount) }, t);
  return /^\d+$/.test(value) ? value : t('report.quote', { text: value });
}
