import type { EditionReport, OldTranslation, Report } from '../report-data.ts';
import type { Translate } from '../../../../src/model/translate.ts';
import { capitalise, describeUpdate } from '../../../../src/calendar/changes.ts';
import { describeAddress } from './address.ts';
import { describeDated, describeUndated, nameLanguage, type ReportLanguage } from './entry.ts';

type Heading = 'addresses' | 'subscribers' | 'translations' | 'visitors';

/** What is said of one edition, or of the whole site. */
export interface Section {
  title: string;
  parts: { title: string; lines: string[] }[];
}

/** Says what a report is about, and whether something changes at all. */
export function describeReport(report: Report, t: Translate): { intro: string[]; sections: Section[] } {
  const { before, locale, site, translations, editions } = report;
  const dateLocale = t('locale');
  const language = {
    t,
    locale,
    dateLocale,
    nameLocale: new Intl.Locale(dateLocale).language,
    withYear: true,
  };
  const whole: Section = {
    title: t('report.site'),
    parts: listParts(t, {
      visitors: listLines(site, (change) => describeUndated(change, language), t),
      translations: listOld(translations, t),
    }),
  };
  const sections = [whole, ...editions.map((edition) => describeEdition(edition, language))];
  return {
    intro: [...describeBefore(before, t), ...(isUnchanged(report) ? [t('report.none')] : [])],
    sections: sections.filter(({ parts }) => parts.length > 0),
  };
}

function describeBefore({ name, commit, content, unread }: Report['before'], t: Translate): string[] {
  const short = commit.slice(0, 10);
  const files = unread.slice(0, longestList).join(', ');
  const more =
    unread.length > longestList ? `, ${t('report.more', { count: unread.length - longestList })}` : '';
  return [
    commit.startsWith(name)
      ? t('report.comparedCommit', { commit: short })
      : t('report.compared', { name, commit: short }),
    ...(content === 'absent' ? [t('report.absent')] : []),
    ...(content === 'partial' ? [t('report.partial', { files: files + more })] : []),
  ];
}

/** How many files are named in a sentence. */
const longestList = 10;

function isUnchanged({ site, translations, editions }: Report): boolean {
  const lists = editions.flatMap((edition) => [
    ...[edition.visitors, edition.subscribers, edition.addresses, edition.translations],
  ]);
  return (
    [site, translations, ...lists].every(({ items }) => items.length === 0) &&
    editions.every(({ what }) => what === 'kept' || what === 'hidden')
  );
}

function describeEdition(report: EditionReport, language: ReportLanguage): Section {
  const { t } = language;
  const { edition, title, what, visitors, subscribers, addresses, translations } = report;
  const fate = what === 'kept' || what === 'hidden' ? [] : [describeFate(report, what, t)];
  const seen = listLines(
    visitors,
    (change) => ('entry' in change ? describeDated(change, language) : describeUndated(change, language)),
    t,
  );
  const got = describeSubscribers(report, language);
  const found = listLines(addresses, (change) => [describeAddress(change, t)], t);
  const old = listOld(translations, t);
  const isChanged = [fate, seen, got, found, old].some((lines) => lines.length > 0);
  const isTold = subscribers.items.length > 0 || report.ledger.state === 'unclear';
  const shown = what === 'kept' && isChanged;
  return {
    title: t('report.edition.heading', { title, edition }),
    parts: listParts(t, {
      visitors: shown && seen.length === 0 ? [t('report.noneVisitors')] : [...fate, ...seen],
      subscribers: shown && !isTold ? [t('report.noneSubscribers'), ...got] : got,
      addresses: found,
      translations: old,
    }),
  };
}

function describeFate(
  { title, weeks, events, topics }: EditionReport,
  what: Exclude<EditionReport['what'], 'kept' | 'hidden'>,
  t: Translate,
): string {
  const counts = [
    t('week.count', { count: weeks }),
    t('event.count', { count: events }),
    t('topic.count', { count: topics }),
  ].join(', ');
  return end(t(`report.edition.${what}`, { title: t('report.quote', { text: title }), counts }), t);
}

function describeSubscribers({ subscribers, ledger }: EditionReport, language: ReportLanguage): string[] {
  const { t } = language;
  const { items: changes, more, unchanged } = subscribers;
  const { clauses, added } = describeUpdate({ changes, unchanged: unchanged + more }, language);
  return [
    ...clauses.map((clause) => end(clause, t)),
    ...(added > 0 ? [t('report.added', { count: added })] : []),
    ...(more > 0 ? [t('report.more', { count: more })] : []),
    ...(ledger.state === 'behind' ? [t('report.ledger.behind', { file: ledger.file })] : []),
    ...(ledger.state === 'unclear' ? [t('report.ledger.unclear', { files: ledger.open.join(', ') })] : []),
  ];
}

function listOld(translations: Report['translations'], t: Translate): string[] {
  const describe = ({ file, lang, fields }: OldTranslation): string => {
    const names = fields.flatMap((field) => (field === 'translation' ? [] : [t(`report.field.${field}`)]));
    return t('report.old', { file, language: nameLanguage(lang, t('locale')), fields: names.join(', ') });
  };
  return withMore(translations.items.map(describe), translations.more, t);
}

function listLines<Item>(
  { items, more }: { items: readonly Item[]; more: number },
  describe: (item: Item) => string[],
  t: Translate,
): string[] {
  return withMore(
    items.flatMap(describe).map((clause) => end(clause, t)),
    more,
    t,
  );
}

const withMore = (lines: string[], more: number, t: Translate) =>
  more > 0 ? [...lines, t('report.more', { count: more })] : lines;

/** A clause as a sentence. What ends with a sentence that is quoted has its full stop. */
function end(clause: string, t: Translate): string {
  const begun = capitalise(clause, t('locale'));
  return /[.!?…]["”]?$/.test(begun) ? begun : t('report.sentence', { clause: begun });
}

function listParts(t: Translate, lines: Partial<Record<Heading, string[]>>): Section['parts'] {
  return Object.entries(lines)
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => ({ title: t(`report.heading.${name as Heading}`), lines: own }));
}
