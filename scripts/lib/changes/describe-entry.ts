import {
  describeChange,
  describeNew,
  nameEntry,
  type ChangeLanguage,
} from '../../../src/calendar/changes.ts';
import { formatAmount } from '../../../src/format/amounts.ts';
import { formatDay } from '../../../src/format/dates.ts';
import { namePhase } from '../../../src/format/labels.ts';
import type { MessageKey, Translate } from '../../../src/model/translate.ts';
import { isPlainDate } from '../../../src/model/date.ts';
import type { DatedChange, DetailChange, ReportField, UndatedChange } from './report-schema.ts';

/** Describes a change of a week or an event, in clauses without a full stop. */
export function describeDated(
  { entry, records, what, details }: DatedChange,
  language: ChangeLanguage,
): string[] {
  const { t } = language;
  const subject = nameEntry(entry, language);
  switch (what) {
    case 'new':
      return describeNew(entry, language);
    case 'published':
      return describeNew(entry, language).map((clause) => t('report.entry.published', { clause }));
    case 'withdrawn':
      return [t('report.entry.withdrawn', { subject })];
    case 'gone':
      return describeChange(entry, [{ field: 'status', from: 'scheduled', to: 'removed' }], language);
    case 'changed':
      return [
        ...describeChange(entry, records, language),
        ...details.map((detail) => describeField(entry.kind, subject, detail, t)),
      ];
  }
}

/** Describes a change of any other entry, in clauses without a full stop. */
export function describeUndated(change: UndatedChange, { t }: ChangeLanguage): string[] {
  const { kind, title, what, details } = change;
  const subject = nameUndated(change, title, t);
  if (what === 'new' || what === 'gone') return [t(`report.entry.${what}`, { subject })];
  return details.map((detail) => {
    if (detail.field !== 'title' || detail.from === undefined || detail.to === undefined)
      return describeField(kind, subject, detail, t);
    const to = t('report.quote', { text: detail.to });
    return t('report.entry.renamed', { subject: nameUndated(change, detail.from, t), to });
  });
}

function nameUndated({ kind, number }: UndatedChange, title: string, t: Translate): string {
  if (kind === 'phase' && number !== undefined) return namePhase({ number }, t);
  const quoted = t('report.quote', { text: title });
  return kind === 'programme' || kind === 'phase' ? quoted : t(`report.subject.${kind}`, { title: quoted });
}

function describeField(
  kind: string,
  subject: string,
  { field, from, to }: DetailChange,
  t: Translate,
): string {
  if (field === 'translation') {
    const what = from === undefined ? 'new' : to === undefined ? 'gone' : 'changed';
    const language = nameLanguage(to ?? from ?? '', t('locale'));
    return t(`report.translation.${what}`, { subject, language });
  }
  const old = from === undefined ? '' : formatValue(kind, field, from, t);
  const own = to === undefined ? '' : formatValue(kind, field, to, t);
  if (field === 'text' && to !== undefined) return t('report.entry.text', { subject, to: own });
  if (field === 'text' && from !== undefined) return t('report.entry.textLost', { subject, from: old });
  const values = { subject, field: t(`report.field.${field}`), from: old, to: own };
  if (from === undefined && to === undefined) return t('report.entry.other', values);
  if (from === undefined) return t('report.entry.fresh', values);
  return t(to === undefined ? 'report.entry.lost' : 'report.entry.changed', values);
}

/** The name of a language in another one. What is no language tag (RFC 5646) stays as it is. */
export function nameLanguage(lang: string, locale: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?$/.test(lang)) return lang;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(lang) ?? lang;
}

/** Messages for the values of fields with a fixed set of them. */
const valueKeys = new Map<string, MessageKey>(
  Object.entries({
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
  }),
);

const dateFields: readonly ReportField[] = ['start', 'end', 'opens', 'closes'];

/** Formats dates and amounts; quotes text. */
function formatValue(kind: string, field: ReportField, value: string, t: Translate): string {
  const key = valueKeys.get(`${kind}.${field}.${value}`);
  if (key) return t('report.quote', { text: t(key) });
  if (dateFields.includes(field) && isPlainDate(value)) return formatDay(value, t('locale'));
  const [, currency, amount] = /^([A-Z]{3}) (\d{1,15}(?:\.\d+)?)$/.exec(value) ?? [];
  if (field === 'amount' && currency !== undefined)
    return formatAmount({ currency, value: Number(amount) }, t);
  return /^\d+$/.test(value) ? value : t('report.quote', { text: value });
}
