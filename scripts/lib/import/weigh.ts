import type { Settings } from '../../../src/pipeline/settings.ts';
import type { Content } from '../../../src/pipeline/content.ts';
import type { Entry, Library } from '../../../src/model/entry.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { findIssues, labelOf } from '../../../src/pipeline/content.ts';
import { findAdded, tryFiles } from '../trial.ts';
import type { Item } from './plan.ts';

/** What can be written, and for each row that cannot, what the check would say. */
export interface Weighed {
  sound: Item[];
  faulty: Map<Item, Issue[]>;
  /** The content as it would be with what is sound. */
  content: Content;
}

/**
 * Checks the content as it would be with what is imported, as a whole. A row is left out if an error goes away
 * without it: of two weeks that overlap that is both, since nobody can tell which of them is wrong, unless one of
 * them has other errors besides. This goes on until what is left brings no error that was not there before.
 */
export function weighItems(settings: Settings, content: Content, items: readonly Item[]): Weighed {
  if (items.length === 0) return { sound: [], faulty: new Map(), content };
  const label = labelOf(settings);
  const pathOf = ({ file }: Item) => file.slice(label.length + 1);
  const { content: after } = tryFiles(settings, new Map(items.map((item) => [pathOf(item), item.text])));
  const errorsOf = (with_: Content) =>
    findIssues(settings, with_, label).filter(({ severity }) => severity === 'error');
  const before = errorsOf(content);
  const contentWith = (some: readonly Item[]) => mix(content, after, new Set(some.map(({ file }) => file)));
  const faultsWith = (some: readonly Item[]) => findAdded(before, errorsOf(contentWith(some)));
  const faulty = new Map<Item, Issue[]>();
  let sound = [...items];
  for (let faults = faultsWith(sound); faults.length > 0; faults = faultsWith(sound)) {
    const blamed = blame(sound, faults, faultsWith);
    for (const [item, issues] of blamed) faulty.set(item, issues);
    sound = sound.filter((item) => !blamed.has(item));
  }
  return { sound, faulty, content: contentWith(sound) };
}

/**
 * The rows without which errors go away, each with these; if there is none, every row, with all of them. Where all
 * of a row's errors go away with another row too, and more besides, that other one alone is to blame.
 */
function blame(
  items: readonly Item[],
  faults: readonly Issue[],
  faultsWith: (some: readonly Item[]) => Issue[],
): Map<Item, Issue[]> {
  const blamed = new Map<Item, Issue[]>();
  for (const item of items) {
    const rest = faultsWith(items.filter((other) => other !== item));
    const gone = findAdded(rest, faults);
    if (gone.length > 0) blamed.set(item, gone);
  }
  const isMore = (some: readonly Issue[], others: readonly Issue[]) =>
    some.length > others.length && findAdded(some, others).length === 0;
  const worst = [...blamed].filter(([, some]) => !blamed.values().some((others) => isMore(others, some)));
  return blamed.size > 0 ? new Map(worst) : new Map(items.map((item) => [item, [...faults]]));
}

/** Content of which some files are as they are to be, and the others as they are. */
function mix(before: Content, after: Content, files: ReadonlySet<string>): Content {
  const pick = <T extends { file: string }>(old: readonly T[], now: readonly T[]) => [
    ...old.filter(({ file }) => !files.has(file)),
    ...now.filter(({ file }) => files.has(file)),
  ];
  const names = Object.keys(before.library.originals) as (keyof Library['originals'])[];
  const originals = Object.fromEntries(
    names.map((name) => [
      name,
      pick<Entry>(before.library.originals[name], after.library.originals[name]).sort((a, b) =>
        a.file < b.file ? -1 : 1,
      ),
    ]),
  ) as unknown as Library['originals'];
  const isKnown = new Set(before.library.unreadable.map((each) => JSON.stringify(each)));
  const broken = after.library.unreadable.filter(
    (each) =>
      !isKnown.has(JSON.stringify(each)) &&
      [...files].some((file) => file.includes(`/${each.edition ?? ''}/${each.collection}/${each.id}.`)),
  );
  return {
    ...before,
    issues: pick(before.issues, after.issues),
    library: { ...before.library, originals, unreadable: [...before.library.unreadable, ...broken] },
  };
}
