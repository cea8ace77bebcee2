import { addressOf, listEditionPages, sitePages } from '../../model/address.ts';
import {
  currentProgramme,
  weeksOfPhase,
  weeksOfTopic,
  type Event,
  type Programme,
  type Site,
  type Topic,
  type Week,
} from '../../model/site.ts';
import type { Translate } from '../../model/translate.ts';
import { formatSpan, formatWhen } from '../../format/dates.ts';
import { lineOf, nameEventKind, nameWeek } from '../../format/labels.ts';

/** The text and lines of a page's share picture. */
export interface Card {
  /** The page, without base and language. */
  address: string;
  locale: string;
  /** The name of the programme; on its home page, that of the organiser. */
  brand: string;
  /** The kind of page, above the title: "Phase I, week 5". */
  label?: string | undefined;
  title: string;
  /** A sentence below the title. */
  theme?: string | undefined;
  dates?: string | undefined;
  /** "Cancelled", "Postponed". */
  status?: string | undefined;
  tracks: Track[];
}

/** A line of the small map: a phase with its weeks as stations, or the events. */
export interface Track {
  /** The number of its line colour; `beside` for events. */
  line: number | 'beside';
  stops: Stop[];
}

export interface Stop {
  /** The label of a station of the page itself: the number of a week; undefined for other stations. */
  here: string | undefined;
  /** Whether something takes place: not in a break, and not if cancelled or postponed. */
  isOpen: boolean;
}

/** The address of a page's picture, without base and language. */
export function pictureAddressOf(address: string): string {
  return `/og${address === '/' ? '/index' : address.replace(/\/$/, '')}.png`;
}

/** The alt text of a picture. */
export function describeCard({ label, title, dates, status, brand }: Card): string {
  return [label, title, dates, status, brand].filter((part) => part !== undefined).join(' · ');
}

const cache = new WeakMap<Site, Map<string, Card>>();

/** Returns the card of a page, or that of the home page if it has none. */
export function findCard(site: Site, address: string, t: Translate): Card | undefined {
  const cards = cache.get(site) ?? new Map(listCards(site, t).map((card) => [card.address, card]));
  cache.set(site, cards);
  return cards.get(address) ?? cards.get(addressOf.home());
}

/** Lists the cards of all pages of a site in one language. */
export function listCards(site: Site, t: Translate): Card[] {
  const { locale, name } = site;
  const current = currentProgramme(site);
  const home: Card = current
    ? makeHomeCard(site, current, t)
    : { address: '', locale, brand: brandOf(site), title: name.text, tracks: [] };
  return [
    { ...home, address: addressOf.home() },
    ...sitePages.map((page) => ({
      address: addressOf.site(page),
      locale,
      brand: name.text,
      title: t(`${page}.title`),
      tracks: home.tracks,
    })),
    ...site.programmes.flatMap((programme) => listProgrammeCards(site, programme, t)),
  ];
}

/** The organiser's name, if the site is published on its behalf. */
const brandOf = ({ name, organiser, publisher }: Site) =>
  (publisher?.relation === 'on-behalf' ? (organiser.fullName ?? organiser.name) : name).text;

function makeHomeCard(site: Site, programme: Programme, t: Translate): Card {
  const { edition, locale, title, theme, start, end } = programme;
  return {
    address: addressOf.edition(edition),
    locale,
    brand: brandOf(site),
    title: title.text,
    theme: theme.text,
    dates: formatSpan(start, end, t('locale')),
    tracks: makePhaseTracks(programme, []),
  };
}

function listProgrammeCards(site: Site, programme: Programme, t: Translate): Card[] {
  const { edition, locale, title, start, end, weeks, topics, events, pages } = programme;
  const base = { locale, brand: title.text };
  const whole = {
    ...base,
    dates: formatSpan(start, end, t('locale')),
    tracks: makePhaseTracks(programme, []),
  };
  return [
    makeHomeCard(site, programme, t),
    ...listEditionPages(programme).map((page) => ({
      ...whole,
      address: addressOf.page(edition, page),
      title: t(page === 'calendar' ? 'subscribe.page.title' : `${page}.title`),
    })),
    ...pages.map((page) => ({
      ...whole,
      address: addressOf.page(edition, page.id),
      title: page.title.text,
    })),
    ...weeks.map((week) => ({
      ...base,
      address: addressOf.week(edition, week.id),
      label: nameWeek(week, t),
      title: week.title.text,
      dates: formatSpan(week.start, week.end, t('locale')),
      status: nameStatus(week, t),
      tracks: makePhaseTracks({ ...programme, phases: [week.phase] }, [week]),
    })),
    ...topics.map((topic) => ({
      ...base,
      address: addressOf.topic(edition, topic.id),
      label: t('topic.name'),
      title: topic.title.text,
      dates: formatTopicDates(programme, topic, t),
      tracks: makePhaseTracks(programme, weeksOfTopic(programme, topic)),
    })),
    ...events.map((event) => ({
      ...base,
      address: addressOf.event(edition, event.id),
      label: nameEventKind(event, t),
      title: event.title.text,
      dates: formatWhen(event, t),
      status: nameStatus(event, t),
      tracks: [makeEventTrack(programme, event)],
    })),
  ];
}

/** The dates of up to two weeks; more weeks have those of the programme. */
function formatTopicDates(programme: Programme, topic: Topic, t: Translate): string | undefined {
  const weeks = weeksOfTopic(programme, topic);
  const spans = weeks.length > 2 ? [programme] : weeks;
  return spans.map(({ start, end }) => formatSpan(start, end, t('locale'))).join(' · ') || undefined;
}

function nameStatus({ status }: Pick<Week, 'status'>, t: Translate): string | undefined {
  return status === 'scheduled' ? undefined : t(`status.${status}`);
}

/** @param here the weeks of the page */
function makePhaseTracks(programme: Programme, here: readonly Week[]): Track[] {
  return programme.phases.map((phase) => ({
    line: lineOf(phase),
    stops: weeksOfPhase(programme, phase).map((week) => ({
      here: here.includes(week) ? String(week.number) : undefined,
      isOpen: week.kind !== 'break' && week.status === 'scheduled',
    })),
  }));
}

/** The track of all events. Events have no number: the station of the page has an empty label. */
function makeEventTrack({ events }: Programme, here: Event): Track {
  const stops = events.map((event) => ({
    here: event === here ? '' : undefined,
    isOpen: event.status === 'scheduled',
  }));
  return { line: 'beside', stops };
}
