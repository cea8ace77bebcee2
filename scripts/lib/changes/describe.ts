import { capitalise, describeUpdate, type ChangeLanguage } from '../../../src/calendar/changes.ts';
import type { Translate } from '../../../src/model/translate.ts';
import { describeDated, describeUndated, nameLanguage } from './describe-entry.ts';
import type { AddressChange, EditionReport, OutdatedTranslation, Report } from './report-schema.ts';

/** The changes of one edition, or of the whole site, as sentences. */
export interface Section {
  title: string;
  parts: { title: string; lines: string[] }[];
}

/** How many files a sentence names. */
const maxFiles = 10;

/** Describes a report in the language of a translator. */
export function describeReport(report: Report, t: Translate): { intro: string[]; sections: Section[] } {
  const { before, locale, site, translations, editions } = report;
  const dateLocale = t('locale');
  const nameLocale = new Intl.Locale(dateLocale).language;
  const language = { t, locale, dateLocale, nameLocale, withYear: true };
  const sections = [
    {
      title: t('report.site'),
      parts: listParts(t, {
        visitors: listSentences(site, (change) => describeUndated(change, language), t),
        translations: listOutdated(translations, t),
      }),
    },
    ...editions.map((edition) => describeEdition(edition, language)),
  ].filter(({ parts }) => parts.length > 0);
  const intro = describeBefore(before, t);
  if (isUnchanged(report)) intro.push(t('report.none'));
  return { intro, sections };
}

function describeBefore({ name, commit, content, unread }: Report['before'], t: Translate): string[] {
  const short = commit.slice(0, 10);
  const compared = commit.startsWith(name)
    ? t('report.comparedCommit', { commit: short })
    : t('report.compared', { name, commit: short });
  if (content === 'absent') return [compared, t('report.absent')];
  if (content === 'whole') return [compared];
  const files = withMore(unread.slice(0, maxFiles), unread.length - maxFiles, t);
  return [compared, t('report.partial', { files: files.join(', ') })];
}

function isUnchanged({ site, translations, editions }: Report): boolean {
  const lists = editions.flatMap((edition) => [
    edition.visitors,
    edition.subscribers,
    edition.addresses,
    edition.translations,
  ]);
  return (
    [site, translations, ...lists].every(({ items }) => items.length === 0) &&
    editions.every(({ subscribers }) => subscribers.reworded === 0) &&
    editions.every(({ what }) => what === 'kept' || what === 'hidden')
  );
}

function describeEdition(report: EditionReport, language: ChangeLanguage): Section {
  const { t } = language;
  const { edition, title, what, subscribers } = report;
  const visitors = [
    ...describeStatus(report, t),
    ...listSentences(
      report.visitors,
      (change) => ('entry' in change ? describeDated(change, language) : describeUndated(change, language)),
      t,
    ),
  ];
  const updates = describeSubscribers(report, language);
  const addresses = listSentences(report.addresses, (change) => [describeAddress(change, t)], t);
  const translations = listOutdated(report.translations, t);
  // If anything has changed, "nothing changes for visitors" or "for subscribers" is said as well.
  if (what === 'kept' && [visitors, updates, addresses, translations].some((lines) => lines.length > 0)) {
    if (visitors.length === 0) visitors.push(t('report.noneVisitors'));
    if (subscribers.items.length === 0) updates.unshift(t('report.noneSubscribers'));
  }
  return {
    title: t('report.edition.heading', { title, edition }),
    parts: listParts(t, { visitors, subscribers: updates, addresses, translations }),
  };
}

/** What happens to an edition as a whole. */
function describeStatus({ title, what, weeks, events, topics }: EditionReport, t: Translate): string[] {
  if (what === 'kept' || what === 'hidden') return [];
  const counts = [
    t('week.count', { count: weeks }),
    t('event.count', { count: events }),
    t('topic.count', { count: topics }),
  ].join(', ');
  return [toSentence(t(`report.edition.${what}`, { title: t('report.quote', { text: title }), counts }), t)];
}

function describeSubscribers({ subscribers }: EditionReport, language: ChangeLanguage): string[] {
  const { t } = language;
  const { items: changes, more, reworded, unchanged } = subscribers;
  const { clauses, added } = describeUpdate({ changes, unchanged: unchanged + more }, language);
  const lines = clauses.map((clause) => toSentence(clause, t));
  if (added > 0) lines.push(t('report.added', { count: added }));
  if (more > 0) lines.push(t('report.more', { count: more }));
  if (reworded > 0) lines.push(t('report.reworded', { count: reworded }));
  return lines;
}

function describeAddress({ address, what, to, isRedirected, hasPages }: AddressChange, t: Translate): string {
  const isFeed = address.endsWith('.ics');
  if (what === 'moved' && to !== undefined) {
    const key = isRedirected ? 'moved' : isFeed ? 'feedMoved' : 'movedLost';
    return t(`report.address.${key}`, { address, to });
  }
  if (what === 'closed') return t('report.address.closed', { address });
  if (what === 'new') return t(hasPages ? 'report.address.newBelow' : 'report.address.new', { address });
  if (hasPages) return t('report.address.goneBelow', { address });
  return t(isFeed ? 'report.address.feedGone' : 'report.address.gone', { address });
}

function listOutdated({ items, more }: Report['translations'], t: Translate): string[] {
  const describe = ({ file, lang, fields }: OutdatedTranslation): string => {
    const names = fields.flatMap((field) => (field === 'translation' ? [] : t(`report.field.${field}`)));
    return t('report.old', { file, language: nameLanguage(lang, t('locale')), fields: names.join(', ') });
  };
  return withMore(items.map(describe), more, t);
}

function listSentences<Item>(
  { items, more }: { items: readonly Item[]; more: number },
  describe: (item: Item) => string[],
  t: Translate,
): string[] {
  const sentences = items.flatMap(describe).map((clause) => toSentence(clause, t));
  return withMore(sentences, more, t);
}

const withMore = (lines: string[], more: number, t: Translate) =>
  more > 0 ? [...lines, t('report.more', { count: more })] : lines;

/** A clause as a sentence, without a second full stop after a quoted sentence. */
function toSentence(clause: string, t: Translate): string {
  const sentence = capitalise(clause, t('locale'));
  return /[.!?…]["”]?$/.test(sentence) ? sentence : t('report.sentence', { clause: sentence });
}

type Heading = 'addresses' | 'subscribers' | 'translations' | 'visitors';

function listParts(t: Translate, lines: Partial<Record<Heading, string[]>>): Section['parts'] {
  return Object.entries(lines)
    .filter(([, own]) => own.length > 0)
    .map(([heading, own]) => ({ title: t(`report.heading.${heading as Heading}`), lines: own }));
}
