import { addressOf } from '../model/address.ts';
import { namePhase, nameWeek } from '../format/labels.ts';
import type { Programme, Site } from '../model/site.ts';
import type { Text } from '../model/text.ts';
import type { Translate } from '../model/translate.ts';

/** An entry of the index. */
export interface IndexEntry {
  title: string;
  lang: string;
  /** A short description: "Topic", "Phase I, week 5". */
  detail: string;
  address: string;
}

export interface IndexGroup {
  letter: string;
  entries: IndexEntry[];
}

/** Groups the entries of a site by initial letter, in the order of its language. */
export function indexSite(site: Site, t: Translate): IndexGroup[] {
  const locale = t('locale');
  const several = site.programmes.length > 1;
  const entries = site.programmes
    .flatMap((programme) =>
      listEntries(programme, t).map((entry) =>
        several ? { ...entry, detail: `${entry.detail} · ${programme.title.text}` } : entry,
      ),
    )
    .sort((a, b) => a.title.localeCompare(b.title, locale) || a.detail.localeCompare(b.detail, locale));
  const groups = Map.groupBy(entries, ({ title }) => letterOf(title, locale));
  return [...groups].map(([letter, members]) => ({ letter, entries: members }));
}

function listEntries(programme: Programme, t: Translate): IndexEntry[] {
  const { edition, weeks, topics, events, partners, prizes, pages, phases } = programme;
  const toEntry = (title: Text, detail: string, address: string) => ({
    title: title.text,
    lang: title.lang,
    detail,
    address,
  });
  const schedule = addressOf.page(edition, 'schedule');
  return [
    ...phases.map((phase) => toEntry(phase.title, namePhase(phase, t), schedule)),
    ...weeks.map((week) => toEntry(week.title, nameWeek(week, t), addressOf.week(edition, week.id))),
    ...topics.map((topic) => toEntry(topic.title, t('topic.name'), addressOf.topic(edition, topic.id))),
    ...events.map((event) => toEntry(event.title, t('event.kind'), addressOf.event(edition, event.id))),
    ...partners.map((each) => toEntry(each.name, t('nav.partners'), addressOf.page(edition, 'partners'))),
    ...prizes.map((each) => toEntry(each.title, t('nav.prizes'), addressOf.page(edition, 'prizes'))),
    ...pages.map((page) => toEntry(page.title, programme.title.text, addressOf.page(edition, page.id))),
  ];
}

/** The section of each initial consonant, in the order of Unicode from U+1100: doubled ones have no own section. */
const initials = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';

/** The heading of a title: one for all digits, the initial consonant for Hangul. */
function letterOf(title: string, locale: string): string {
  const first = /[\p{L}\p{N}]/u.exec(title.normalize('NFD'))?.[0] ?? '#';
  if (/\p{N}/u.test(first)) return '0–9';
  return initials[(first.codePointAt(0) ?? 0) - 0x1100] ?? first.toLocaleUpperCase(locale);
}
