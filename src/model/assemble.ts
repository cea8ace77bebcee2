import { bodyId, identify, type Entry, type Library } from './entry.ts';
import { editionCollections, type CollectionData, type CollectionName } from './registry.ts';
import { isWallTime } from './date.ts';
import type { EditionEntries, Event, Identity, Phase, Programme, Prose, Site, Topic, Week } from './site.ts';
import { pageIds } from './schemas/page.ts';
import { compareText } from './issue.ts';
import { translateData, type Text } from './text.ts';

export interface AssembleOptions {
  locale: string;
  /** Whether drafts are shown: in a preview, never in a publishing build. */
  drafts: boolean;
}

interface Draft {
  draft?: boolean;
}

/**
 * Assembles the model of a site in one language: references resolved, text translated where there is a
 * translation, drafts left out. The library must have passed the check.
 * @throws if a reference leads nowhere, which the check rules out
 */
export function assembleSite(library: Library, options: AssembleOptions): Site {
  const pick = createPicker(library, options);
  const [site] = pick('site');
  if (!site) throw new Error('The content has no site.yaml. Run the check to see what to write.');
  const { id: _, edition: __, file: ___, prose: ____, ...settings } = site;
  return {
    ...settings,
    locale: options.locale,
    programmes: pick('programmes')
      .filter((programme) => options.drafts || !programme.draft)
      .sort((a, b) => compareText(a.edition, b.edition))
      .map((programme) => assembleProgramme(programme, pick, options)),
    history: pick('history').sort((a, b) => a.year - b.year),
  };
}

type Picker = ReturnType<typeof createPicker>;

/** Makes a function that returns the translated entries of a collection, of one edition or all. */
function createPicker({ originals, translations }: Library, { locale, drafts }: AssembleOptions) {
  const translationOf = new Map(
    translations.filter(({ lang }) => lang === locale).map((entry) => [identify(entry), entry]),
  );
  return <Name extends CollectionName>(
    collection: Name,
    edition?: string,
  ): (CollectionData<Name> & Identity)[] =>
    (originals[collection] as Entry<Name>[])
      .filter((entry) => edition === undefined || entry.edition === edition)
      .filter((entry) => drafts || !(entry.data as Draft).draft)
      .map((entry) => {
        const translation = translationOf.get(identify(entry));
        return {
          ...translateData(entry.data, translation?.data),
          id: entry.id,
          edition: entry.edition ?? '',
          file: (translation ?? entry).file,
          prose: translation?.body ? toProse(translation, true) : toProse(entry, false),
        };
      });
}

function toProse(
  entry: Pick<Entry, 'collection' | 'edition' | 'id' | 'lang' | 'body'>,
  isTranslation: boolean,
): Prose | undefined {
  const { body, lang } = entry;
  return body && { id: bodyId(entry, isTranslation), lang, text: body.text };
}

function assembleProgramme(
  data: CollectionData<'programmes'> & Identity,
  pick: Picker,
  { locale }: AssembleOptions,
): Programme {
  const { edition } = data;
  const entries = Object.fromEntries(
    editionCollections.map((name) => [name, pick(name, edition)]),
  ) as EditionEntries;
  const weekData = entries.weeks.sort((a, b) => compareText(a.start, b.start));
  const phases = entries.phases
    .sort((a, b) => a.number - b.number)
    .flatMap((phase): Phase[] => {
      const own = weekData.filter((week) => week.phase === phase.id);
      const [first] = own;
      return first ? [{ ...phase, start: first.start, end: own.at(-1)?.end ?? first.end }] : [];
    });
  const weeks = weekData.map((week): Week => {
    const phase = find(phases, week.phase);
    const topic = week.topic === undefined ? undefined : find(entries.topics, week.topic);
    const title = week.title ?? topic?.title;
    if (!title) throw new Error(`The week ${week.id} has neither a topic nor a title.`);
    return { ...week, phase, topic, title, activity: week.activity ?? phase.activity };
  });
  const firstTaught = (topic: Topic) =>
    weeks.find((week) => week.topic?.id === topic.id)?.start ?? '9999-12-31';
  return {
    ...data,
    ...entries,
    locale,
    phases,
    weeks,
    events: entries.events
      .map((event): Event => assembleEvent(event, entries.people, data.timezone))
      .sort((a, b) => compareText(a.start, b.start) || compareText(a.id, b.id)),
    topics: entries.topics.sort(
      (a, b) => compareText(firstTaught(a), firstTaught(b)) || compareText(a.id, b.id),
    ),
    partners: entries.partners.sort(compareOrder),
    prizes: entries.prizes.sort((a, b) => (a.rank ?? 9999) - (b.rank ?? 9999) || compareOrder(a, b)),
    pages: entries.pages.sort((a, b) => placeOf(a) - placeOf(b) || compareText(a.id, b.id)),
  };
}

function assembleEvent(
  event: CollectionData<'events'> & Identity,
  people: Programme['people'],
  timezone: string,
): Event {
  const timed = isWallTime(event.start);
  const isOpen = timed || event.kind === 'deadline';
  return {
    ...event,
    end: event.end ?? (isOpen ? undefined : event.start),
    timezone: event.timezone ?? timezone,
    timed,
    people: event.people.map(({ person, role }: { person: string; role: Text }) => ({
      person: find(people, person),
      role,
    })),
  };
}

function find<T extends { id: string }>(list: T[], id: string): T {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Error(`There is no entry "${id}". Run the check to see where it is named.`);
  return found;
}

/** The place of a page in the menu: those that every edition has first, in their order. */
function placeOf({ id }: { id: string }): number {
  const index = (pageIds as readonly string[]).indexOf(id);
  return index === -1 ? pageIds.length : index;
}

function compareOrder(a: { order?: number | undefined; id: string }, b: typeof a): number {
  return (a.order ?? 9999) - (b.order ?? 9999) || compareText(a.id, b.id);
}
