import type {
  BreadcrumbListLeaf,
  CourseInstanceLeaf,
  CourseLeaf,
  Graph,
  OrganizationLeaf,
  WebSiteLeaf,
} from 'schema-dts';
import { addressOf } from '../model/address.ts';
import type { Crumb } from '../format/breadcrumbs.ts';
import type { Programme, Site } from '../model/site.ts';
import { describeEvent, describeWeek, type EventTools } from './jsonld-event.ts';

/** A page, as search engines are told of it. */
export interface DescribedPage {
  site: Site;
  /** The edition that the page belongs to. */
  programme: Programme | undefined;
  /** Its address, without base and language. */
  address: string;
  /** The pages above it; its own title is the last step. */
  crumbs: Crumb[] | undefined;
}
export type LinkedDataTools = Pick<EventTools, 't' | 'urlTo'>;

/**
 * Describes a page in the vocabulary of schema.org: the programme on its home, all that is held on the
 * schedule, a week or an event on its own page, and on each page the way to it. What the content does not
 * say is left out, such as a price or the place of a week.
 * @returns undefined where there is nothing to say
 */
export function describePage(page: DescribedPage, tools: LinkedDataTools): Graph | undefined {
  const crumbs = page.crumbs ? [describeCrumbs(page.crumbs, tools)] : [];
  const things = [...describeMain(page, tools), ...crumbs];
  return things.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': things };
}

/** Linked data as the text of a script element: nothing in it can end the element. */
export function serialiseGraph(graph: Graph): string {
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

function describeMain({ site, programme, address }: DescribedPage, tools: LinkedDataTools): Graph['@graph'] {
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
    const held = [
      ...events.filter((event) => isPart(event, programme)).map((event) => describeEvent(event, context)),
      ...weeks.map((week) => describeWeek(week, context)),
    ];
    // In short: each has a page of its own that says all.
    const subEvent = held.map(({ name, url, startDate, endDate, eventStatus }) => ({
      ...{ '@type': 'Event' as const, name, url, startDate, endDate, eventStatus },
    }));
    return [{ ...instance, subEvent }];
  }
  const week = weeks.find(({ id }) => address === addressOf.week(edition, id));
  if (week) return [{ ...describeWeek(week, context), superEvent: instance }];
  const event = events.find(({ id }) => address === addressOf.event(edition, id));
  if (!event) return [];
  // What lies outside its dates, such as a kick-off before it, is no part of the programme.
  return [
    { ...describeEvent(event, context), ...(isPart(event, programme) ? { superEvent: instance } : {}) },
  ];
}

const isPart = (event: { start: string; end: string }, programme: Programme) =>
  programme.start <= event.start.slice(0, 10) && event.end.slice(0, 10) <= programme.end;

function describeWebSite(site: Site, { urlTo }: LinkedDataTools): WebSiteLeaf {
  return {
    ...{ '@type': 'WebSite', name: site.name.text, url: urlTo(addressOf.home()) },
    ...{ inLanguage: site.locale, publisher: describeOrganiser(site) },
  };
}

function describeOrganiser({ organiser }: Site): OrganizationLeaf {
  const { name, fullName, url } = organiser;
  return {
    ...{ '@type': 'Organization', name: (fullName ?? name).text },
    ...(fullName ? { alternateName: name.text } : {}),
    ...(url ? { url } : {}),
  };
}

/** The programme as it comes back every year, with this edition as one instance of it. */
function describeCourse(
  site: Site,
  programme: Programme,
  instance: CourseInstanceLeaf,
  { urlTo }: LinkedDataTools,
): CourseLeaf {
  return {
    ...{ '@type': 'Course', name: site.name.text, description: programme.goal.text },
    ...{ url: urlTo(addressOf.home()), provider: describeOrganiser(site), hasCourseInstance: instance },
    teaches: programme.topics.map(({ title }) => title.text),
  };
}

function describeInstance(
  { edition, title, theme, start, end }: Programme,
  organizer: OrganizationLeaf,
  { urlTo }: LinkedDataTools,
): CourseInstanceLeaf {
  return {
    ...{ '@type': 'CourseInstance', name: title.text, description: theme.text },
    ...{ url: urlTo(addressOf.edition(edition)), startDate: start, endDate: end, organizer },
  };
}

function describeCrumbs(crumbs: readonly Crumb[], { urlTo }: LinkedDataTools): BreadcrumbListLeaf {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, address }, index) => ({
      ...{ '@type': 'ListItem', position: index + 1 },
      name: typeof label === 'string' ? label : label.text,
      ...(address === undefined ? {} : { item: urlTo(address) }),
    })),
  };
}
