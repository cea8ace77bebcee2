import type { EventLeaf, OrganizationLeaf, PersonLeaf, PlaceLeaf, VirtualLocationLeaf } from 'schema-dts';
import { addressOf } from '../model/address.ts';
import type { Venue } from '../model/schemas/event.ts';
import { nameWeek } from '../format/labels.ts';
import type { Event, Programme, Week } from '../model/site.ts';
import { toInstant } from '../model/timezone.ts';
import { offsetAt } from '../model/timezone-transitions.ts';
import type { Translate } from '../model/translate.ts';
import { pictureAddressOf } from './pictures/card.ts';

export interface EventTools {
  t: Translate;
  /** Gives an address in full, in the language of the page. */
  urlTo: (address: string) => string;
  programme: Programme;
  organizer: OrganizationLeaf;
}

/** A week as an event of schema.org. It has no place: the content names none. */
export function describeWeek(week: Week, { t, urlTo, programme, organizer }: EventTools): EventLeaf {
  const address = addressOf.week(programme.edition, week.id);
  const description = (week.statusNote ?? week.topic?.summary)?.text;
  return {
    ...{ '@type': 'Event', name: `${nameWeek(week, t)}: ${week.title.text}` },
    ...(description ? { description } : {}),
    ...{ url: urlTo(address), image: urlTo(pictureAddressOf(address)) },
    ...{ startDate: week.start, endDate: week.end, eventStatus: statuses[week.status], organizer },
  };
}

/** An event of the content as one of schema.org, with its times in the zone where it is held. */
export function describeEvent(event: Event, { urlTo, programme, organizer }: EventTools): EventLeaf {
  const address = addressOf.event(programme.edition, event.id);
  const when = (value: string) => (event.timed ? withOffset(value, event.timezone) : value);
  const location = describeVenues(event);
  return {
    ...{ '@type': 'Event', name: event.title.text },
    ...(event.statusNote ? { description: event.statusNote.text } : {}),
    ...{ url: urlTo(address), image: urlTo(pictureAddressOf(address)) },
    ...{ startDate: when(event.start), endDate: when(event.end), eventStatus: statuses[event.status] },
    ...{ eventAttendanceMode: attendanceModes[event.attendance], organizer },
    ...(location.length > 0 ? { location } : {}),
    ...(event.people.length > 0
      ? { performer: event.people.map(({ person }) => describePerson(person)) }
      : {}),
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

/** A wall-clock time with the offset that the zone has then: `2022-02-23T15:00:00+09:00`. */
function withOffset(time: string, zone: string): string {
  const offset = offsetAt(zone, Date.parse(toInstant(time, zone)) / 1000);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time}:00${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/** The places of an event. A service such as Zoom is a virtual one, and so is the link by which people join. */
function describeVenues({ attendance, venues, join }: Event): (PlaceLeaf | VirtualLocationLeaf)[] {
  const isOnline = (venue: Venue) =>
    attendance === 'online' ||
    (attendance === 'hybrid' && !(venue.room ?? venue.address ?? venue.city ?? venue.country));
  const services = venues.filter(isOnline).map(({ name, url }): VirtualLocationLeaf => {
    const address = join ?? url;
    return { '@type': 'VirtualLocation', name: name.text, ...(address ? { url: address } : {}) };
  });
  const link: VirtualLocationLeaf[] =
    join && services.length === 0 ? [{ '@type': 'VirtualLocation', url: join }] : [];
  return [...services, ...link, ...venues.filter((venue) => !isOnline(venue)).map(describePlace)];
}

function describePlace({ name, room, address, city, country, url }: Venue): PlaceLeaf {
  const postal = {
    ...(address ? { streetAddress: address.text } : {}),
    ...(city ? { addressLocality: city.text } : {}),
    ...(country ? { addressCountry: country } : {}),
  };
  return {
    ...{ '@type': 'Place', name: room ? `${name.text}, ${room.text}` : name.text },
    ...(Object.keys(postal).length > 0 ? { address: { '@type': 'PostalAddress', ...postal } } : {}),
    ...(url ? { url } : {}),
  };
}

function describePerson({ name, role, organisation }: Event['people'][number]['person']): PersonLeaf {
  return {
    ...{ '@type': 'Person', name: name.text, jobTitle: role.text },
    worksFor: { '@type': 'Organization', name: organisation.text },
  };
}
