import { namePhase } from '../../../../src/format/labels.ts';
import type { DatedChange, ReportRecord, UndatedChange } from '../report-data.ts';
import {
  describeChange,
  describeNew,
  nameEntry,
  type ChangeLanguage,
} from '../../../../src/calendar/changes.ts';
import { formatValue } from './value.ts';

/** A language of reports. */
export type ReportLanguage = ChangeLanguage;

/** Says what visitors see change of a week or an event, a clause for each thing. */
export function describeDated(
  { entry, records, what, details }: DatedChange,
  language: ReportLanguage,
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
        ...details.map((record) => describeRecord(entry.kind, subject, record, t)),
      ];
  }
}

/** Says what visitors see change of anything else, a clause for each thing. */
export function describeUndated(change: UndatedChange, { t }: ReportLanguage): string[] {
  const { kind, title, what, details } = change;
  const subject = nameSubject(change, title, t);
  if (what === 'new' || what === 'gone') return [t(`report.entry.${what}`, { subject })];
  return details.map((record) => {
    if (record.field !== 'title' || record.from === undefined || record.to === undefined)
      return describeRecord(kind, subject, record, t);
    const to = t('report.quote', { text: record.to });
    return t('report.entry.renamed', { subject: nameSubject(change, record.from, t), to });
  });
}

function nameSubject({ kind, number }: UndatedChange, text: string, t: ReportLanguage['t']): string {
  if (kind === 'phase' && number !== undefined) return namePhase({ number }, t);
  const title = t('report.quote', { text });
  return kind === 'programme' || kind === 'phase' ? title : t(`report.subject.${kind}`, { title });
}

function describeRecord(
  kind: string,
  subject: string,
  { field, from, to }: ReportRecord,
  t: ReportLanguage['t'],
): string {
  if (field === 'translation') return describeTranslation(subject, { from, to }, t);
  const format = (value: string) => formatValue(kind, field, value, t);
  if (field === 'text' && to !== undefined) return t('report.entry.text', { subject, to: format(to) });
  if (field === 'text' && from !== undefined)
    return t('report.entry.textLost', { subject, from: format(from) });
  const values = { subject, field: t(`report.field.${field}`) };
  if (from !== undefined && to !== undefined)
    return t('report.entry.changed', { ...values, from: format(from), to: format(to) });
  if (to !== undefined) return t('report.entry.fresh', { ...values, to: format(to) });
  if (from !== undefined) return t('report.entry.lost', { ...values, from: format(from) });
  return t('report.entry.other', values);
}

function describeTranslation(
  subject: string,
  { from, to }: Pick<ReportRecord, 'from' | 'to'>,
  t: ReportLanguage['t'],
): string {
  const what = from === undefined ? 'new' : to === undefined ? 'gone' : 'changed';
  return t(`report.translation.${what}`, { subject, language: nameLanguage(to ?? from ?? '', t('locale')) });
}

/** What a language is called in another. What is no name of a language (RFC 5646) stays as it is. */
export function nameLanguage(lang: string, locale: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?$/.test(lang)) return lang;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(lang) ?? lang;
}
