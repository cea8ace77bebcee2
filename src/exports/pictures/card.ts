import { addressOf, listEditionPages, sitePages } from '../../model/address.ts';
import { nameWeek } from '../../format/labels.ts';
import { currentProgramme, weeksOfTopic } from '../../model/site.ts';
import type { Event, Programme, Site, Topic, Week } from '../../model/site.ts';
import type { Translate } from '../../model/translate.ts';
import { daysOf, formatSpan, formatTime } from '../../format/dates.ts';
import { drawEventTrack, drawPhaseTracks, type Track } from './tracks.ts';

/** What a page looks like where its address is shared: the words of its picture, and the lines under them. */
export interface Card {
  /** The page, without base and language. */
  address: string;
  locale: string;
  /** Whose page it is: the programme, or the organiser for the programme's own. */
  brand: string;
  /** What it is, above the title: "Phase I, week 5". */
  label: string | undefined;
  title: string;
  /** A sentence below the title. */
  theme: string | undefined;
  dates: string | undefined;
  /** "Cancelled", "Postponed". */
  status: string | undefined;
  tracks: Track[];
}

/** The address of a page's picture, without base and language. */
export function pictureAddressOf(address: string): string {
  return `/og${address === '/' ? '/index' : address.replace(/\/$/, '')}.png`;
}

/** The words of a picture in one line: for those who cannot see it. */
export function describeCard({ label, title, dates, status, brand }: Card): string {
  return [label, title, dates, status, brand].filter((part) => part !== undefined).join(' · ');
}

const known = new WeakMap<Site, Map<string, Card>>();

/** The card of a page; that of the site's home for a page that has none of its own. */
export function findCard(site: Site, address: string, t: Translate): Card | undefined {
  let cards = known.get(site);
  if (!cards) {
    cards = new Map(listCards(site, t).map((card) => [card.address, card]));
    known.set(site, cards);
  }
  return cards.get(address) ?? cards.get(addressOf.home());
}

/** The cards of all pages of a site in one language. */
export function listCards(site: Site, t: Translate): Card[] {
  const current = currentProgramme(site);
  const organiser = site.organiser.fullName ?? site.organiser.name;
  const base = { ...empty, locale: site.locale, brand: organiser.text, title: site.name.text };
  const tracks = current ? drawPhaseTracks(current, []) : [];
  return [
    { ...(current ? describeHome(site, current, t) : base), address: addressOf.home() },
    ...sitePages.map((page) => ({
      ...{ ...base, address: addressOf.site(page), brand: site.name.text },
      ...{ title: t(`${page}.title`), tracks },
    })),
    ...site.programmes.flatMap((programme) => listProgrammeCards(site, programme, t)),
  ];
}

const empty = { label: undefined, theme: undefined, dates: undefined, status: undefined, tracks: [] };

function describeHome(site: Site, programme: Programme, t: Translate): Card {
  const { edition, title, theme, start, end } = programme;
  return {
    ...{ ...empty, address: addressOf.edition(edition), locale: site.locale },
    brand: (site.organiser.fullName ?? site.organiser.name).text,
    ...{ title: title.text, theme: theme.text, dates: formatSpan(start, end, t('locale')) },
    tracks: drawPhaseTracks(programme, []),
  };
}

function listProgrammeCards(site: Site, programme: Programme, t: Translate): Card[] {
  const { edition, start, end, weeks, topics, events, pages } = programme;
  const base = { ...empty, locale: site.locale, brand: programme.title.text };
  const whole = {
    ...base,
    dates: formatSpan(start, end, t('locale')),
    tracks: drawPhaseTracks(programme, []),
  };
  return [
    describeHome(site, programme, t),
    ...listEditionPages(programme).map((page) => ({
      ...{ ...whole, address: addressOf.page(edition, page) },
      title: t(page === 'calendar' ? 'subscribe.page.title' : `${page}.title`),
    })),
    ...pages.map((page) => ({
      ...{ ...whole, address: addressOf.page(edition, page.id), title: page.title.text },
    })),
    ...weeks.map((week) => ({ ...base, ...describeWeek(programme, week, t) })),
    ...topics.map((topic) => ({ ...base, ...describeTopic(programme, topic, t) })),
    ...events.map((event) => ({ ...base, ...describeEvent(programme, event, t) })),
  ];
}

function describeWeek(programme: Programme, week: Week, t: Translate) {
  return {
    ...{ address: addressOf.week(programme.edition, week.id), label: nameWeek(week, t) },
    ...{ title: week.title.text, dates: formatSpan(week.start, week.end, t('locale')) },
    status: nameStatus(week, t),
    tracks: drawPhaseTracks({ ...programme, phases: [week.phase] }, [week]),
  };
}

/** At most two weeks are named by their dates: more would be a list that nobody reads. */
function describeTopic(programme: Programme, topic: Topic, t: Translate) {
  const weeks = weeksOfTopic(programme, topic);
  const spans = weeks.map(({ start, end }) => formatSpan(start, end, t('locale')));
  const whole = formatSpan(programme.start, programme.end, t('locale'));
  return {
    ...{ address: addressOf.topic(programme.edition, topic.id), label: t('topic.name') },
    ...{ title: topic.title.text, dates: spans.length > 2 ? whole : spans.join(' · ') || undefined },
    tracks: drawPhaseTracks(programme, weeks),
  };
}

function describeEvent(programme: Programme, event: Event, t: Translate) {
  const { start, end } = daysOf(event);
  const hours =
    event.timed && start === end
      ? `, ${formatTime(event.start, t('locale'))}–${formatTime(event.end, t('locale'))}`
      : '';
  return {
    ...{ address: addressOf.event(programme.edition, event.id), label: t('event.kind') },
    ...{ title: event.title.text, dates: formatSpan(start, end, t('locale')) + hours },
    ...{ status: nameStatus(event, t), tracks: [drawEventTrack(programme, event)] },
  };
}

function nameStatus({ status }: Pick<Week, 'status'>, t: Translate): string | undefined {
  return status === 'scheduled' ? undefined : t(`status.${status}`);
}
