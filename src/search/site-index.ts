import { addressOf } from '../model/address.ts';
import { namePhase, nameWeek } from '../format/labels.ts';
import type { Programme, Site } from '../model/site.ts';
import type { Text } from '../model/text.ts';
import type { Translate } from '../model/translate.ts';

/** Something that can be looked up: a line of the index. */
export interface IndexEntry {
  title: string;
  lang: string;
  /** What it is, in a few words: "Topic", "Phase I, week 5". */
  detail: string;
  address: string;
}

export interface IndexGroup {
  letter: string;
  entries: IndexEntry[];
}

/** Everything on the site by its first letter, in the order of the language. */
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

/** The initial consonants that Korean dictionaries are divided by, with the first syllable of each. */
const consonants = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const plain: Record<string, string> = { ㄲ: 'ㄱ', ㄸ: 'ㄷ', ㅃ: 'ㅂ', ㅆ: 'ㅅ', ㅉ: 'ㅈ' };

/** The letter that a title stands under: digits share one, Hangul stands under its first consonant. */
function letterOf(title: string, locale: string): string {
  const first = /[\p{L}\p{N}]/u.exec(title.normalize('NFD'))?.[0] ?? '#';
  if (/\p{N}/u.test(first)) return '0–9';
  const syllable = /[\p{L}\p{N}]/u.exec(title.normalize('NFC'))?.[0] ?? '';
  // Unicode, section 3.12: a syllable's initial consonant is its place among 19 × 588.
  const place = Math.floor(((syllable.codePointAt(0) ?? 0) - 0xac00) / 588);
  const consonant = consonants[place];
  if (place >= 0 && consonant !== undefined) return plain[consonant] ?? consonant;
  return first.toLocaleUpperCase(locale);
}
