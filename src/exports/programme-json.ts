import { addressOf, feedAddressOf } from '../model/address.ts';
import {
  hasFeed,
  listFeedPhases,
  type Event,
  type Identity,
  type Programme,
  type Site,
  type Week,
} from '../model/site.ts';
import { exportVersion, plainCollections, type Export } from './programme-json-schema.ts';

/** The address of the JSON Schema of `programme.json`, without base. */
export const exportSchemaAddress = '/programme.schema.json';

export interface ExportUrls {
  /** Returns the full URL of a page or feed, in the language of the export. */
  urlTo: (address: string) => string;
  /** Returns the full URL of a file in public/. */
  fileUrlTo: (path: string) => string;
}

/** Exports an edition as `programme.json`. Bodies are left out: the export has the URLs of their pages. */
export function exportProgramme(site: Site, programme: Programme, urls: ExportUrls): Export {
  const { edition, phases, weeks, events, topics, partners, prizes, pages } = programme;
  const { urlTo, fileUrlTo } = urls;
  const feedPhases = listFeedPhases(programme);
  return {
    $schema: fileUrlTo(exportSchemaAddress),
    version: exportVersion,
    edition,
    language: programme.locale,
    url: urlTo(addressOf.edition(edition)),
    calendar: hasFeed(programme) ? urlTo(feedAddressOf.edition(edition)) : undefined,
    organiser: site.organiser,
    publisher: site.publisher,
    license: site.license,
    title: programme.title,
    theme: programme.theme,
    goal: programme.goal,
    start: programme.start,
    end: programme.end,
    timezone: programme.timezone,
    state: programme.state,
    applications: programme.applications,
    audience: programme.audience,
    cost: programme.cost,
    format: programme.format,
    results: programme.results,
    source: programme.source,
    phases: phases.map((phase) => ({
      ...omitInternal(phase),
      calendar: feedPhases.includes(phase) ? urlTo(feedAddressOf.phase(edition, phase.id)) : undefined,
    })),
    weeks: weeks.map((week) => exportWeek(programme, week, urls)),
    events: events.map((event) => exportEvent(programme, event, urls)),
    topics: topics.map((topic) => ({
      ...omitInternal(topic),
      url: urlTo(addressOf.topic(edition, topic.id)),
    })),
    partners: partners.map((partner) => ({
      ...omitInternal(partner),
      logo: partner.logo && { ...partner.logo, file: fileUrlTo(`/${partner.logo.file}`) },
    })),
    prizes: prizes.map(omitInternal),
    ...(Object.fromEntries(
      plainCollections.map((name) => [name, programme[name].map(omitInternal)]),
    ) as unknown as Pick<Export, (typeof plainCollections)[number]>),
    pages: pages.map((page) => ({ ...omitInternal(page), url: urlTo(addressOf.page(edition, page.id)) })),
  };
}

function exportWeek(programme: Programme, week: Week, { urlTo }: ExportUrls): Export['weeks'][number] {
  const { draft: _, uid: __, ...fields } = omitInternal(week);
  return {
    ...fields,
    phase: week.phase.id,
    topic: week.topic?.id,
    url: urlTo(addressOf.week(week.edition, week.id)),
    calendar: hasFeed(programme, week) ? urlTo(feedAddressOf.week(week.edition, week.id)) : undefined,
  };
}

function exportEvent(programme: Programme, event: Event, { urlTo }: ExportUrls): Export['events'][number] {
  const { draft: _, uid: __, timed: ___, ...fields } = omitInternal(event);
  return {
    ...fields,
    people: event.people.map(({ person, role }) => ({ person: person.id, role })),
    url: urlTo(addressOf.event(event.edition, event.id)),
    calendar: hasFeed(programme, event) ? urlTo(feedAddressOf.event(event.edition, event.id)) : undefined,
  };
}

/** Omits fields of use inside this project only. */
function omitInternal<T extends Identity>({ edition: _, file: __, prose: ___, ...fields }: T) {
  return fields;
}
