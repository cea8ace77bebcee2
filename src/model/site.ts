import { daysOf, spansMeet, type PlainDate } from './date.ts';
import type { EventData } from './schemas/event.ts';
import type { CollectionData, EditionCollection } from './registry.ts';
import type { PartnerData } from './schemas/partner.ts';
import type { PersonData } from './schemas/person.ts';
import type { PhaseData } from './schemas/phase.ts';
import type { PrizeData } from './schemas/prize.ts';
import type { ProgrammeData } from './schemas/programme.ts';
import type { HistoryData, SiteData } from './schemas/site.ts';
import type { Text } from './text.ts';
import type { TopicData } from './schemas/topic.ts';
import type { WeekData } from './schemas/week.ts';

/** What every entry of the model has beside its fields. */
export interface Identity {
  id: string;
  edition: string;
  /** The content file, from the project's root: where staff edit it. */
  file: string;
  /** The body that is shown in this language, if there is one. */
  prose: Prose | undefined;
}

/** A body as the model has it: where to render it from, its language, and its plain text. */
export interface Prose {
  /** The id of the rendered body in Astro's store. */
  id: string;
  lang: string;
  text: string;
}

export interface Phase extends Identity, PhaseData {
  start: PlainDate;
  end: PlainDate;
}
export interface Topic extends Identity, TopicData {}
export interface Person extends Identity, PersonData {}
export interface Partner extends Identity, PartnerData {}
export interface Prize extends Identity, PrizeData {}

export interface Week extends Identity, Omit<WeekData, 'phase' | 'topic' | 'title' | 'activity'> {
  phase: Phase;
  topic: Topic | undefined;
  /** Its own title, or its topic's. */
  title: Text;
  /** What is done: its own words, or its phase's. */
  activity: Text;
}

export interface Event extends Identity, Omit<EventData, 'end' | 'people' | 'timezone'> {
  /** Its last day, or when it ends; undefined for a deadline and for an open end. */
  end: string | undefined;
  /** The zone of its times: its own, or the programme's. */
  timezone: string;
  /** Whether start and end have a time of day. */
  timed: boolean;
  people: { person: Person; role: Text }[];
}

/** The entries of each collection of an edition, as the schemas have them. */
export type EditionEntries = {
  [Name in EditionCollection]: (CollectionData<Name> & Identity)[];
};

/** One edition in one language. Lists are in the order in which visitors read them. */
export interface Programme extends ProgrammeData, Omit<EditionEntries, 'phases' | 'weeks' | 'events'> {
  edition: string;
  locale: string;
  file: string;
  phases: Phase[];
  weeks: Week[];
  events: Event[];
}

/** The whole site in one language. */
export interface Site extends SiteData {
  locale: string;
  programmes: Programme[];
  history: HistoryData[];
}

/** The edition that the home page shows. A draft is not there in a publishing build. */
export function currentProgramme(site: Site): Programme | undefined {
  return site.programmes.find((programme) => programme.edition === site.current);
}

/** Whether an edition, or an entry of it, has calendar feeds. Drafts have none, in previews either. */
export function hasFeed(programme: Programme, entry?: Week | Event): boolean {
  return !programme.draft && !entry?.draft;
}

/** The phases that have calendar feeds: those with a week that has one. */
export function listFeedPhases(programme: Programme): Phase[] {
  return programme.phases.filter((phase) =>
    weeksOfPhase(programme, phase).some((week) => hasFeed(programme, week)),
  );
}

/** The weeks of a phase, first to last. */
export function weeksOfPhase(programme: Programme, phase: Phase): Week[] {
  return programme.weeks.filter((week) => week.phase.id === phase.id);
}

/** The weeks in which a topic is taught, first to last. */
export function weeksOfTopic(programme: Programme, topic: Topic): Week[] {
  return programme.weeks.filter((week) => week.topic?.id === topic.id);
}

/** The other weeks that teach the same topic. A week without a topic has none. */
export function sisterWeeks(programme: Programme, week: Week): Week[] {
  return week.topic ? weeksOfTopic(programme, week.topic).filter((other) => other.id !== week.id) : [];
}

/** Says whether weeks of different phases teach the same topic: there the lines of the map meet. */
export function sharesTopics(programme: Programme): boolean {
  return programme.weeks.some((week) =>
    sisterWeeks(programme, week).some((sister) => sister.phase.id !== week.phase.id),
  );
}

/** The events of which a day falls in a week, first to last. */
export function eventsInWeek(programme: Programme, week: Week): Event[] {
  return programme.events.filter((event) => spansMeet(daysOf(event), week));
}

/** The weeks that an event falls in, first to last. */
export function weeksOfEvent(programme: Programme, event: Event): Week[] {
  return programme.weeks.filter((week) => eventsInWeek(programme, week).includes(event));
}

/** The week before and the week after, across phases. */
export function neighbourWeeks(
  programme: Programme,
  week: Week,
): { previous: Week | undefined; next: Week | undefined } {
  const index = programme.weeks.findIndex((other) => other.id === week.id);
  return { previous: programme.weeks[index - 1], next: programme.weeks[index + 1] };
}
