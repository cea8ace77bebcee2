import type { CollectionName } from '../../../../src/model/registry.ts';
import { identify, type Entry, type Library } from '../../../../src/model/entry.ts';
import type { Issue } from '../../../../src/model/issue.ts';

/**
 * Leaves out of content that has not passed the check what a site cannot be put together from: files with
 * errors, and weeks and events that refer to what is not there. All of it counts as unreadable.
 * @param issues what is wrong with its files one by one
 * @param site the site.yaml that stands for one that cannot be read
 * @param locales the languages that the interface has words in
 */
export function keepSound(
  { originals, translations, unreadable }: Library,
  issues: readonly Issue[],
  site: Entry<'site'>,
  locales: readonly string[],
): Library {
  const broken = new Set(issues.flatMap(({ severity, file }) => (severity === 'error' ? [file] : [])));
  const all = Object.values(originals).flat() as Entry[];
  const whole = all.filter(({ file }) => !broken.has(file));
  const names = new Set(whole.map(identify));
  const sound = new Set(whole.filter((entry) => listReferences(entry).every((name) => names.has(name))));
  const keep = <Name extends CollectionName>(name: Name) =>
    (originals[name] as Entry[]).filter((entry) => sound.has(entry)) as Entry<Name>[];
  const [own = site] = keep('site');
  const languages = own.data.languages.filter((language) => locales.includes(language));
  return {
    originals: {
      site: languages.length > 0 ? [{ ...own, data: { ...own.data, languages } }] : [site],
      ...{ history: keep('history'), programmes: keep('programmes'), phases: keep('phases') },
      ...{ weeks: keep('weeks'), events: keep('events'), topics: keep('topics'), people: keep('people') },
      ...{ partners: keep('partners'), prizes: keep('prizes'), pages: keep('pages') },
    },
    translations: translations.filter(({ file }) => !broken.has(file)),
    unreadable: [...unreadable, ...all.filter((entry) => !sound.has(entry))],
  };
}

/** What an entry cannot be put together without, as `identify` names it. */
function listReferences({ collection, edition, data }: Entry): string[] {
  const refer = (other: CollectionName, id: string) => identify({ collection: other, edition, id });
  if (collection === 'weeks' && 'phase' in data) {
    // A week has the title of its topic where it has none of its own.
    const topic = data.topic ?? (data.title === undefined ? '' : undefined);
    return [refer('phases', data.phase), ...(topic === undefined ? [] : [refer('topics', topic)])];
  }
  if (collection === 'events' && 'people' in data)
    return data.people.map(({ person }) => refer('people', person));
  return [];
}
