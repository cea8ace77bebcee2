import type { CollectionData, CollectionName } from '../../../../src/model/registry.ts';
import type { Entry, Library } from '../../../../src/model/entry.ts';
import { compareFields } from '../../../../src/calendar/ledger-update.ts';
import { limits, reportFields, type ReportField, type ReportRecord } from '../report-data.ts';
import { isText } from '../../../../src/model/text.ts';
import { listSaid } from '../../../../src/model/translation.ts';

/** What an entry says, by field: a value, or a list whose items come and go one by one. */
type Said = Partial<Record<ReportField, string | string[]>>;

type Find = <Name extends CollectionName>(collection: Name, id: string) => CollectionData<Name> | undefined;

/**
 * The fields of an entry as a report tells them. Weeks and events leave out what calendars know of them; what is
 * not named here is told as it is.
 */
const views: { [Name in CollectionName]?: (data: CollectionData<Name>, find: Find) => object } = {
  site: ({ name, languages, ...rest }) => ({ ...rest, title: name, languages: languages.join(', ') }),
  history: ({ name, facts, ...rest }) => ({ ...rest, title: name, fact: facts }),
  programmes: ({ draft: _, applications, audience, cost, format, results = [], ...rest }) => ({
    ...{ ...rest, opens: applications?.opens, closes: applications?.closes, apply: applications?.url },
    ...{
      audience: audience.text,
      cost: cost.text,
      format: format.text,
      result: results.map(({ text }) => text),
    },
    source: [audience, cost, format, ...results].flatMap(({ source }) => source ?? []),
  }),
  weeks: ({ kind, activity, resources, statusNote }) => ({ kind, activity, resources, statusNote }),
  events: ({ attendance, venues, people, source, statusNote }, find) => ({
    ...{ attendance, venues, source, statusNote },
    people: people.map(({ person, role }) => `${find('people', person)?.name.text ?? person} (${role.text})`),
  }),
  partners: ({ name, ...rest }) => ({ ...rest, title: name }),
  people: ({ name, ...rest }) => ({ ...rest, title: name }),
  prizes: ({ body, amount, ...rest }) => ({
    ...{ ...rest, description: body },
    amount: amount && `${amount.currency} ${amount.value}`,
  }),
};

/** Puts into words of its own all that an entry says in its fields: a change in any of them shows. */
function readFields({ collection, edition, data }: Entry, library: Library): Said {
  const view = views[collection] as ((data: Entry['data'], find: Find) => object) | undefined;
  const find: Find = (name, id) =>
    library.originals[name].find((each) => each.edition === edition && each.id === id)?.data as never;
  const fields = Object.entries<unknown>({ ...(view ? view(data, find) : data) }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(
    fields.map(([field, value]) => [
      field,
      Array.isArray(value) ? [...new Set(value.map(print))] : print(value),
    ]),
  );
}

function print(value: unknown): string {
  if (isText(value)) return value.text;
  if (Array.isArray(value)) return value.map(print).join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map(print)
      .filter((text) => text !== '')
      .join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Which field of a report is meant by the field of a file, such as `results.0.text`. */
export function nameReportField(collection: CollectionName, path: string): ReportField {
  const [field = ''] = path.split('.');
  if (field === 'body') return collection === 'prizes' ? 'description' : 'text';
  const names: Record<string, ReportField> = { name: 'title', facts: 'fact', results: 'result' };
  return names[field] ?? reportFields.find((each) => each === field) ?? 'text';
}

/** Finds all that an entry says otherwise than it did, what calendars know of it left out. */
export function compareEntries(
  before: { entry: Entry; library: Library },
  now: { entry: Entry; library: Library },
): ReportRecord[] {
  const [from, to] = [readFields(before.entry, before.library), readFields(now.entry, now.library)];
  const records = reportFields.flatMap((field) => {
    const [one = [], other = []] = [from[field], to[field]];
    if (Array.isArray(one) && Array.isArray(other)) return compareLists(field, one, other);
    return compareFields(from as Record<string, string>, to as Record<string, string>, [
      field,
    ]) as ReportRecord[];
  });
  return [...records, ...compareBodies(before.entry, now.entry), ...compareTranslations(before, now)]
    .slice(0, limits.records)
    .map(shortenRecord);
}

function compareLists(field: ReportField, before: string[], now: string[]): ReportRecord[] {
  const gone = before.filter((item) => !now.includes(item));
  const added = now.filter((item) => !before.includes(item));
  if (gone.length === 1 && added.length === 1) return [{ field, from: gone[0], to: added[0] }];
  if (gone.length === 0 && added.length === 0)
    return before.every((item, index) => item === now[index]) ? [] : [{ field }];
  return [...gone.map((from) => ({ field, from })), ...added.map((to) => ({ field, to }))];
}

/** The first passage that is new, or else one that is gone: it shows where to look. */
function compareBodies(before: Entry, now: Entry): ReportRecord[] {
  const [old, own] = [before, now].map((entry) => readPassages(entry));
  if (!old || !own || old.join('\n') === own.join('\n')) return [];
  const to = own.find((passage) => !old.includes(passage));
  const from = old.find((passage) => !own.includes(passage));
  if (to !== undefined) return [{ field: 'text', to }];
  return [from === undefined ? { field: 'text' } : { field: 'text', from }];
}

const readPassages = ({ body }: Pick<Entry, 'body'>) =>
  listSaid({ data: {}, body }).flatMap(({ passages }) => passages.map((text) => text.replace(/^#+ /, '')));

/** Translations that are new (only `to`), gone (only `from`) or say something else (both). */
function compareTranslations(
  before: { entry: Entry; library: Library },
  now: { entry: Entry; library: Library },
): ReportRecord[] {
  const [old, own] = [before, now].map(
    ({ entry: { collection, edition, id }, library }) =>
      new Map(
        library.translations
          .filter((each) => each.collection === collection && each.edition === edition && each.id === id)
          .map((each) => [each.lang, JSON.stringify(listSaid(each))]),
      ),
  );
  if (!old || !own) return [];
  return [...new Set([...old.keys(), ...own.keys()])].sort().flatMap((lang): ReportRecord[] => {
    if (old.get(lang) === own.get(lang)) return [];
    return [
      {
        field: 'translation',
        ...(old.has(lang) ? { from: lang } : {}),
        ...(own.has(lang) ? { to: lang } : {}),
      },
    ];
  });
}

function shortenRecord({ field, from, to }: ReportRecord): ReportRecord {
  const [old, own] = [from, to].map((text) => (text === undefined ? undefined : shorten(text)));
  // Where two texts differ only further on, quoting their beginnings would say nothing.
  if (old === own && field !== 'translation') return { field };
  return { field, ...(old === undefined ? {} : { from: old }), ...(own === undefined ? {} : { to: own }) };
}

/** The beginning of a text: no half of a letter that is written as two. */
export function shorten(text: string, length: number = limits.text / 2): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
