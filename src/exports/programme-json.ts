import { addressOf, feedAddressOf } from '../model/address.ts';
import { exportVersion, plainCollections, type Export } from './programme-json-schema.ts';
import type { Event, Identity, Programme, Site, Week } from '../model/site.ts';

/** The address of the schema that `programme.json` follows, without base. */
export const exportSchemaAddress = '/programme.schema.json';

/** Gives an address in full: of a page or feed in the language of the export, or of a file in public/. */
export interface ExportUrls {
  urlTo: (address: string) => string;
  fileUrlTo: (path: string) => string;
}

/** Puts an edition into the form of `programme.json`. Bodies stay on their pages, whose addresses it gives. */
export function exportProgramme(site: Site, programme: Programme, urls: ExportUrls): Export {
  const { edition, phases, weeks, events, topics, partners, prizes, pages } = programme;
  const { urlTo, fileUrlTo } = urls;
  const { title, theme, goal, start, end, timezone, state, applications } = programme;
  const { audience, cost, format, results } = programme;
  return {
    ...{ $schema: fileUrlTo(exportSchemaAddress), version: exportVersion, edition },
    ...{ language: programme.locale, url: urlTo(addressOf.edition(edition)) },
    ...{ calendar: urlTo(feedAddressOf.edition(edition)), organiser: site.organiser },
    ...{ title, theme, goal, start, end, timezone, state, applications, audience, cost, format, results },
    phases: phases.map((phase) => ({
      ...strip(phase),
      calendar: urlTo(feedAddressOf.phase(edition, phase.id)),
    })),
    weeks: weeks.map((week) => exportWeek(week, urls)),
    events: events.map((event) => exportEvent(event, urls)),
    topics: topics.map((topic) => ({ ...strip(topic), url: urlTo(addressOf.topic(edition, topic.id)) })),
    partners: partners.map((partner) => ({
      ...strip(partner),
      ...(partner.logo ? { logo: { ...partner.logo, file: fileUrlTo(`/${partner.logo.file}`) } } : {}),
    })),
    prizes: prizes.map(strip),
    ...(Object.fromEntries(
      plainCollections.map((name) => [name, programme[name].map(strip)]),
    ) as unknown as Pick<Export, (typeof plainCollections)[number]>),
    pages: pages.map((each) => ({ ...strip(each), url: urlTo(addressOf.page(edition, each.id)) })),
  };
}

function exportWeek(week: Week, { urlTo }: ExportUrls): Export['weeks'][number] {
  const { draft: _, uid: __, ...fields } = strip(week);
  return {
    ...{ ...fields, phase: week.phase.id, topic: week.topic?.id },
    url: urlTo(addressOf.week(week.edition, week.id)),
    calendar: urlTo(feedAddressOf.week(week.edition, week.id)),
  };
}

function exportEvent(event: Event, { urlTo }: ExportUrls): Export['events'][number] {
  const { draft: _, uid: __, timed: ___, ...fields } = strip(event);
  return {
    ...fields,
    people: event.people.map(({ person, role }) => ({ person: person.id, role })),
    url: urlTo(addressOf.event(event.edition, event.id)),
    calendar: urlTo(feedAddressOf.event(event.edition, event.id)),
  };
}

/** An entry without what is of no use outside this project: where its file lies, and where its body is. */
function strip<T extends Identity>({ edition: _, file: __, prose: ___, ...fields }: T) {
  return fields;
}
