import type { CollectionName } from '../../../src/model/registry.ts';
import { isPlainDate } from '../../../src/model/date.ts';
import { nextWeekEnd, nextWeekNumber, nextWeekStart, type Schedule } from './next-week.ts';
import { capitalise } from '../../../src/model/field-name.ts';
import { pageIds } from '../../../src/model/schemas/page.ts';
import type { Scope } from '../../../src/model/rules/scope.ts';
import { makeId } from '../content-file.ts';
import type { Answer, Answers } from './field.ts';
import type { Choice } from './prompt.ts';

/** What is asked of one field. */
export interface Question {
  /** The path of the field. */
  field: string;
  /** Whether it is asked at all, after the answers so far. */
  isAsked?: (answers: Answers) => boolean;
  /** Whether it may be left empty. */
  isOptional?: boolean;
  /** An answer that is likely right, after the answers so far and the name of the file where that comes first. */
  offer?: (answers: Answers, scope: Scope, id: string | undefined) => Answer | undefined;
  /** What other answers of the field are checked with as long as this one is open. */
  standIn?: (answers: Answers) => Answer | undefined;
  /** The answers to choose from, where the schema does not list them. */
  choices?: (scope: Scope) => Choice[];
  /** Another field that can be given instead. */
  instead?: string;
}

/** A kind of file that can be made. */
export interface Kind {
  /** Its name on the command line. */
  noun: string;
  collection: CollectionName;
  /** In the order in which they are asked: what nearly every such file needs. */
  questions: readonly Question[];
  /** The name that the file likely has; undefined where its words have no letters for one. */
  nameFile: (answers: Answers, scope: Scope) => string | undefined;
  /** Whether the name of the file comes first, since the words follow from it. */
  isNameFirst?: boolean;
}

const fromWords = (field: string) => (answers: Answers) => makeId(String(answers[field] ?? ''));
const isMoney = ({ kind }: Answers) => kind === 'money';
const isSomewhere = ({ attendance }: Answers) => attendance !== undefined && attendance !== 'online';
const hasVenue = (answers: Answers) => isSomewhere(answers) && answers['venues.0.name'] !== undefined;

/** The weeks and phases of an edition, as the offers for its next week need them. */
function scheduleOf(scope: Scope): Schedule {
  return {
    start: scope.programme?.data.start,
    phases: scope.entries('phases').map(({ id, data }) => ({ id, number: data.number })),
    weeks: scope.entries('weeks').map(({ data }) => data),
  };
}

const chooseFrom = (collection: 'phases' | 'topics') => (scope: Scope) =>
  scope.entries(collection).map(({ id, data }) => ({ value: id, label: `${id}: ${data.title.text}` }));

/** The kinds of files that are made one by one. */
export const kinds: readonly Kind[] = [
  {
    noun: 'week',
    collection: 'weeks',
    questions: [
      {
        field: 'phase',
        choices: chooseFrom('phases'),
        offer: (_, scope) => (scope.ids('phases').length === 1 ? scope.ids('phases')[0] : undefined),
      },
      { field: 'number', offer: ({ phase }, scope) => nextWeekNumber(scheduleOf(scope), String(phase)) },
      { field: 'start', offer: ({ phase }, scope) => nextWeekStart(scheduleOf(scope), String(phase)) },
      {
        field: 'end',
        offer: ({ phase, start }, scope) =>
          isPlainDate(String(start))
            ? nextWeekEnd(scheduleOf(scope), String(phase), String(start))
            : undefined,
      },
      {
        field: 'topic',
        isAsked: ({ title }) => title === undefined,
        isOptional: true,
        choices: chooseFrom('topics'),
      },
      { field: 'title', isAsked: ({ topic }) => topic === undefined, instead: 'topic' },
    ],
    nameFile: ({ phase, number }) => `${String(phase)}-week-${String(number)}`,
  },
  {
    noun: 'event',
    collection: 'events',
    questions: [
      { field: 'title' },
      { field: 'attendance' },
      { field: 'start' },
      {
        field: 'end',
        // When an event with a time ends, nobody can guess.
        offer: ({ start }) => (isPlainDate(String(start)) ? start : undefined),
        standIn: ({ start }) => start,
      },
      { field: 'venues.0.name', isAsked: isSomewhere, isOptional: true },
      { field: 'venues.0.city', isAsked: hasVenue, isOptional: true },
      { field: 'venues.0.country', isAsked: hasVenue, isOptional: true },
    ],
    nameFile: fromWords('title'),
  },
  {
    noun: 'topic',
    collection: 'topics',
    questions: [{ field: 'title' }, { field: 'summary' }],
    nameFile: fromWords('title'),
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
    nameFile: fromWords('name'),
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
        offer: (_, scope) => Math.max(0, ...scope.entries('prizes').map(({ data }) => data.rank ?? 0)) + 1,
      },
      { field: 'amount.value', isAsked: isMoney },
      {
        field: 'amount.currency',
        isAsked: isMoney,
        offer: (_, scope) => scope.entries('prizes').find(({ data }) => data.amount)?.data.amount?.currency,
      },
    ],
    nameFile: (answers) =>
      isMoney(answers) ? `place-${String(answers['rank'])}` : fromWords('title')(answers),
  },
  {
    noun: 'person',
    collection: 'people',
    questions: [{ field: 'name' }, { field: 'role' }, { field: 'organisation' }],
    nameFile: fromWords('name'),
  },
  {
    noun: 'page',
    collection: 'pages',
    questions: [
      { field: 'title', offer: (_, __, id = '') => capitalise(id.replaceAll('-', ' ')) || undefined },
      { field: 'summary' },
    ],
    isNameFirst: true,
    nameFile: (_, scope) => pageIds.find((id) => !scope.ids('pages').includes(id)),
  },
];
