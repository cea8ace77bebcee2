import { addressOf, listEditionPages, type EditionPage } from '../model/address.ts';
import { currentProgramme, type Programme, type Site } from '../model/site.ts';
import type { SearchRecord, SearchWords } from './records.ts';
import type { Text } from '../model/text.ts';

type PageDetail = Pick<SearchRecord, 'address' | 'title' | 'label' | 'edition'> & Partial<SearchRecord>;

const textOf = ({ text }: Text) => text;

/** The pages of the site that are no week, topic or event: those of each edition, then those of all. */
export function listPageRecords(site: Site, words: SearchWords): SearchRecord[] {
  const { locale } = site;
  const describe = (detail: PageDetail): SearchRecord => ({
    kind: 'page',
    dates: '',
    phases: [],
    status: 'scheduled',
    words: [],
    content: [],
    contentLang: locale,
    ...detail,
  });
  return [
    ...site.programmes.flatMap((programme) => describeEdition(programme, words).map(describe)),
    ...listHistory(site, words).map(describe),
    ...listSitePages(site, words).map(describe),
  ];
}

function describeEdition(programme: Programme, words: SearchWords): PageDetail[] {
  const { edition, locale, title, theme, goal, audience, cost, format, results = [], start, end } = programme;
  const { t, readProse } = words;
  const own = (name: string, text: Text | string, content: string): PageDetail => ({
    edition,
    label: edition,
    address: addressOf.page(edition, name),
    title: typeof text === 'string' ? { text, lang: locale } : text,
    content: [content],
  });
  const made: Record<EditionPage, PageDetail> = {
    schedule: {
      ...own(
        'schedule',
        t('schedule.title'),
        programme.phases.map(({ title: name }) => name.text).join('; '),
      ),
      dates: words.formatSpan(start, end),
    },
    topics: own('topics', t('topics.title'), t('topics.intro')),
    partners: own('partners', t('partners.title'), t('partners.intro')),
    prizes: own('prizes', t('prizes.title'), t('prizes.intro')),
    calendar: own('calendar', t('subscribe.page.title'), t('subscribe.intro')),
    changes: own('changes', t('changes.title'), t('changes.description', { title: title.text })),
  };
  return [
    {
      edition,
      address: addressOf.edition(edition),
      title,
      label: edition,
      dates: words.formatSpan(start, end),
      content: [theme, goal, ...[audience, cost, format, ...results].map(({ text }) => text)].map(textOf),
      contentLang: goal.lang,
    },
    ...programme.pages.map(({ id, title: name, summary, prose }) => ({
      ...own(id, name, summary.text),
      content: [summary.text, ...(prose ? [readProse('pages', prose)] : [])],
      contentLang: prose?.lang ?? summary.lang,
    })),
    ...listEditionPages(programme).map((page) => made[page]),
  ];
}

/**
 * The fragment of a part of a page: the place with an id, and in it the text that the browser shall show and mark.
 * Browsers that do not know such fragments show the page from its beginning.
 */
export function fragmentOf(id: string, text: string): string {
  // A hyphen has a meaning of its own there (WICG, Scroll to Text Fragment).
  return `#${id}:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}

/** Editions of which little is known: they stand on the page of all editions. */
function listHistory(site: Site, { t }: SearchWords): PageDetail[] {
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

function listSitePages(site: Site, { t }: SearchWords): PageDetail[] {
  const name = site.name.text;
  const own = { label: '', edition: currentProgramme(site)?.edition ?? site.current };
  return [
    {
      ...own,
      address: addressOf.site('editions'),
      title: { text: t('editions.title'), lang: site.locale },
      content: [t('editions.description', { name })],
    },
    {
      ...own,
      address: addressOf.site('accessibility'),
      title: { text: t('accessibility.title'), lang: site.locale },
      content: [t('accessibility.description')],
    },
  ];
}
