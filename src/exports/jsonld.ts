import type {
  BreadcrumbListLeaf,
  CourseInstanceLeaf,
  CourseLeaf,
  EventLeaf,
  Graph,
  OrganizationLeaf,
  PersonLeaf,
  PlaceLeaf,
  VirtualLocationLeaf,
  WebSiteLeaf,
} from 'schema-dts';
import { attributeTexts } from '../calendar/calendar-event.ts';
import { addressOf } from '../model/address.ts';
import { daysOf } from '../model/date.ts';
import type { Venue } from '../model/schemas/event.ts';
import type { Event, Programme, Site, Week } from '../model/site.ts';
import { toInstant } from '../model/timezone.ts';
import { offsetAt } from '../model/timezone-transitions.ts';
import type { Translate } from '../model/translate.ts';
import type { Crumb } from '../format/breadcrumbs.ts';
import { nameWeek } from '../format/labels.ts';
import { pictureAddressOf } from './pictures/card.ts';

/** The page that linked data is made for. */
export interface LinkedPage {
  site: Site;
  /** The edition that the page belongs to. */
  programme: Programme | undefined;
  /** Its address, without base and language. */
  address: string;
  crumbs: Crumb[] | undefined;
}

export interface LinkedDataTools {
  t: Translate;
  /** Returns the full URL of an address, in the language of the page. */
  urlTo: (address: string) => string;
}

interface EventContext extends LinkedDataTools {
  programme: Programme;
  organizer: OrganizationLeaf;
}

/**
 * Describes a page in schema.org vocabulary: the course on home pages, all events on the schedule, one event on its
 * page, and breadcrumbs. Properties that the content has no values for, such as a price, are left out.
 * @returns undefined if there is nothing to describe
 */
export function describePage(page: LinkedPage, tools: LinkedDataTools): Graph | undefined {
  const crumbs = page.crumbs ? [describeCrumbs(page.crumbs, tools)] : [];
  const things = [...describeMain(page, tools), ...crumbs];
  return things.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': things };
}

/** Serialises linked data for a script element, which nothing in it can close. */
export function serialiseGraph(graph: Graph): string {
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

function describeMain({ site, programme, address }: LinkedPage, tools: LinkedDataTools): Graph['@graph'] {
  const isHome = address === addressOf.home();
  const webSite = isHome ? [describeWebSite(site, tools)] : [];
  if (!programme) return webSite;
  const { edition, events } = programme;
  const weeks = programme.weeks.filter(({ kind }) => kind !== 'break');
  const organizer = describeOrganiser(site);
  const instance = describeInstance(programme, organizer, tools);
  const context = { ...tools, programme, organizer };
  if (isHome || address === addressOf.edition(edition)) {
    return [...webSite, describeCourse(site, programme, instance, tools)];
  }
  if (address === addressOf.page(edition, 'schedule')) {
    const all = [
      ...events.filter((event) => isWithin(event, programme)).map((event) => describeEvent(event, context)),
      ...weeks.map((week) => describeWeek(week, context)),
    ];
    // Each event has all its properties on its own page.
    const subEvent = all.map(({ name, url, startDate, endDate, eventStatus }) => ({
      '@type': 'Event' as const,
      name,
      url,
      startDate,
      endDate,
      eventStatus,
    }));
    return [{ ...instance, subEvent }];
  }
  const week = weeks.find(({ id }) => address === addressOf.week(edition, id));
  if (week) return [{ ...describeWeek(week, context), superEvent: instance }];
  const event = events.find(({ id }) => address === addressOf.event(edition, id));
  if (!event) return [];
  return [
    { ...describeEvent(event, context), superEvent: isWithin(event, programme) ? instance : undefined },
  ];
}

/** An event outside the dates of the programme, such as a kick-off before it, is no part of it. */
function isWithin(event: Event, programme: Programme): boolean {
  const { start, end } = daysOf(event);
  return programme.start <= start && end <= programme.end;
}

function describeWebSite(site: Site, { urlTo }: LinkedDataTools): WebSiteLeaf {
  return {
    '@type': 'WebSite',
    name: site.name.text,
    url: urlTo(addressOf.home()),
    inLanguage: site.locale,
    publisher: site.publisher && {
      '@type': 'Organization',
      name: site.publisher.name.text,
      url: site.publisher.url,
      email: site.publisher.email,
    },
    license: site.license?.url,
  };
}

function describeOrganiser({ organiser }: Site): OrganizationLeaf {
  const { name, fullName, url } = organiser;
  return {
    '@type': 'Organization',
    name: (fullName ?? name).text,
    alternateName: fullName && name.text,
    url,
  };
}

/** The programme that returns each year, with this edition as an instance. */
function describeCourse(
  site: Site,
  programme: Programme,
  instance: CourseInstanceLeaf,
  { urlTo }: LinkedDataTools,
): CourseLeaf {
  return {
    '@type': 'Course',
    name: site.name.text,
    description: programme.goal.text,
    url: urlTo(addressOf.home()),
    provider: describeOrganiser(site),
    hasCourseInstance: instance,
    teaches: programme.topics.map(({ title }) => title.text),
  };
}

function describeInstance(
  { edition, title, theme, start, end }: Programme,
  organizer: OrganizationLeaf,
  { urlTo }: LinkedDataTools,
): CourseInstanceLeaf {
  return {
    '@type': 'CourseInstance',
    name: title.text,
    description: theme.text,
    url: urlTo(addressOf.edition(edition)),
    startDate: start,
    endDate: end,
    organizer,
  };
}

function describeCrumbs(crumbs: readonly Crumb[], { urlTo }: LinkedDataTools): BreadcrumbListLeaf {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: typeof label === 'string' ? label : label.text,
      item: address === undefined ? undefined : urlTo(address),
    })),
  };
}

/** A week as an Event. It has no location, since the content has none. */
function describeWeek(week: Week, { t, urlTo, programme, organizer }: EventContext): EventLeaf {
  const address = addressOf.week(programme.edition, week.id);
  const texts = attributeTexts(week, t);
  return {
    '@type': 'Event',
    name: `${nameWeek(week, t)}: ${week.title.text}`,
    description: week.statusNote?.text ?? (texts.length > 0 ? texts.join('\n\n') : undefined),
    url: urlTo(address),
    image: urlTo(pictureAddressOf(address)),
    startDate: week.start,
    endDate: week.end,
    eventStatus: statuses[week.status],
    organizer,
  };
}

/** An event, with its times in the zone of its venue. */
function describeEvent(event: Event, { urlTo, programme, organizer }: EventContext): EventLeaf {
  const address = addressOf.event(programme.edition, event.id);
  const format = (time: string) => (event.timed ? withOffset(time, event.timezone) : time);
  const location = describeVenues(event);
  const performer = event.people.map(({ person }) => describePerson(person));
  return {
    '@type': 'Event',
    name: event.title.text,
    description: (event.statusNote ?? event.prose)?.text,
    url: urlTo(address),
    image: urlTo(pictureAddressOf(address)),
    startDate: format(event.start),
    // A deadline ends when it begins; of other events without an end nobody knows it.
    endDate: event.kind === 'deadline' ? format(event.start) : event.end && format(event.end),
    eventStatus: statuses[event.status],
    eventAttendanceMode: event.attendance && attendanceModes[event.attendance],
    organizer,
    location: location.length > 0 ? location : undefined,
    performer: performer.length > 0 ? performer : undefined,
  };
}

const statuses = {
  scheduled: 'https://schema.org/EventScheduled',
  cancelled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
} as const;

const attendanceModes = {
  online: 'https://schema.org/OnlineEventAttendanceMode',
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const;

/** A wall-clock time with its offset in the zone (ISO 8601): `2022-02-23T15:00:00+09:00`. */
function withOffset(time: string, zone: string): string {
  const offset = offsetAt(zone, Date.parse(toInstant(time, zone)) / 1000);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((value) =>
    String(value).padStart(2, '0'),
  );
  return `${time}:00${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** The locations of an event. An online service, such as Zoom, and a link to join are virtual ones. */
function describeVenues({ attendance, venues, join }: Event): (PlaceLeaf | VirtualLocationLeaf)[] {
  const isOnline = (venue: Venue) =>
    attendance === 'online' ||
    (attendance === 'hybrid' && !(venue.room ?? venue.address ?? venue.city ?? venue.country));
  const services = venues.filter(isOnline).map(({ name, url }): VirtualLocationLeaf => ({
    '@type': 'VirtualLocation',
    name: name.text,
    url: join ?? url,
  }));
  const link: VirtualLocationLeaf[] =
    join && services.length === 0 ? [{ '@type': 'VirtualLocation', url: join }] : [];
  return [...services, ...link, ...venues.filter((venue) => !isOnline(venue)).map(describePlace)];
}

function describePlace({ name, room, address, city, country, url }: Venue): PlaceLeaf {
  return {
    '@type': 'Place',
    name: room ? `${name.text}, ${room.text}` : name.text,
    address:
      address || city || country
        ? {
            '@type': 'PostalAddress',
            streetAddress: address?.text,
            addressLocality: city?.text,
            addressCountry: country,
          }
        : undefined,
    url,
  };
}

function describePerson({ name, role, organisation }: Event['people'][number]['person']): PersonLeaf {
  return {
    '@type': 'Person',
    name: name.text,
    jobTitle: role.text,
    worksFor: { '@type': 'Organization', name: organisation.text },
  };
}
