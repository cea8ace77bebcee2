import { formatSpan } from '../format/dates.ts';
import { describeNotice, noticePages } from '../format/notices.ts';
import { addressOf, listEditionPages, type EditionPage } from '../model/address.ts';
import { currentProgramme, type Programme, type Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import type { RecordFields } from './record.ts';

/** Lists the records of the pages of each edition, then those of earlier editions and of the site. */
export function listPageRecords(site: Site, t: Translate): RecordFields[] {
  return [
    ...site.programmes.flatMap((programme) => describeEdition(programme, t)),
    ...describeHistory(site, t),
    ...describeSitePages(site, t),
  ];
}

function describeEdition(programme: Programme, t: Translate): RecordFields[] {
  const { edition, locale, title, theme, goal, audience, cost, format, results = [] } = programme;
  const dates = formatSpan(programme.start, programme.end, t('locale'));
  const phases = programme.phases.map((phase) => phase.title.text).join('; ');
  const facts = [audience, cost, format, ...results].map(({ text }) => text);
  const generated: Record<EditionPage, { title: string; text: string; dates?: string }> = {
    schedule: { title: t('schedule.title'), text: phases, dates },
    topics: { title: t('topics.title'), text: t('topics.intro') },
    partners: { title: t('partners.title'), text: t('partners.intro') },
    prizes: {
      title: t('prizes.title'),
      text: t('prizes.intro', { state: programme.state, year: programme.start.slice(0, 4) }),
    },
    calendar: { title: t('subscribe.page.title'), text: t('subscribe.intro') },
    changes: { title: t('changes.title'), text: t('changes.description', { title: title.text }) },
  };
  const home = {
    address: addressOf.edition(edition),
    title,
    dates,
    content: [theme, goal, ...facts].map(({ text }) => text),
    contentLang: goal.lang,
  };
  const written = programme.pages.map((page) => ({
    address: addressOf.page(edition, page.id),
    title: page.title,
    content: [page.summary.text, ...(page.prose ? [page.prose.text] : [])],
    contentLang: page.prose?.lang ?? page.summary.lang,
  }));
  const others = listEditionPages(programme).map((page) => ({
    address: addressOf.page(edition, page),
    title: { text: generated[page].title, lang: locale },
    dates: generated[page].dates ?? '',
    content: [generated[page].text],
  }));
  return [home, ...written, ...others].map((page) => ({ ...page, edition, label: edition }));
}

/**
 * A link fragment to the element with an id and to text in it, which browsers mark. Browsers without text
 * fragments show the page from its top.
 */
export function fragmentOf(id: string, text: string): string {
  // A hyphen is part of the syntax (WICG, URL Fragment Text Directives).
  return `#${id}:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}

/** Describes the earlier editions that only the page of all editions mentions. */
function describeHistory(site: Site, t: Translate): RecordFields[] {
  const known = new Set(site.programmes.map(({ start }) => start.slice(0, 4)));
  return site.history
    .filter(({ year }) => !known.has(String(year)))
    .map(({ year, name, places = [], facts }) => ({
      address: addressOf.site('editions') + fragmentOf('', name.text),
      title: name,
      label: t('editions.title'),
      edition: String(year),
      content: [...facts, ...places].map(({ text }) => text),
      contentLang: facts[0]?.lang ?? site.locale,
    }));
}

function describeSitePages(site: Site, t: Translate): RecordFields[] {
  const edition = currentProgramme(site)?.edition ?? site.current;
  const pages = [
    {
      id: 'editions' as const,
      title: t('editions.title'),
      text: t('editions.description', { name: site.name.text }),
    },
    ...noticePages.map((id) => ({
      id,
      title: t(`${id}.title`),
      text: [
        t(`${id}.description`),
        ...describeNotice(id, site, t).flatMap(({ title, paragraphs, items = [] }) => [
          title,
          ...paragraphs,
          ...items,
        ]),
      ].join(' '),
    })),
  ];
  return pages.map(({ id, title, text }) => ({
    address: addressOf.site(id),
    title: { text: title, lang: site.locale },
    edition,
    content: [text],
  }));
}
