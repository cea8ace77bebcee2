import type { z } from 'zod';
import { isPlainDate } from '../../../src/model/date.ts';
import { capitalise } from '../../../src/model/field-name.ts';
import {
  collections,
  editionCollections,
  type CollectionName,
  type EditionCollection,
} from '../../../src/model/registry.ts';
import type { Scope } from '../../../src/model/rules/scope.ts';
import { pageIds } from '../../../src/model/schemas/page.ts';
import { makeId } from '../content-file.ts';
import type { FieldValue, FieldValues } from './fields.ts';
import type { Choice } from './prompts.ts';
import { nextWeekEnd, nextWeekNumber, nextWeekStart } from './week-defaults.ts';

/** A question about one field of a new entry. */
export interface Question {
  /** The path of the field. */
  field: string;
  /** Whether it is asked, given the values so far; always if absent. */
  isAsked?: (values: FieldValues) => boolean;
  isOptional?: boolean;
  /** The default, given the values so far and, for a type with `isIdFirst`, the id. */
  suggest?: (values: FieldValues, scope: Scope, id: string | undefined) => FieldValue | undefined;
  /** The values to choose from, if the schema does not list them. */
  choices?: (scope: Scope) => Choice[];
  /** A field that can be given instead. */
  alternative?: string;
}

/** A type of entry that `npm run new` adds. */
export interface EntryType {
  /** Its name on the command line. */
  noun: string;
  collection: CollectionName;
  /** Questions about the fields that nearly every entry of the type has, in the order in which they are asked. */
  questions: readonly Question[];
  /** The default id; undefined if it cannot be made from the values. Absent if the id is always known. */
  suggestId?: (values: FieldValues, scope: Scope) => string | undefined;
  /** Whether the id is asked for before the fields, whose defaults follow from it. */
  isIdFirst?: boolean;
}

const idFrom = (field: string) => (values: FieldValues) => makeId(String(values[field] ?? ''));
const isMoney = ({ kind }: FieldValues) => kind === 'money';
const isNoDeadline = ({ kind }: FieldValues) => kind !== 'deadline';
const isSomewhere = ({ attendance }: FieldValues) => attendance !== undefined && attendance !== 'online';
const hasVenue = (values: FieldValues) => isSomewhere(values) && values['venues.0.name'] !== undefined;

const chooseFrom = (collection: 'phases' | 'topics') => (scope: Scope) =>
  scope.entries(collection).map(({ id, data }) => ({ value: id, label: `${id}: ${data.title.text}` }));

/** Types of entries with defaults or questions of their own. */
const describedTypes: readonly EntryType[] = [
  {
    noun: 'week',
    collection: 'weeks',
    questions: [
      {
        field: 'phase',
        choices: chooseFrom('phases'),
        suggest: (_, scope) => (scope.ids('phases').length === 1 ? scope.ids('phases')[0] : undefined),
      },
      { field: 'number', suggest: ({ phase }, scope) => nextWeekNumber(scope, String(phase)) },
      { field: 'start', suggest: ({ phase }, scope) => nextWeekStart(scope, String(phase)) },
      {
        field: 'end',
        suggest: ({ phase, start }, scope) =>
          isPlainDate(String(start)) ? nextWeekEnd(scope, String(phase), String(start)) : undefined,
      },
      {
        field: 'topic',
        isAsked: ({ title }) => title === undefined,
        isOptional: true,
        choices: chooseFrom('topics'),
      },
      { field: 'title', isAsked: ({ topic }) => topic === undefined, alternative: 'topic' },
    ],
    suggestId: ({ phase, number }) => `${String(phase)}-week-${String(number)}`,
  },
  {
    noun: 'event',
    collection: 'events',
    questions: [
      { field: 'title' },
      { field: 'attendance', isAsked: isNoDeadline, isOptional: true },
      { field: 'start' },
      {
        field: 'end',
        isAsked: isNoDeadline,
        isOptional: true,
        // There is no sensible default for the end of an event with a time.
        suggest: ({ start }) => (isPlainDate(String(start)) ? start : undefined),
      },
      { field: 'venues.0.name', isAsked: isSomewhere, isOptional: true },
      { field: 'venues.0.city', isAsked: hasVenue, isOptional: true },
      { field: 'venues.0.country', isAsked: hasVenue, isOptional: true },
    ],
    suggestId: idFrom('title'),
  },
  {
    noun: 'topic',
    collection: 'topics',
    questions: [{ field: 'title' }, { field: 'summary' }],
    suggestId: idFrom('title'),
  },
  {
    noun: 'partner',
    collection: 'partners',
    questions: [
      { field: 'name' },
      { field: 'list' },
      { field: 'kind' },
      { field: 'country', isOptional: true },
    ],
    suggestId: idFrom('name'),
  },
  {
    noun: 'prize',
    collection: 'prizes',
    questions: [
      { field: 'kind' },
      { field: 'title' },
      {
        field: 'rank',
        isAsked: isMoney,
        suggest: (_, scope) => Math.max(0, ...scope.entries('prizes').map(({ data }) => data.rank ?? 0)) + 1,
      },
      { field: 'amount.value', isAsked: isMoney },
      {
        field: 'amount.currency',
        isAsked: isMoney,
        suggest: (_, scope) => scope.entries('prizes').find(({ data }) => data.amount)?.data.amount?.currency,
      },
    ],
    suggestId: (values) => (isMoney(values) ? `place-${String(values['rank'])}` : idFrom('title')(values)),
  },
  {
    noun: 'page',
    collection: 'pages',
    questions: [
      { field: 'title', suggest: (_, __, id = '') => capitalise(id.replaceAll('-', ' ')) || undefined },
      { field: 'summary' },
    ],
    isIdFirst: true,
    suggestId: (_, scope) => pageIds.find((id) => !scope.ids('pages').includes(id)),
  },
];

/** Asks for the required fields of a collection; the first one gives the default id. */
function describeType(collection: EditionCollection): EntryType {
  const fields = Object.entries<z.ZodType>(collections[collection].schema.shape);
  const required = fields.flatMap(([field, schema]) => (schema.safeParse(undefined).success ? [] : [field]));
  return {
    noun: collections[collection].noun,
    collection,
    questions: required.map((field) => ({ field })),
    suggestId: idFrom(required[0] ?? ''),
  };
}

/**
 * The types of entries that are added one by one. Phases come with their edition, which has more than one
 * file: see new-edition.ts.
 */
export const entryTypes: readonly EntryType[] = editionCollections
  .filter((name) => name !== 'phases')
  .map((name) => describedTypes.find(({ collection }) => collection === name) ?? describeType(name));
